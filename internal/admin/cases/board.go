package cases

import (
	"net/http"
	"net/url"
	"slices"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/cases"
	"phatngon/internal/edge"
	"phatngon/internal/store"
)

type boardPage struct {
	door.Page
	Tabs   []tab
	Rows   []row
	Alerts []alertView
	Column cases.Column
	Sought string // code that was not found
	More   string // address of the next page, "" when this is the last
}

type tab struct {
	Text, URL string
	Count     int
	Current   bool
}

type row struct {
	Code, Shown, Unit string
	Spread            string // as the first who reported it has it
	Reports, Lately   int    // all, and those of the last 24 hours
	State             cases.State
	Severity          cases.Severity
	Since             time.Time
	Left              edge.Remaining
}

func (p *Pages) getBoard(v *door.Visit) error {
	typed := v.Query("code")
	if code, ok := cases.FindCode(typed); ok {
		if c, err := p.Store.Case(v.Ctx, code); err == nil && cases.MaySee(v.Officer, c) {
			return v.Redirect(caseURL(code), "")
		}
	}
	column := cases.Column(v.Query("column"))
	if !slices.Contains(cases.Columns(), column) {
		column = cases.ColumnNew
	}
	page := boardPage{Page: v.Page("Tin giả, tin sai sự thật", "cases"), Column: column, Sought: typed}
	scope := door.ScopeOf(v.Officer)
	counts, err := p.Store.CountCases(v.Ctx, scope)
	if err != nil {
		return err
	}
	for _, c := range cases.Columns() {
		page.Tabs = append(page.Tabs, tab{c.Label(), boardURL(c, ""), counts[c], c == column})
	}
	found, next, err := p.Store.Cases(v.Ctx, store.CaseFilter{Board: column, Unit: scope, After: v.Query("after"), Limit: door.PageSize})
	if err != nil {
		return err
	}
	if next != "" {
		page.More = boardURL(column, next)
	}
	if page.Alerts, err = p.alerts(v); err != nil {
		return err
	}
	for _, c := range found {
		r, err := p.row(v, c)
		if err != nil {
			return err
		}
		page.Rows = append(page.Rows, r)
	}
	return v.Render(http.StatusOK, "cases", page)
}

func boardURL(c cases.Column, after string) string {
	q := url.Values{"column": {string(c)}}
	if after != "" {
		q.Set("after", after)
	}
	return "/admin/cases?" + q.Encode()
}

func (p *Pages) row(v *door.Visit, c cases.Case) (row, error) {
	r := row{Code: c.Code, Unit: p.Units.Name(c.Unit), Reports: len(c.Reports), State: c.State, Severity: c.Severity, Since: c.CreatedAt}
	if !c.Due.IsZero() {
		r.Left = edge.TimeLeft(calendar.Clock{Start: c.UpdatedAt, Due: c.Due}, p.Now())
	}
	var err error
	if r.Lately, err = p.Store.ReportsSince(v.Ctx, c.Code, p.Now().Add(-24*time.Hour), mostLately); err != nil {
		return r, err
	}
	switch {
	case cases.Logged(c) || !cases.MaySee(v.Officer, c): // a list is no look
		r.Shown = "(nội dung mức 2a: chỉ cán bộ được chỉ định xem)"
	case len(c.Reports) > 0:
		first, err := p.Store.Report(v.Ctx, c.Reports[0])
		if err != nil {
			return r, err
		}
		r.Shown, r.Spread = shownBy(first), first.Spread
	}
	return r, nil
}

// mostLately is how many reports of a day are counted.
const mostLately = 500

// shownBy is what a report showed, in one line.
func shownBy(r cases.Report) string {
	switch {
	case r.Text != "":
		return r.Text
	case len(r.Links) > 0:
		return r.Links[0].Given
	}
	return "(ảnh)"
}
