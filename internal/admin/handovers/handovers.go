// Package handovers is the panel's pages of people who wait to talk to an officer, and of
// the talk itself: an officer takes it, reads what the person wrote since, and answers.
package handovers

import (
	"embed"
	"net/http"
	"net/url"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow"
	"phatngon/internal/store"
)

//go:embed templates/*.html
var templateFiles embed.FS

// Pages is the group's handlers and what they work with.
type Pages struct {
	Flow  *flow.Flow
	Store *store.Store
	Units labels.Units
	Now   func() time.Time
}

// Mount opens the group's pages and forms.
func (p *Pages) Mount(d *door.Door) {
	d.AddPages(templateFiles)
	d.Get("/handovers", door.Officers, p.getList)
	d.Get("/handovers/talk", door.Officers, p.getTalk)
	d.Post("/handovers/say", door.Officers, p.postSay)
	for _, s := range steps() {
		d.Post("/handovers/"+s.path, door.Officers, p.post(s))
	}
}

// lastLines is how much of a chat says what a person wants.
const lastLines = 6

type listPage struct {
	door.Page
	Waiting, Talking []row
	More             string
	Hours            string // when somebody of the officer's unit is there
	Duty             bool   // by now
}

// row is a person who waits: role and newsroom only, and what was said last.
type row struct {
	ID, Who, Unit, Officer, URL string
	Version                     int64
	Since                       time.Time
	Late                        bool
	Talk                        []line
}

func (p *Pages) getList(v *door.Visit) error {
	open, next, err := p.Store.HandOversOpen(v.Ctx, door.ScopeOf(v.Officer), v.Query("after"), door.PageSize)
	if err != nil {
		return err
	}
	names, err := p.names(v)
	if err != nil {
		return err
	}
	now := p.Now()
	duty := p.Flow.Rules.At(now).DutyOf(v.Officer.Unit)
	page := listPage{Page: v.Page("Gặp cán bộ", "handovers"), Hours: duty.Hours(), Duty: duty.OpenAt(now).Equal(now)}
	for _, h := range open {
		r := p.row(h, names)
		if h.State == handover.Talking {
			page.Talking = append(page.Talking, r)
		} else {
			page.Waiting = append(page.Waiting, r)
		}
	}
	if next != "" {
		page.More = "/admin/handovers?" + url.Values{"after": {next}}.Encode()
	}
	return v.Render(http.StatusOK, "handovers", page)
}

func (p *Pages) row(h handover.HandOver, names labels.OfficerNames) row {
	said := append(contextOf(h), linesOf(h, names)...)
	return row{ID: h.ID, Who: asker(h.Kind, h.Newsroom), Unit: p.Units.Name(h.Unit), Officer: names.Of(h.Officer), URL: talkURL(h.ID), Version: h.Version,
		Since: h.Since, Late: h.ToldLate, Talk: said[max(0, len(said)-lastLines):]}
}

func talkURL(id string) string { return "/admin/handovers/talk?" + url.Values{"id": {id}}.Encode() }

func asker(kind people.RequesterKind, newsroom string) string {
	if newsroom == "" {
		return labels.Of(kind)
	}
	return labels.Of(kind) + ", " + newsroom
}

func (p *Pages) names(v *door.Visit) (labels.OfficerNames, error) {
	all, err := p.Store.Officers(v.Ctx)
	return labels.NamesOf(all), err
}
