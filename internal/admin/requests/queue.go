package requests

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
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

type queuePage struct {
	door.Page
	View       string
	Tabs       []tab
	Rows       []queueRow
	Filters    filters
	Kinds      []people.RequesterKind
	Unit       string // typed unit, for those who see all
	Units      []routing.Unit
	Colleagues []labels.Choice
	Shares     []queueRow // parts of this unit in requests that other units lead
	Sought     string     // code that was not found
	More       string     // address of the next page, "" when this is the last
	Clear      string     // address of the view without filters
	Empty      string
	Works      bool // this officer takes steps on requests
	Undo       *undoView
	Grounds    []groundGroup
	News       string // address of the stream that tells what has come since; "" in views that do not list it
	Again      string // this very page, with what has come

	MayDraft bool // statements of their own unit
}

type tab struct {
	Text, URL string
	Count     string
	Current   bool
}

type queueRow struct {
	Code, Question, Unit, Asker, Handler string
	Age                                  string
	State                                request.State
	Due                                  time.Time
	Left                                 edge.Remaining
	Pick                                 string // what ticking it means: code and version
}

// getQueue shows a view; a code, in any spelling, opens its request.
func (p *Pages) getQueue(v *door.Visit) error {
	typed := v.Query("q")
	if code, ok := request.FindCode(typed); ok {
		if r, err := p.Store.Request(v.Ctx, code); err == nil && request.MaySee(v.Officer, r) {
			return v.Redirect(door.RequestURL(code), "")
		}
		return p.showQueue(v, typed)
	}
	return p.showQueue(v, "")
}

func (p *Pages) showQueue(v *door.Visit, sought string) error {
	seen := viewOf(v.Query("view"))
	q := queuePage{Page: v.Page("Yêu cầu", "queue"), View: seen.Key, Sought: sought, Empty: seen.Empty, Kinds: kinds(),
		Filters: filters{Text: v.Query("q"), Kind: knownKind(v.Query("kind"))}, MayDraft: people.MayDraft(v.Officer, v.Officer.Unit) == nil}
	q.Works, q.Undo, q.Grounds = v.Officer.Role != people.RoleAdmin, undoOf(v, p.Now()), p.grounds()
	unit := v.Officer.Unit
	if door.Coordinators(v.Officer) {
		unit, _ = p.Units.Pick(v.Query("unit"))
		q.Unit, q.Units = p.Units.Option(unit), p.Units.All()
	}
	if seen.Key == "" || seen.Key == "new" {
		q.News = "/admin/live?" + url.Values{"unit": {unit}, "since": {strconv.FormatInt(p.Now().UnixMilli(), 10)}}.Encode()
		q.Again = queueURL(q.View, q.Unit, filters{}, "")
	}
	q.Clear = queueURL(q.View, "", filters{}, "")
	officers, err := p.Store.Officers(v.Ctx)
	if err != nil {
		return err
	}
	q.Colleagues = colleagues(officers, v.Officer)
	shares, err := p.shares(v, unit)
	if err != nil {
		return err
	}
	if q.Tabs, err = p.tabs(v, unit, q, shares); err != nil {
		return err
	}
	found, next, err := p.listed(v, seen, unit, q.Filters)
	if err != nil {
		return err
	}
	names := labels.NamesOf(officers)
	q.Rows = p.queueRows(found, names)
	q.Shares = p.shareRows(v, unit, q, shares, names)
	if next != "" {
		q.More = queueURL(q.View, q.Unit, q.Filters, next)
	}
	return v.Render(http.StatusOK, "queue", q)
}

// listed are the requests of a view, by deadline; narrowed by filters, the newest first.
func (p *Pages) listed(v *door.Visit, seen view, unit string, f filters) ([]request.Request, string, error) {
	list := seen.list(v.Officer.ID, unit, p.Now())
	list.After, list.Limit = v.Query("after"), door.PageSize
	if !f.any() {
		found, next, err := p.Store.Requests(v.Ctx, list)
		return visible(v.Officer, found), next, err
	}
	search := store.RequestSearch{Text: f.Text, Kind: f.Kind, Unit: list.Unit, State: list.State, Open: list.Open, Done: list.Done, Handler: list.Handler,
		Below: list.After, Limit: list.Limit}
	found, next, err := p.Store.SearchRequestsDue(v.Ctx, search, list.DueFrom, list.DueTo)
	return visible(v.Officer, found), next, err
}

