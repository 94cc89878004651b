package requests

import (
	"fmt"
	"strconv"
	"strings"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/edge"
	"phatngon/knowledge/statement"
)

// insertView is something that one click puts into a draft: a statement in force that is near
// what is asked, an answer that was given before, or a canned line.
type insertView struct {
	Key, Title, Text string
	From             string // "Phát ngôn", "Đã trả lời" or ""
	URL, Code        string // where it stands; "" of a line
	Unit             string
}

// mostRelated is how many statements are offered.
const mostRelated = 3

// offerInserts fills in what may be put into the draft of a part.
func (p *Pages) offerInserts(v *door.Visit, r request.Request, view *partView) error {
	if !view.May[request.ActDraft] {
		return nil
	}
	var err error
	view.Inserts, err = p.inserts(v, r, view.Index)
	return err
}

// inserts are what may be put into the answer to a part; the same request gives the same.
func (p *Pages) inserts(v *door.Visit, r request.Request, part int) ([]insertView, error) {
	earlier, err := p.earlier(v.Ctx, r, part)
	return append(append(p.related(request.Asked(r, part)), earlier...), p.lines(r, part)...), err
}

// related are the public statements in force that are nearest to what is asked, as they are
// cited: who said it, and when, before the words as they stand.
func (p *Pages) related(asked string) (all []insertView) {
	for _, hit := range p.Flow.Base.Search(asked, statement.AudiencePublic, p.Now(), mostRelated) {
		s, ok := p.Flow.Base.InForce(hit.Statement, statement.AudiencePublic, p.Now())
		if ok {
			all = append(all, insertView{Key: s.Code, From: "Phát ngôn", Code: s.Code, URL: door.StatementURL(s.Code), Title: s.Title, Unit: p.Units.Name(s.Unit),
				Text: fmt.Sprintf("Theo phát ngôn %s của %s, ngày %s:\n\n%s", s.Code, speaker(s.Spokesperson, s.Position), edge.Date(s.IssuedAt), s.Body)})
		}
	}
	return all
}

// speaker is who said it, by name and position.
func speaker(name, position string) string {
	return strings.TrimSuffix(name+", "+position, ", ")
}

func (p *Pages) lines(r request.Request, part int) (all []insertView) {
	filled := strings.NewReplacer(policy.PlaceUnit, p.Units.Name(r.Parts[part].Unit), policy.PlaceCode, r.Code, policy.PlaceDay, edge.Date(p.Now()))
	for i, l := range p.Flow.Rules.At(p.Now()).Lines() {
		all = append(all, insertView{Key: "line-" + strconv.Itoa(i+1), Title: l.Title, Text: filled.Replace(l.Text)})
	}
	return all
}

// inserted is what is typed with what was chosen below it; what is not offered any more
// changes nothing.
func (p *Pages) inserted(v *door.Visit, typed request.Scratch) (request.Scratch, error) {
	key := v.Text("insert")
	if key == "" {
		return typed, nil
	}
	r, err := p.visibleRequest(v)
	if err != nil || typed.Part < 0 || typed.Part >= len(r.Parts) {
		return typed, err
	}
	all, err := p.inserts(v, r, typed.Part)
	for _, one := range all {
		if one.Key == key {
			typed.Text = strings.TrimSpace(typed.Text + "\n\n" + one.Text)
			break
		}
	}
	return typed, err
}
