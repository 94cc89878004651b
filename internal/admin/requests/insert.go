package requests

import (
	"net/url"
	"strconv"
	"strings"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/edge"
	"phatngon/knowledge/statement"
)

// insertView is something that one click puts into a draft: a statement in force that is near
// what is asked, or a canned line. URL does it without a script.
type insertView struct {
	Key, Title, Text, URL string
	Statement             string // its code; "" of a line
	Unit                  string
}

// mostRelated is how many statements are offered.
const mostRelated = 3

// offerInserts fills in what may be put into the draft of a part, and puts in what the address
// names.
func (p *Pages) offerInserts(v *door.Visit, r request.Request, view *partView) {
	if !view.May[request.ActDraft] {
		return
	}
	view.Inserts = append(p.related(r, view), p.lines(r, view)...)
	for i := range view.Inserts {
		one := &view.Inserts[i]
		one.URL = door.RequestURL(r.Code) + "?" + url.Values{"insert": {one.Key}, "part": {strconv.Itoa(view.Index)}}.Encode() + "#draft-" + strconv.Itoa(view.Index)
		if v.Query("insert") == one.Key && v.Query("part") == strconv.Itoa(view.Index) && view.Form.Failed == "" {
			view.Form.Draft, view.Form.Inserted = strings.TrimSpace(view.Form.Draft+"\n\n"+one.Text), true
		}
	}
}

// related are the public statements in force that are nearest to what is asked.
func (p *Pages) related(r request.Request, view *partView) (all []insertView) {
	for _, hit := range p.Flow.Base.Search(view.Asked, statement.AudiencePublic, p.Now(), mostRelated) {
		s, ok := p.Flow.Base.InForce(hit.Statement, statement.AudiencePublic, p.Now())
		if ok {
			all = append(all, insertView{Key: s.Code, Statement: s.Code, Title: s.Title, Unit: p.Units.Name(s.Unit), Text: s.Body})
		}
	}
	return all
}

func (p *Pages) lines(r request.Request, view *partView) (all []insertView) {
	filled := strings.NewReplacer(policy.PlaceUnit, view.UnitName, policy.PlaceCode, r.Code, policy.PlaceDay, edge.Date(p.Now()))
	for i, l := range p.Flow.Rules.At(p.Now()).Lines() {
		all = append(all, insertView{Key: "line-" + strconv.Itoa(i+1), Title: l.Title, Text: filled.Replace(l.Text)})
	}
	return all
}
