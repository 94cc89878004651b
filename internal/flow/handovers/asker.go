package handovers

import (
	"context"
	"errors"
	"fmt"

	"phatngon/bot/words"
	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/people"
)

// Hear is the handler that brings what a person said to the officer whom they wait for or
// talk with, or ends that by their wish. Words that come too late are said to be unread.
func (q *HandOvers) Hear(ctx context.Context, owner string, e effect.Effect) error {
	who, err := q.Store.Requester(ctx, owner)
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	if who.Erased {
		return nil // came late: nobody talks any more
	}
	over, err := q.fulfil(ctx, who, e)
	switch {
	case err != nil:
		return err
	case e.Talk.Action == handover.ActLeave:
		return q.Send(ctx, who, e.Key, words.Talked(handover.ActLeave, "", words.Duty{}, e.At))
	case over && e.Talk.Quiet: // nobody has answered it
		return q.Send(ctx, who, e.Key, effect.Message{Text: words.TextOverBefore})
	}
	return nil
}

// fulfil takes the person's step, once. over: it had ended before. A lost race is tried
// again.
func (q *HandOvers) fulfil(ctx context.Context, who people.Requester, e effect.Effect) (over bool, err error) {
	for {
		h, err := q.Store.HandOver(ctx, e.Talk.HandOver)
		if errors.Is(err, desk.ErrNotFound) || err == nil && !h.Knows(e.Key) && (!h.Open || h.Requester != who.ID) {
			return true, nil
		}
		if err != nil {
			return false, fmt.Errorf("load hand-over: %w", err)
		}
		if h.Knows(e.Key) {
			return false, nil
		}
		next, err := handover.Hear(h, who, e.Talk.Lines, e.Talk.Grave, e.Key, e.At)
		if e.Talk.Action == handover.ActLeave {
			next, err = handover.Leave(h, who, e.Key, e.At)
		}
		if err == nil {
			err = q.save(ctx, next)
		}
		if !errors.Is(err, desk.ErrConflict) {
			return false, err
		}
	}
}

// Tell is the handler by which a person hears of a step of their hand-over, or what the
// officer said.
func (q *HandOvers) Tell(ctx context.Context, owner string, e effect.Effect) error {
	h, err := q.Store.HandOver(ctx, owner)
	if err != nil {
		return fmt.Errorf("load hand-over: %w", err)
	}
	if h.Requester == "" {
		return nil // erased: nobody listens any more
	}
	who, err := q.Store.Requester(ctx, h.Requester)
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	unit := q.Units.Office(e.Talk.Unit)
	if e.Talk.Action == handover.ActSay {
		return q.say(ctx, who, h, e, unit)
	}
	return q.Send(ctx, who, e.Key, words.Talked(e.Talk.Action, unit, q.duty(e.Talk.Unit, e.At), e.At))
}

// say sends the words of the line that the effect names.
func (q *HandOvers) say(ctx context.Context, who people.Requester, h handover.HandOver, e effect.Effect, unit string) error {
	officer, err := q.Store.Officer(ctx, e.Talk.Officer)
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return fmt.Errorf("load officer: %w", err)
	}
	for _, l := range h.Lines {
		if l.Key == e.Key {
			return q.Send(ctx, who, e.Key, words.FromOfficer(officer.Name, unit, l.Text))
		}
	}
	return nil
}

// Arrival is where an officer's words stand on their way: the state of the message, and
// why it waits; "" of one that is not in the outbox any more.
func (q *HandOvers) Arrival(ctx context.Context, key string) (state, why string, err error) {
	item, err := q.Store.Queue("outbox").Item(ctx, key+"/0/0")
	if errors.Is(err, desk.ErrNotFound) {
		return "", "", nil
	}
	if err != nil {
		return "", "", fmt.Errorf("load message: %w", err)
	}
	return item.State, item.Reason, nil
}
