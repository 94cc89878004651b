package cases

import (
	"net/http"
	"net/url"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk/cases"
	"phatngon/internal/store"
)

type boardPage struct {
	door.Page
	Columns []column
	Rows    []row
	More    string
}

type column struct {
	Text, URL string
	Count     int
	Current   bool
}

type row struct {
	Code, Unit, State string
	Reports           int
	Since, Due        time.Time
	Late              bool
}

// getBoard lists the cases of one column, the oldest first: all of them for who
// coordinates, else those of the officer's unit.
func (p *Pages) getBoard(v *door.Visit) error {
	scope, at := door.ScopeOf(v.Officer), cases.Column(v.Query("column"))
	if at.Label() == "" {
		at = cases.ColumnNew
		if scope != "" {
			at = cases.ColumnVerifying
		}
	}
	found, next, err := p.Store.Cases(v.Ctx, store.CaseFilter{Unit: scope, Board: at, After: v.Query("after"), Limit: door.PageSize})
	if err != nil {
		return err
	}
	counts, err := p.Store.CountCases(v.Ctx, scope)
	if err != nil {
		return err
	}
	page := boardPage{Page: v.Page("Tin có dấu hiệu giả, sai sự thật", "cases")}
	for _, c := range cases.Columns() {
		page.Columns = append(page.Columns, column{c.Label(), "/admin/cases?column=" + string(c), counts[c], c == at})
	}
	for _, c := range found {
		page.Rows = append(page.Rows, row{Code: c.Code, Unit: p.Units.Name(c.Unit), State: c.State.Label(), Reports: len(c.Reports),
			Since: c.CreatedAt, Due: c.Due, Late: !c.Due.IsZero() && c.Due.Before(p.Now())})
	}
	if next != "" {
		page.More = "/admin/cases?column=" + string(at) + "&after=" + url.QueryEscape(next)
	}
	return v.Render(http.StatusOK, "cases", page)
}
