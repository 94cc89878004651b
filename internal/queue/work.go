package queue

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store"
)

// turn is how many items of a lane are handled before other lanes have theirs.
const turn = 10

// again is the wait before something is tried again that the database refused.
const again = time.Second

// workOn claims a lane and handles its items in order, until it is empty, has to
// wait, its turn is over or ctx ends.
func (q *Queue) workOn(ctx context.Context, lane store.Lane, handle Handler) error {
	h, held, err := q.claim(ctx, lane)
	if err != nil {
		return err
	}
	defer h.cancel(nil)
	go h.keep(held)
	for handled := 0; err == nil; handled++ {
		var head Item
		var due time.Time
		if head, due, err = q.head(held, lane.ID); err != nil {
			break
		}
		if due.IsZero() && (handled >= turn || ctx.Err() != nil) {
			due = q.o.Now()
		}
		if due.IsZero() {
			if due, err = q.admit(held, lane.ID); err != nil {
				break
			}
		}
		if due.IsZero() {
			err = q.attempt(held, h, &head, handle)
			continue
		}
		if err = h.release(held, due); err == nil {
			q.alertIf(!due.After(q.o.Now()))
			return nil
		}
		if errors.Is(err, desk.ErrConflict) { // something was put: look again
			err = h.check(held)
		}
	}
	if cause := context.Cause(held); cause != nil {
		return cause
	}
	h.giveUp(held)
	return err
}

// head is a lane's first open item if it may be handled now; else due says when
// to look at the lane again.
func (q *Queue) head(ctx context.Context, lane string) (head Item, due time.Time, err error) {
	items, err := q.s.OpenItems(ctx, lane, 1)
	switch {
	case err != nil:
		return head, due, err
	case len(items) == 0:
		return head, store.Never, nil
	case items[0].NotBefore.After(q.o.Now()):
		return head, items[0].NotBefore, nil
	}
	return items[0], due, nil
}

// admit asks the gate, if there is one, for the head of a lane; due as in head.
func (q *Queue) admit(ctx context.Context, lane string) (due time.Time, err error) {
	if q.o.Gate == nil {
		return due, nil
	}
	items, err := q.s.OpenItems(ctx, lane, seen)
	if err != nil || len(items) == 0 {
		return store.Never, err
	}
	if wait := q.o.Gate.Admit(items); wait > 0 {
		due = q.o.Now().Add(wait)
	}
	return due, nil
}

// attempt starts the head of a lane, has it handled, and stores the outcome.
func (q *Queue) attempt(ctx context.Context, h *hold, head *Item, handle Handler) error {
	if q.o.Gate != nil {
		defer q.o.Gate.Done(*head)
	}
	head.State = store.ItemWorking
	head.Attempts++
	if err := q.s.ReplaceItem(ctx, head); err != nil {
		return fmt.Errorf("start item %s: %w", head.ID, err)
	}
	// The lane may have been lost before this start, which then did not know of the
	// new owner's.
	if err := h.check(ctx); err != nil {
		return err
	}
	j := &Job{Item: *head, q: q}
	err := q.call(ctx, j, handle)
	q.decide(ctx, &j.Item, err)
	if stored := q.store(ctx, &j.Item); stored != nil {
		return stored
	}
	var o *outcome
	if errors.As(err, &o) && o.then != nil {
		o.then(context.WithoutCancel(ctx))
	}
	return nil
}

// call runs the handler; a panic is a failure like any other.
func (q *Queue) call(ctx context.Context, j *Job, handle Handler) (err error) {
	defer func() {
		if p := recover(); p != nil {
			q.log.ErrorContext(ctx, "handler panicked", "item", j.ID, "kind", j.Kind, "stack", string(debug.Stack()))
			err = fmt.Errorf("handler panicked: %v", p)
		}
	}()
	return handle(ctx, j)
}

// decide turns what the handler returned into the item's next state.
func (q *Queue) decide(ctx context.Context, item *Item, err error) {
	now := q.o.Now()
	item.UpdatedAt, item.Reason = now, ""
	var o *outcome
	switch {
	case err == nil:
		item.State = store.ItemDone
		return
	case errors.As(err, &o) && o.aside:
		item.State, item.Reason = store.ItemAside, o.reason
	case errors.As(err, &o):
		item.Attempts-- // it has not failed
		item.State, item.Reason, item.NotBefore = store.ItemPending, o.reason, now.Add(o.after)
		return
	case item.Attempts >= q.o.MaxAttempts:
		item.State, item.Reason = store.ItemAside, err.Error()
	default:
		item.State, item.Reason, item.NotBefore = store.ItemPending, err.Error(), now.Add(q.o.Backoff(item.Attempts))
	}
	q.log.WarnContext(ctx, "item failed", "item", item.ID, "kind", item.Kind, "state", item.State, "attempt", item.Attempts, "err", err)
}

// store keeps an outcome, and keeps trying as long as the lane is held: without
// it the item would be handled once more. A lost lane does not make the outcome
// untrue; the item's version tells whether it still counts.
func (q *Queue) store(ctx context.Context, item *Item) error {
	for {
		err := q.s.ReplaceItem(context.WithoutCancel(ctx), item)
		if err == nil || errors.Is(err, desk.ErrConflict) || errors.Is(err, desk.ErrNotFound) {
			return err
		}
		q.log.ErrorContext(ctx, "store the outcome of an item", "item", item.ID, "err", err)
		select {
		case <-time.After(again):
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}
