package requests

import (
	"net/http"
	"net/url"
	"slices"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/internal/edge"
	"phatngon/internal/store"
)

// openStates are the states in which the unit still owes a decision.
func openStates() []request.State {
	return slices.DeleteFunc(request.States(), func(s request.State) bool { return !s.Open() })
}

type queuePage struct {
	door.Page
	Tabs   []tab
	Rows   []queueRow
	State  request.State // "" = all that are open
	Unit   string        // typed unit, for those who see all
	Units  []routing.Unit
	Shares []queueRow // parts of this unit in requests that other units lead
	Sought string     // code that was not found
	More   string     // address of the next page, "" when this is the last

	MayDraft bool // statements of their own unit
}

type tab struct {
	Text, URL string
	Count     int
	Current   bool
}

type queueRow struct {
	Code, Question, Unit, Asker string
	State                       request.State
	Due                         time.Time
	Left                        edge.Remaining
}

func (p *Pages) getQueue(v *door.Visit) error {
	if typed := v.Query("code"); typed != "" {
		return p.findRequest(v, typed)
	}
	return p.showQueue(v, "")
}

// findRequest opens the request whose code was typed, in any spelling.
func (p *Pages) findRequest(v *door.Visit, typed string) error {
	if code, ok := request.FindCode(typed); ok {
		if r, err := p.Store.Request(v.Ctx, code); err == nil && request.MaySee(v.Officer, r) {
			return v.Redirect(door.RequestURL(code), "")
		}
	}
	return p.showQueue(v, typed)
}

func (p *Pages) showQueue(v *door.Visit, sought string) error {
	q := queuePage{Page: v.Page("Yêu cầu", "queue"), Sought: sought, State: knownState(v.Query("state")),
		MayDraft: people.MayDraft(v.Officer, v.Officer.Unit) == nil}
	unit := v.Officer.Unit
	if door.Coordinators(v.Officer) {
		unit, _ = p.Units.Pick(v.Query("unit"))
		q.Unit, q.Units = p.Units.Option(unit), p.Units.All()
	}
	counts, err := p.Store.CountRequests(v.Ctx, unit)
	if err != nil {
		return err
	}
	q.Tabs = queueTabs(counts, q.State, q.Unit)
	requests, next, err := p.Store.Requests(v.Ctx, store.RequestFilter{
		Unit: unit, State: q.State, Open: q.State == "", After: v.Query("after"), Limit: door.PageSize,
	})
	if err != nil {
		return err
	}
	q.Rows = p.queueRows(requests)
	if q.Shares, err = p.shareRows(v, unit, q); err != nil {
		return err
	}
	if next != "" {
		q.More = queueURL(q.State, q.Unit, next)
	}
	return v.Render(http.StatusOK, "queue", q)
}

// shareRows are the unit's open parts in requests that are listed with another unit, on
// the page of what is to be done.
func (p *Pages) shareRows(v *door.Visit, unit string, q queuePage) ([]queueRow, error) {
	if unit == "" || q.State != "" || v.Query("after") != "" {
		return nil, nil
	}
	found, err := p.Store.SharesOpen(v.Ctx, unit, door.PageSize)
	if err != nil {
		return nil, err
	}
	var rows []queueRow
	for _, share := range found {
		r, err := p.Store.Request(v.Ctx, share.Request)
		if err != nil {
			return nil, err
		}
		part := r.Parts[share.Part]
		rows = append(rows, queueRow{Code: r.Code, Question: request.Asked(r, share.Part), Unit: p.Units.Name(part.Unit), Asker: asker(r),
			State: part.State, Due: part.Clock.Due, Left: edge.TimeLeft(part.Clock, p.Now())})
	}
	return rows, nil
}

func (p *Pages) queueRows(requests []request.Request) []queueRow {
	rows := make([]queueRow, 0, len(requests))
	for _, r := range requests {
		row := queueRow{
			Code: r.Code, Question: r.Question, Unit: p.Units.Name(r.Unit), Asker: asker(r),
			State: r.State, Due: r.Due,
		}
		if r.State.Open() {
			row.Left = edge.TimeLeft(urgent(r), p.Now())
		}
		rows = append(rows, row)
	}
	return rows
}

// urgent is the clock that ends first among the open parts.
func urgent(r request.Request) calendar.Clock {
	for _, part := range r.Parts {
		if part.Clock.Due.Equal(r.Due) {
			return part.Clock
		}
	}
	return calendar.Clock{Start: r.CreatedAt, Due: r.Due}
}

// asker is all that a unit may know of who asked: role and newsroom, and that
// nobody is left to read the answer.
func asker(r request.Request) string {
	who := labels.Of(r.RequesterKind)
	switch {
	case r.Requester == "":
		return who + " – đã xóa dữ liệu, không nhận được câu trả lời"
	case r.Newsroom != "":
		return who + ", " + r.Newsroom
	}
	return who
}

func queueTabs(counts map[request.State]int, current request.State, unit string) []tab {
	open := tab{Text: "Cần làm", URL: queueURL("", unit, ""), Current: current == ""}
	for _, s := range openStates() {
		open.Count += counts[s]
	}
	tabs := []tab{open}
	for _, s := range request.States() {
		tabs = append(tabs, tab{Text: s.Label(), URL: queueURL(s, unit, ""), Count: counts[s], Current: s == current})
	}
	return tabs
}

func queueURL(s request.State, unit, after string) string {
	q := url.Values{}
	for name, value := range map[string]string{"state": string(s), "unit": unit, "after": after} {
		if value != "" {
			q.Set(name, value)
		}
	}
	if len(q) == 0 {
		return "/admin/"
	}
	return "/admin/?" + q.Encode()
}

func knownState(typed string) request.State {
	s := request.State(typed)
	if slices.Contains(request.States(), s) {
		return s
	}
	return ""
}
