package live

import (
	"cmp"
	"context"
	"strconv"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/flow/access"
)

// beatEvery is how often a stream says that it is alive: proxies close what is silent for a
// minute.
const beatEvery = 20 * time.Second

// longest is how far back a page is told of.
const longest = 24 * time.Hour

// Pages is the group's handlers and what they work with.
type Pages struct {
	Hub   *Hub
	Units labels.Units
}

// Mount opens the group's stream.
func (p *Pages) Mount(d *door.Door) { d.Get("/live", door.Officers, p.getLive) }

// getLive streams how many requests have come to the officer's unit since the page was made.
func (p *Pages) getLive(v *door.Visit) error {
	unit := v.Officer.Unit
	if door.Coordinators(v.Officer) {
		unit, _ = p.Units.Pick(v.Query("unit"))
	}
	page := p.Hub.enter(unit, access.Hash(v.Session()))
	if page == nil {
		return v.NoEvents()
	}
	since := p.since(v.Query("since"))
	return v.Feed(func(e *door.Events) error {
		defer p.Hub.leave(page)
		return p.feed(e, page, since)
	})
}

// since is when the page was made, in milliseconds.
func (p *Pages) since(typed string) time.Time {
	now := p.Hub.Now()
	ms, err := strconv.ParseInt(typed, 10, 64)
	if at := time.UnixMilli(ms); err == nil && at.After(now.Add(-longest)) && at.Before(now) {
		return at
	}
	return now
}

// feed sends a number whenever it has changed, and beats between.
func (p *Pages) feed(e *door.Events, page *page, since time.Time) error {
	beat := time.NewTicker(cmp.Or(p.Hub.Beat, beatEvery))
	defer beat.Stop()
	told, err := 0, e.Beat()
	poke(page) // of what came before the stream was open
	for err == nil {
		select {
		case <-e.Closing:
			return nil
		case <-beat.C:
			err = e.Beat()
		case <-page.poke:
			told, err = p.tell(e, page.unit, since, told)
		}
	}
	return err
}

// tell says how many there are by now, unless the page knows.
func (p *Pages) tell(e *door.Events, unit string, since time.Time, told int) (int, error) {
	ctx, cancel := context.WithTimeout(e.Ctx, 10*time.Second)
	defer cancel()
	found, err := p.Hub.Store.RequestsChangedSince(ctx, since, mostFound)
	if err != nil {
		return told, err // the browser comes back by itself
	}
	n := 0
	for _, r := range found {
		if arrived(r, unit, since) {
			n++
		}
	}
	if n == told {
		return told, nil
	}
	if err := e.Beat(); err != nil { // a session that is over is told nothing
		return told, err
	}
	return n, e.Send("new", door.Counted(n))
}
