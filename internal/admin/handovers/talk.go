package handovers

import (
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/routing"
	"phatngon/internal/store"
)

type talkPage struct {
	door.Page
	HandOver handover.HandOver
	Who      string
	UnitName string
	Officer  string // who talks with them
	Mine     bool
	Before   []line // of the chat, before the hand-over
	Lines    []line
	May      map[string]bool
	Units    []routing.Unit
	Canned   []canned
	Text     string // typed, or a canned line to be sent
	Error    string
	Most     int
	Unread   bool // the last words are the person's
}

// line is one line of what was said; Arrival is how an officer's words fare, Lost that
// they need somebody.
type line struct {
	At            time.Time
	From, By      string
	Text, Arrival string
	Lost          bool
}

type canned struct{ Title, URL string }

func (p *Pages) getTalk(v *door.Visit) error {
	return p.show(v, http.StatusOK, v.Query("id"), "", "")
}

// show is the page of a talk, with what was typed and what is wrong with it.
func (p *Pages) show(v *door.Visit, status int, id, typed, wrong string) error {
	h, err := p.Flow.HandOvers.Open(v.Ctx, v.Officer, id)
	if err != nil {
		return err
	}
	names, err := p.names(v)
	if err != nil {
		return err
	}
	page := talkPage{Page: v.Page("Trao đổi với "+strings.ToLower(labels.Of(h.Kind)), "handovers"), HandOver: h, Who: asker(h.Kind, h.Newsroom), UnitName: p.Units.Name(h.Unit),
		Officer: names.Of(h.Officer), Mine: h.Officer == v.Officer.ID, Before: contextOf(h), Lines: linesOf(h, names), May: map[string]bool{},
		Units: p.Units.All(), Text: typed, Error: wrong, Most: handover.MostSaid, Unread: h.State == handover.Talking && h.Unanswered()}
	for _, action := range handover.Actions(v.Officer, h) {
		page.May[action] = true
	}
	if err := p.arrivals(v, h, page.Lines); err != nil {
		return err
	}
	p.offerCanned(v, &page)
	return v.Render(status, "talk", page)
}

// arrivals says of each line of an officer how its message fares.
func (p *Pages) arrivals(v *door.Visit, h handover.HandOver, lines []line) error {
	for i, l := range h.Lines {
		if l.Key == "" {
			continue
		}
		state, why, err := p.Flow.HandOvers.Arrival(v.Ctx, l.Key)
		if err != nil {
			return err
		}
		switch state {
		case store.ItemPending, store.ItemWorking:
			lines[i].Arrival = "Đang gửi"
		case store.ItemAside:
			lines[i].Arrival, lines[i].Lost = "Chưa gửi được: "+why, true
		case store.ItemDone:
			lines[i].Arrival = "Zalo đã nhận"
		}
	}
	return nil
}

// offerCanned lists the canned lines, and fills the one that was picked into the form.
func (p *Pages) offerCanned(v *door.Visit, page *talkPage) {
	set := p.Flow.Rules.At(p.Now())
	for i, c := range set.HandOvers().Canned {
		number := strconv.Itoa(i + 1)
		page.Canned = append(page.Canned, canned{c.Title, "/admin/handovers/talk?" + url.Values{"id": {page.HandOver.ID}, "canned": {number}}.Encode()})
		if page.Text == "" && v.Query("canned") == number {
			page.Text = fill(c.Text, v.Officer, page.UnitName, set.DutyOf(page.HandOver.Unit).Hours())
		}
	}
}

// fill puts what is known into the places that a canned line leaves open.
func fill(text string, o people.Officer, unit, hours string) string {
	return strings.NewReplacer(policy.PlaceOfficer, o.Name, policy.PlacePosition, o.Position, policy.PlaceUnit, unit, policy.PlaceDuty, hours).Replace(text)
}

func contextOf(h handover.HandOver) []line {
	var all []line
	for _, l := range h.Context {
		all = append(all, line{At: l.At, From: l.From, By: labels.Of(l.From), Text: l.Text})
	}
	return all
}

func linesOf(h handover.HandOver, names labels.OfficerNames) []line {
	var all []line
	for _, l := range h.Lines {
		by := labels.Of(l.From)
		if l.From == handover.FromOfficer {
			by = names.Of(l.Officer)
		}
		all = append(all, line{At: l.At, From: l.From, By: by, Text: l.Text})
	}
	return all
}

func (p *Pages) postSay(v *door.Visit) error {
	id, text := v.Text("id"), v.Text("text")
	err := p.Flow.HandOvers.Say(v.Ctx, v.Officer, id, text)
	var invalid *desk.InvalidError
	var refused *desk.RuleError
	switch {
	case errors.As(err, &invalid):
		return p.show(v, http.StatusUnprocessableEntity, id, text, invalid.Text)
	case errors.As(err, &refused):
		return p.show(v, http.StatusForbidden, id, text, "Chưa gửi: "+refused.Text)
	case err != nil:
		return err
	}
	return v.Redirect(talkURL(id)+"#end", "")
}
