package requests

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
)

// KeepScratch keeps what an officer types. typed says which scratch its page goes on with
// (ID) and at which version it was shown; where another page has gone on with that one
// meanwhile, this page gets one of its own, and both stand.
func (q *Requests) KeepScratch(ctx context.Context, by people.Officer, typed request.Scratch) (request.Scratch, error) {
	r, err := q.Store.Request(ctx, typed.Request)
	if err != nil {
		return typed, fmt.Errorf("load request %s: %w", typed.Request, err)
	}
	if !request.MaySee(by, r) {
		return typed, desk.ErrForbidden
	}
	if typed.Part < 0 || typed.Part >= len(r.Parts) {
		return typed, desk.ErrNotFound
	}
	if err := request.MayScratch(r, typed.Part, by); err != nil {
		return typed, err
	}
	for {
		kept, err := q.keepScratch(ctx, by, typed, r.Parts[typed.Part])
		if !errors.Is(err, desk.ErrConflict) {
			return kept, err
		}
	}
}

func (q *Requests) keepScratch(ctx context.Context, by people.Officer, typed request.Scratch, part request.Part) (request.Scratch, error) {
	old, err := q.Store.Scratch(ctx, typed.ID)
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return typed, err
	}
	if err != nil || !goesOn(typed, old, by) {
		old, typed.ID = request.Scratch{}, rand.Text()
	}
	next, err := typed.Keep(old, part, by.ID, q.Now())
	if err != nil {
		return typed, err
	}
	next.Version = old.Version
	if err := q.Store.SaveScratch(ctx, &next); err != nil {
		return typed, fmt.Errorf("keep what is typed for %s: %w", typed.Request, err)
	}
	return next, nil
}

// goesOn reports whether a page may write over a scratch: it has before, or nobody has since
// the page showed it.
func goesOn(typed, old request.Scratch, by people.Officer) bool {
	same := old.Officer == by.ID && old.Request == typed.Request && old.Part == typed.Part
	return same && (old.Page == typed.Page || old.Version == typed.Version)
}

// Scratches are what officers of the part's unit type for it and the draft does not hold,
// or have open, the latest first; none for who may not draft it.
func (q *Requests) Scratches(ctx context.Context, by people.Officer, r request.Request, part int) ([]request.Scratch, error) {
	if request.MayScratch(r, part, by) != nil {
		return nil, nil
	}
	all, err := q.Store.ScratchesOf(ctx, r.Code)
	if err != nil {
		return nil, fmt.Errorf("list what is typed for %s: %w", r.Code, err)
	}
	p, now := r.Parts[part], q.Now()
	return slices.DeleteFunc(all, func(s request.Scratch) bool {
		return s.Part != part || s.Unit != p.Unit || !s.Adds(p) && !s.Open(now)
	}), nil
}

// DropScratch removes an officer's own scratch; desk.ErrConflict when another page has typed
// into it since it was shown.
func (q *Requests) DropScratch(ctx context.Context, by people.Officer, shown request.Scratch) error {
	old, err := q.Store.Scratch(ctx, shown.ID)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load what was typed: %w", err)
	}
	if old.Officer != by.ID {
		return desk.ErrForbidden
	}
	if !goesOn(shown, old, by) {
		return desk.ErrConflict
	}
	return q.Store.DeleteScratch(ctx, old.ID)
}
