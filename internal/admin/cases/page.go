package cases

import (
	"slices"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/routing"
	"phatngon/internal/desk/same/text"
	"phatngon/internal/edge"
)

type casePage struct {
	door.Page
	Case      cases.Case
	Words     string // all that may be said of the content
	UnitName  string
	Left      edge.Remaining
	Reports   []reportView
	Copies    []copyView // other cases that may be of the same
	Steps     []stepView
	May       map[string]bool
	Failed    string // the step that was not taken, why, and what was typed for it
	Error     string
	Form      map[string]string
	Units     []routing.Unit
	Grounds   []cases.GroundText
	Questions []questionView
	PublicURL string
}

type reportView struct {
	cases.Report
	CategoryText string
}

// copyView is another case and the words that both have; none of a picture.
type copyView struct {
	Case         cases.Case
	Mine, Theirs []piece
}

// piece is a stretch of a text that stands in both, or in one only.
type piece struct {
	Text string
	Same bool
}

func marked(s string, same []text.Span) []piece {
	var out []piece
	at := 0
	for _, span := range same {
		out = append(out, piece{s[at:span.Start], false}, piece{s[span.Start:span.End], true})
		at = span.End
	}
	return append(out, piece{s[at:], false})
}

type questionView struct {
	cases.Question
	UnitName string
}

type stepView struct {
	At               time.Time
	By, Action, Note string
}

// show shows c, with what was typed when a step failed.
func (p *Pages) show(v *door.Visit, status int, c cases.Case, failed, why string, typed map[string]string) error {
	page := casePage{
		Page: v.Page("Vụ việc "+c.Code, "cases"), Case: c, Words: cases.PublicWords(c), UnitName: p.Units.Name(c.Unit),
		May: map[string]bool{}, Failed: failed, Error: why, Form: typed, Units: p.Units.All(), Grounds: cases.Grounds(),
	}
	for _, action := range cases.Actions(v.Officer, c) {
		page.May[action] = true
	}
	if !c.Due.IsZero() {
		page.Left = edge.TimeLeft(calendar.Clock{Start: c.UpdatedAt, Due: c.Due}, p.Now())
	}
	if cases.Public(c) {
		page.PublicURL = p.PublicURL + "/k/" + c.Code
	}
	for _, q := range c.Questions {
		page.Questions = append(page.Questions, questionView{q, p.Units.Name(q.Unit)})
	}
	if err := p.fill(v, c, &page); err != nil {
		return err
	}
	return v.Render(status, "case", page)
}

// fill reads what a page shows besides the case itself.
func (p *Pages) fill(v *door.Visit, c cases.Case, page *casePage) error {
	for _, id := range c.Reports[:min(len(c.Reports), door.PageSize)] {
		r, err := p.Store.Report(v.Ctx, id)
		if err != nil {
			return err
		}
		page.Reports = append(page.Reports, reportView{r, categoryText(r.Category)})
	}
	officers, err := p.Store.Officers(v.Ctx)
	if err != nil {
		return err
	}
	names := labels.NamesOf(officers)
	for _, s := range slices.Backward(c.Steps) {
		page.Steps = append(page.Steps, stepView{s.At, names.Of(s.Officer), labels.Of("case." + s.Action), s.Note})
	}
	suggested, err := p.Flow.Cases.Suggest(v.Ctx, c)
	for _, s := range suggested {
		page.Copies = append(page.Copies, copyView{s.Case, marked(s.Own.Text, s.Mine), marked(s.TheirsIs, s.Theirs)})
	}
	return err
}

func categoryText(category cases.Category) string {
	for _, c := range cases.Categories() {
		if c.Category == category {
			return c.Text
		}
	}
	return string(category)
}
