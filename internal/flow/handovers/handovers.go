// Package handovers is the path of a person who wants to talk to an officer: into the list,
// the talk itself, and its end. The rules are internal/desk/handover's; here they are
// loaded, asked and stored, each change with what must follow it.
package handovers

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"phatngon/bot/words"
	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow/effects"
	"phatngon/internal/flow/rules"
	"phatngon/internal/store"
)

// HandOvers changes hand-overs. All fields are set before use.
type HandOvers struct {
	Store *store.Store
	Relay *effects.Relay
	Units *routing.Registry
	Rules *rules.Rules
	Now   func() time.Time
	Log   *slog.Logger

	Send func(ctx context.Context, who people.Requester, cause string, messages ...effect.Message) error
}

// Enter is the handler that enters a person into the list of those who wait for an
// officer, and then says so.
func (q *HandOvers) Enter(ctx context.Context, owner string, e effect.Effect) error {
	who, err := q.Store.Requester(ctx, owner)
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	if who.Erased {
		return nil // came late: nobody asks any more
	}
	unit, err := q.staffed(ctx, e.HandOver.Unit)
	if err != nil {
		return err
	}
	h := handover.New(e.Key, who, *e.HandOver, unit, e.At)
	if err := q.Store.InsertHandOver(ctx, &h); err != nil && !errors.Is(err, desk.ErrConflict) {
		return fmt.Errorf("enter hand-over: %w", err)
	}
	return q.Send(ctx, who, e.Key, words.HandedOver(q.duty(unit, e.At), e.At, q.Units.Office(unit), e.HandOver.Buttons))
}

// staffed is the unit, if somebody there can take the talk; else the coordinating office.
func (q *HandOvers) staffed(ctx context.Context, unit string) (string, error) {
	if _, known := q.Units.Unit(unit); !known {
		return routing.ProvinceOffice, nil
	}
	officers, err := q.Store.Officers(ctx)
	if err != nil {
		return "", fmt.Errorf("who works at %s: %w", unit, err)
	}
	for _, o := range officers {
		if !o.Disabled && o.Role != people.RoleAdmin && people.SpeaksFor(o, unit) {
			return unit, nil
		}
	}
	return routing.ProvinceOffice, nil
}

func (q *HandOvers) duty(unit string, at time.Time) words.Duty {
	set := q.Rules.At(at)
	return words.Duty{Calendar: set.DutyOf(unit), Terms: set.HandOvers()}
}

// Ref is a hand-over as a form was shown with it: a change is refused with
// desk.ErrConflict when somebody changed it meanwhile.
type Ref struct {
	ID      string
	Version int64
}

// Open returns a hand-over that by may see.
func (q *HandOvers) Open(ctx context.Context, by people.Officer, id string) (handover.HandOver, error) {
	h, err := q.Store.HandOver(ctx, id)
	if err != nil {
		return h, fmt.Errorf("load hand-over: %w", err)
	}
	if !handover.MaySee(by, h) {
		return handover.HandOver{}, desk.ErrForbidden
	}
	return h, nil
}

// change has the desk decide and stores the result with what must follow it in one write.
func (q *HandOvers) change(ctx context.Context, by people.Officer, at Ref, decide func(handover.HandOver) (handover.HandOver, error)) error {
	h, err := q.Open(ctx, by, at.ID)
	if err != nil {
		return err
	}
	if h.Version != at.Version {
		return desk.ErrConflict
	}
	next, err := decide(h)
	if err != nil {
		return err
	}
	return q.save(ctx, next)
}

func (q *HandOvers) save(ctx context.Context, h handover.HandOver) error {
	if err := q.Store.ReplaceHandOver(ctx, &h); err != nil {
		return fmt.Errorf("change hand-over: %w", err)
	}
	q.Relay.Finish(ctx, store.HandOvers, h.ID)
	return nil
}

// Take has by talk with the person; of two who try, one does.
func (q *HandOvers) Take(ctx context.Context, by people.Officer, at Ref) error {
	return q.change(ctx, by, at, func(h handover.HandOver) (handover.HandOver, error) { return handover.Take(h, by, q.Now()) })
}

// Say brings the officer's words to the person. What the person wrote meanwhile hinders
// nothing: the form's version is of no account.
func (q *HandOvers) Say(ctx context.Context, by people.Officer, id, text string) error {
	for {
		h, err := q.Open(ctx, by, id)
		if err != nil {
			return err
		}
		next, err := handover.Say(h, by, text, q.Now())
		if err == nil {
			err = q.save(ctx, next)
		}
		if !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}

// GiveBack has the person wait for another officer.
func (q *HandOvers) GiveBack(ctx context.Context, by people.Officer, at Ref) error {
	return q.change(ctx, by, at, func(h handover.HandOver) (handover.HandOver, error) { return handover.GiveBack(h, by, q.Now()) })
}

// Pass has the person wait for another unit, where somebody can take the talk.
func (q *HandOvers) Pass(ctx context.Context, by people.Officer, at Ref, unit string) error {
	there, err := q.staffed(ctx, unit)
	if err != nil {
		return err
	}
	if there != unit {
		return &desk.InvalidError{Field: "unit", Text: "Đơn vị này chưa có cán bộ dùng hệ thống để trao đổi. Vui lòng chọn đơn vị khác."}
	}
	return q.change(ctx, by, at, func(h handover.HandOver) (handover.HandOver, error) { return handover.Pass(h, by, unit, q.Now()) })
}

// End ends the talk.
func (q *HandOvers) End(ctx context.Context, by people.Officer, at Ref) error {
	return q.change(ctx, by, at, func(h handover.HandOver) (handover.HandOver, error) { return handover.End(h, by, q.Now()) })
}

// Close notes that somebody has spoken with the person elsewhere.
func (q *HandOvers) Close(ctx context.Context, by people.Officer, at Ref) error {
	return q.change(ctx, by, at, func(h handover.HandOver) (handover.HandOver, error) { return handover.Close(h, by, q.Now()) })
}
