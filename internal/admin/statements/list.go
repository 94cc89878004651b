package statements

import (
	"net/http"
	"net/url"
	"slices"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/routing"
	"phatngon/internal/store"
	"phatngon/knowledge/statement"
)

type statementsPage struct {
	door.Page
	Rows                []statementRow
	Statuses            []labels.Choice
	Status              string
	Unit                string
	Text                string // looked for
	Units               []routing.Unit
	MayDraft, MayImport bool
	More                string
}

type statementRow struct {
	statement.Statement
	UnitName string
	State    stateLabel
	Pending  bool // a change waits for a spokesperson
	ToSign   bool // what waits can be published by this officer
}

func (p *Pages) getStatements(v *door.Visit) error {
	s := statementsPage{
		Page: v.Page("Phát ngôn", "statements"), Statuses: labels.Statuses(), Units: p.Units.All(),
		MayDraft: people.MayDraft(v.Officer, v.Officer.Unit) == nil, MayImport: people.MayImport(v.Officer, v.Officer.Unit) == nil,
	}
	if labels.Known(labels.Statuses(), v.Query("status")) {
		s.Status = v.Query("status")
	}
	unit, _ := p.Units.Pick(v.Query("unit"))
	s.Unit = p.Units.Option(unit)
	s.Text = v.Query("q")
	items, next, err := p.listed(v, statement.Status(s.Status), unit, s.Text)
	if err != nil {
		return err
	}
	for _, item := range items {
		own := inside(v.Officer, item)
		if !own && unreleased(item, p.Now()) {
			continue
		}
		s.Rows = append(s.Rows, statementRow{item, p.Units.Name(item.Unit), stateLabelOf(item, p.Now()), own && item.Proposal != nil, slices.Contains(publication.Actions(v.Officer, item), publication.ActPublish)})
	}
	if next != "" {
		s.More = "/admin/statements?" + url.Values{"status": {s.Status}, "unit": {s.Unit}, "q": {s.Text}, "after": {next}}.Encode()
	}
	return v.Render(http.StatusOK, "statements", s)
}

// listed are the statements of a list. Those that hold a text are found by reading them, the
// newest first, no more than so many at once: the next page goes on from there.
func (p *Pages) listed(v *door.Visit, status statement.Status, unit, text string) (found []statement.Statement, next string, err error) {
	f := store.StatementFilter{Status: status, Unit: unit, After: v.Query("after"), Limit: door.PageSize}
	if text == "" {
		return p.Store.Statements(v.Ctx, f)
	}
	f.Limit = mostRead
	items, next, err := p.Store.Statements(v.Ctx, f)
	for _, item := range items {
		if labels.Holds(text, item.Code, item.Title, item.Body, item.Spokesperson) || item.Proposal != nil && labels.Holds(text, item.Proposal.Title, item.Proposal.Body) {
			found = append(found, item)
		}
	}
	return found, next, err
}

// mostRead is how many statements one page of a search reads.
const mostRead = 500
