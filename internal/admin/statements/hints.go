package statements

import (
	"slices"
	"strconv"

	"phatngon/internal/admin/door"
	"phatngon/internal/edge"
	"phatngon/internal/flow/askings"
	"phatngon/knowledge/statement"
)

// hintsPart of a statement's page is what it will be found by: hints that stand, and those
// that are proposed.
type hintsPart struct {
	Lines []hintLine
	Model bool   // there is one to ask
	Added string // typed beside them, in a form that failed
}

type hintLine struct {
	Text   string
	Ticked bool
	Source string // why it is proposed; "" for one that stands
}

// hintSources say where a proposal comes from.
var hintSources = map[string]string{
	askings.FromAskings: "người dân đã hỏi",
	askings.FromText:    "từ nội dung",
	askings.FromModel:   "mô hình gợi ý",
}

// hintsOf is for those who may write s; what was typed in a form that failed stays.
func (p *Pages) hintsOf(v *door.Visit, s statement.Statement, failed bool) (*hintsPart, error) {
	if failed {
		return typedHints(v), nil
	}
	part := &hintsPart{Model: p.Flow.Pointer != nil && s.Status == statement.StatusPublished}
	for _, text := range s.Hints {
		part.Lines = append(part.Lines, hintLine{Text: text, Ticked: true})
	}
	proposed, err := p.Flow.Askings.Propose(v.Ctx, v.Officer, s, v.Query("model") != "")
	for _, one := range proposed {
		part.Lines = append(part.Lines, hintLine{Text: one.Text, Source: hintSources[one.From]})
	}
	return part, err
}

// typedHints is the form as it was sent: every line with its number where it is ticked.
func typedHints(v *door.Visit) *hintsPart {
	part, ticked := &hintsPart{Added: v.Text("added")}, v.All("tick")
	for i, text := range v.All("hint") {
		part.Lines = append(part.Lines, hintLine{Text: text, Ticked: slices.Contains(ticked, strconv.Itoa(i))})
	}
	return part
}

// chosen are the hints that the form asks for.
func (h hintsPart) chosen() []string {
	var all []string
	for _, line := range h.Lines {
		if line.Ticked {
			all = append(all, line.Text)
		}
	}
	return append(all, edge.Lines(h.Added)...)
}

// postHints says by what a statement is found.
func (p *Pages) postHints(v *door.Visit) error {
	version, err := v.Version()
	if err == nil {
		err = p.Flow.Statements.Hint(v.Ctx, v.Officer, v.Param("code"), version, typedHints(v).chosen())
	}
	if err == nil {
		return v.Redirect(door.StatementURL(v.Param("code"))+"#hints", "Đã lưu. Trợ lý tìm phát ngôn này bằng những câu đã chọn.")
	}
	return p.statementStepped(v, "hints", err, "")
}