// visible leaves out what o may not read any more: somebody who changed their unit still
// stands as the one who took a request of the old one.
func visible(o people.Officer, found []request.Request) []request.Request {
	return slices.DeleteFunc(found, func(r request.Request) bool { return !request.MaySee(o, r) })
}

// colleagues are those of the same unit who work on requests, the officer among them.
func colleagues(officers []people.Officer, me people.Officer) []labels.Choice {
	var all []labels.Choice
	for _, o := range officers {
		if o.Unit == me.Unit && !o.Disabled && o.Role != people.RoleAdmin {
			all = append(all, labels.Choice{Value: o.ID, Text: o.Name})
		}
	}
	return all
}

// share is an open part of the unit in a request that is listed with another unit.
type share struct {
	r    request.Request
	part int
}

// shares are those of a unit.
func (p *Pages) shares(v *door.Visit, unit string) (all []share, err error) {
	if unit == "" {
		return nil, nil
	}
	found, err := p.Store.SharesOpen(v.Ctx, unit, door.PageSize)
	for _, one := range found {
		r, err := p.Store.Request(v.Ctx, one.Request)
		if err != nil {
			return nil, err
		}
		all = append(all, share{r, one.Part})
	}
	return all, err
}

// shareRows are the shares that the view would list if they were requests of their own.
func (p *Pages) shareRows(v *door.Visit, unit string, q queuePage, all []share, names labels.OfficerNames) (rows []queueRow) {
	if q.Filters.any() || v.Query("after") != "" {
		return nil
	}
	list := viewOf(q.View).list(v.Officer.ID, unit, p.Now())
	for _, s := range all {
		part := s.r.Parts[s.part]
		if !list.ListsPart(part) {
			continue
		}
		row := p.queueRow(s.r, names)
		row.Question, row.Unit, row.State, row.Due, row.Left = request.Asked(s.r, s.part), p.Units.Name(part.Unit), part.State, part.Clock.Due, edge.TimeLeft(part.Clock, p.Now())
		row.Handler = handlerName(request.HandlerOf(part), names)
		rows = append(rows, row)
	}
	return rows
}

func (p *Pages) queueRows(requests []request.Request, names labels.OfficerNames) []queueRow {
	rows := make([]queueRow, 0, len(requests))
	for _, r := range requests {
		rows = append(rows, p.queueRow(r, names))
	}
	return rows
}

func (p *Pages) queueRow(r request.Request, names labels.OfficerNames) queueRow {
	row := queueRow{
		Code: r.Code, Question: r.Question, Unit: p.Units.Name(r.Unit), Asker: asker(r), State: r.State, Due: r.Due,
		Age: edge.Age(r.CreatedAt, p.Now()), Handler: handlerName(request.Handler(r), names), Pick: r.Code + ":" + strconv.FormatInt(r.Version, 10),
	}
	if r.State.Open() {
		row.Left = edge.TimeLeft(urgent(r), p.Now())
	}
	return row
}

func handlerName(id string, names labels.OfficerNames) string {
	if id == "" {
		return ""
	}
	return names.Of(id)
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

// tabs are the views with how much each lists; what is done is not counted, nor what words or
// a role narrow: a number is that of the list it leads to.
func (p *Pages) tabs(v *door.Visit, unit string, q queuePage, shares []share) ([]tab, error) {
	var tabs []tab
	for _, view := range views {
		t := tab{Text: view.Text, URL: queueURL(view.Key, q.Unit, q.Filters, ""), Current: view.Key == q.View}
		if view.Key != "done" && !q.Filters.any() {
			list := view.list(v.Officer.ID, unit, p.Now())
			n, err := p.Store.TallyRequests(v.Ctx, list, door.MostCounted+1)
			if err != nil {
				return nil, err
			}
			for _, s := range shares {
				if list.ListsPart(s.r.Parts[s.part]) {
					n++
				}
			}
			t.Count = door.Counted(n)
		}
		tabs = append(tabs, t)
	}
	return tabs, nil
}

func queueURL(view, unit string, f filters, after string) string {
	q := url.Values{}
	for name, value := range map[string]string{"view": view, "unit": unit, "q": f.Text, "kind": string(f.Kind), "after": after} {
		if value != "" {
			q.Set(name, value)
		}
	}
	if len(q) == 0 {
		return "/admin/"
	}
	return "/admin/?" + q.Encode()
}

func knownKind(typed string) people.RequesterKind {
	if k := people.RequesterKind(typed); slices.Contains(kinds(), k) {
		return k
	}
	return ""
}
