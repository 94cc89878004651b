package queue

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store"
)

// Job is an item while it is handled. Ref and Body may be set; they are stored with the
// outcome.
type Job struct {
	Item
	q *Queue
}

// SetMark stores mark, and Ref, before it returns: call it before a step that
// cannot be repeated. After a crash the next attempt finds it in Mark. An error
// means that the step must not be taken: the mark is not stored, or the lane is
// another's by now.
func (j *Job) SetMark(ctx context.Context, mark string) error {
	next := j.Item
	next.Mark, next.UpdatedAt = mark, j.q.o.Now()
	if err := j.q.s.ReplaceItem(ctx, &next); err != nil {
		return fmt.Errorf("mark item %s: %w", j.ID, err)
	}
	j.Item = next
	return nil
}

// Behind returns open items of the lane that wait behind this one, in order, at most so
// many. Nobody else works on them meanwhile.
func (j *Job) Behind(ctx context.Context, most int) ([]Item, error) {
	open, err := j.q.s.OpenItems(ctx, j.Lane, most+1)
	if err != nil {
		return nil, fmt.Errorf("look behind item %s: %w", j.ID, err)
	}
	return slices.DeleteFunc(open, func(i Item) bool { return i.ID == j.ID }), nil
}

// Finish closes items behind this one that its handling took along: they are done, with
// the same Ref. Those that are done already stay as they are.
func (j *Job) Finish(ctx context.Context, ids ...string) error {
	for _, id := range ids {
		item, err := j.q.s.Item(ctx, id)
		if err == nil && (item.State == store.ItemPending || item.State == store.ItemWorking) {
			item.State, item.Ref, item.Reason, item.Mark, item.UpdatedAt = store.ItemDone, j.Ref, "", "", j.q.o.Now()
			err = j.q.s.ReplaceItem(ctx, &item)
		}
		if err != nil && !errors.Is(err, desk.ErrNotFound) {
			return fmt.Errorf("finish item %s: %w", id, err)
		}
	}
	return nil
}

// LastAttempt reports that an attempt that ends with err is the item's last: it will be
// set aside.
func (j *Job) LastAttempt(err error) bool {
	var o *outcome
	return err != nil && !errors.As(err, &o) && j.Attempts >= j.q.o.MaxAttempts
}

// outcome is what a handler asks for by Retry and Aside.
type outcome struct {
	aside  bool
	after  time.Duration
	reason string
	then   func(context.Context)
}

func (o *outcome) Error() string { return o.reason }

// Retry asks for another call after a while; the lane waits, and no attempt is
// counted. reason is shown to officers.
func Retry(after time.Duration, reason string) error { return &outcome{after: after, reason: reason} }

// Aside sets the item aside for an officer to look at; the lane goes on. reason
// is shown to officers.
func Aside(reason string) error { return &outcome{aside: true, reason: reason} }

// AsideThen is Aside, and calls then once that is stored: for who must look again whether
// what the item waits for has happened meanwhile.
func AsideThen(reason string, then func(context.Context)) error {
	return &outcome{aside: true, reason: reason, then: then}
}
