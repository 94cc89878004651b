// Package home is the page that an officer's day begins with: what is due, what waits for
// them, what went wrong, each as a number that leads to its list. It shows nothing else and
// changes nothing.
package home

import (
	"embed"
	"net/http"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/edge"
	"phatngon/internal/flow"
	"phatngon/internal/store"
)

//go:embed templates/*.html
var templateFiles embed.FS

// Pages is the page and what it works with.
type Pages struct {
	Flow  *flow.Flow
	Store *store.Store
	Now   func() time.Time
}

// Mount opens the page.
func (p *Pages) Mount(d *door.Door) {
	d.AddPages(templateFiles)
	d.Get("/home", door.Officers, p.getHome)
}

// missedDays is how far back it is counted what nothing answered: as its list begins.
const missedDays = 7

type homePage struct {
	door.Page
	Numbers []number
}

// number leads to what it counts. Class is that of a deadline, "" for none.
type number struct{ Text, Count, URL, Class string }

// list is a number and what it counts.
type list struct {
	text, url, class string
	filter           store.RequestFilter
}

func (p *Pages) getHome(v *door.Visit) error {
	page := homePage{Page: v.Page("Hôm nay", "home")}
	shares, err := p.shares(v)
	if err != nil {
		return err
	}
	for _, l := range p.lists(v.Officer) {
		n, err := p.Store.TallyRequests(v.Ctx, l.filter, door.MostCounted+1)
		if err != nil {
			return err
		}
		for _, part := range shares {
			if l.filter.ListsPart(part) {
				n++
			}
		}
		page.Numbers = append(page.Numbers, number{l.text, door.Counted(n), l.url, l.class})
	}
	page.Numbers = append(page.Numbers, number{"Tin chưa tới người hỏi", page.Me.Unreached, "/admin/failed", ""}, number{"Cảnh báo tăng đột biến", page.Me.Alerts, "/admin/cases", ""})
	missed, err := p.Flow.Askings.TallyMissed(v.Ctx, door.ScopeOf(v.Officer), missedDays, door.MostCounted+1)
	if err != nil {
		return err
	}
	page.Numbers = append(page.Numbers, number{"Lượt hỏi chưa trả lời được, 7 ngày", door.Counted(missed), "/admin/gaps", ""})
	if page.Me.Coordinates {
		page.Numbers = append(page.Numbers, number{"Người chờ gặp cán bộ", page.Me.HandOvers, "/admin/handovers", ""})
	}
	return v.Render(http.StatusOK, "home", page)
}

// shares are the open parts of the officer's unit in requests that other units lead: they are
// in its lists too.
func (p *Pages) shares(v *door.Visit) (parts []request.Part, err error) {
	unit := door.ScopeOf(v.Officer)
	if unit == "" {
		return nil, nil
	}
	found, err := p.Store.SharesOpen(v.Ctx, unit, door.PageSize)
	for _, one := range found {
		r, err := p.Store.Request(v.Ctx, one.Request)
		if err != nil {
			return nil, err
		}
		parts = append(parts, r.Parts[one.Part])
	}
	return parts, err
}

// lists are what this officer is shown, by role: a spokesperson sees first what waits for a
// signature, an administrator works on no request.
func (p *Pages) lists(o people.Officer) []list {
	unit, now := door.ScopeOf(o), p.Now()
	late := list{"Quá hạn", "/admin/?view=late", "late", store.RequestFilter{Unit: unit, Open: true, DueTo: now}}
	today := list{"Đến hạn hôm nay", "/admin/?view=today", "today", store.RequestFilter{Unit: unit, Open: true, DueFrom: now, DueTo: edge.EndOfToday(now)}}
	fresh := list{"Chưa ai nhận", "/admin/?view=new", "", store.RequestFilter{Unit: unit, State: request.Received}}
	sign := list{"Chờ người phát ngôn duyệt", "/admin/?view=sign", "", store.RequestFilter{Unit: unit, State: request.Drafted}}
	mine := list{"Tôi đang xử lý", "/admin/?view=mine", "", store.RequestFilter{Handler: o.ID}}
	switch o.Role {
	case people.RoleSpokesperson:
		sign.text, sign.url = "Chờ duyệt", "/admin/approvals"
		return []list{sign, late, today, fresh, mine}
	case people.RoleAdmin:
		return []list{late, today, fresh, sign}
	}
	return []list{late, today, mine, fresh, sign}
}
