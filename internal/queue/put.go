package queue

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"phatngon/internal/desk"
	"phatngon/internal/store"
)

// Put stores items, each ID once; they are on disk when it returns. added[i] is
// false when the ID was put before. Items of one lane are handled in the order
// put, also by concurrent callers of one instance; instances order by their clocks.
// An item that may not be handled yet (NotBefore) makes the items behind it wait.
func (q *Queue) Put(ctx context.Context, items ...Item) (added []bool, err error) {
	pointers := make([]*Item, len(items))
	lanes := map[string]bool{}
	for i, item := range items {
		if item.ID == "" || item.Lane == "" {
			return nil, fmt.Errorf("put an item of kind %q without id or lane", item.Kind)
		}
		pointers[i] = q.fresh(item)
		lanes[item.Lane] = true
	}
	if added, err = q.s.InsertItems(ctx, pointers); err != nil {
		return nil, fmt.Errorf("put: %w", err)
	}
	// Also for items put before: whoever did may have died right here.
	if err := q.markAllDue(ctx, lanes); err != nil {
		q.log.WarnContext(ctx, "lanes of stored items wait for the sweep", "err", err)
	}
	q.alertIf(true)
	return added, nil
}

func (q *Queue) fresh(item Item) *Item {
	now := q.o.Now()
	if item.NotBefore.IsZero() {
		item.NotBefore = now
	}
	return &Item{
		ID: item.ID, Lane: item.Lane, Kind: item.Kind, Body: item.Body, Ref: item.Ref, Subject: item.Subject, Piece: item.Piece, Priority: item.Priority,
		State: store.ItemPending, Seq: q.nextSeq(now.UnixNano()),
		NotBefore: item.NotBefore, CreatedAt: now, UpdatedAt: now,
	}
}

// nextSeq is the clock, and always more than the last one.
func (q *Queue) nextSeq(clock int64) int64 {
	for {
		last := q.lastSeq.Load()
		next := max(last+1, clock)
		if q.lastSeq.CompareAndSwap(last, next) {
			return next
		}
	}
}

// marking is how many lanes are marked at the same time, and committed together.
const marking = 32

func (q *Queue) markAllDue(ctx context.Context, lanes map[string]bool) error {
	var all sync.WaitGroup
	errs := make(chan error, len(lanes))
	slots := make(chan struct{}, marking)
	for lane := range lanes {
		slots <- struct{}{}
		all.Go(func() {
			errs <- q.markDue(ctx, lane)
			<-slots
		})
	}
	all.Wait()
	close(errs)
	var failed error
	for err := range errs {
		failed = errors.Join(failed, err)
	}
	return failed
}

// markDue makes sure that someone looks at a lane in which something is new.
func (q *Queue) markDue(ctx context.Context, id string) error {
	for {
		l, err := q.s.Lane(ctx, id)
		switch {
		case errors.Is(err, desk.ErrNotFound):
			l = store.Lane{ID: id, Due: store.Never}
		case err != nil:
			return err
		}
		if l.Owner == "" && l.Due.Before(store.Never) && (q.o.Gate == nil || !l.Due.After(q.o.Now())) {
			return nil // whoever claims it next sees what is new
		} // a gate may let what is new go before its time
		if l.Owner == "" {
			l.Due = q.o.Now()
		} // else the owner, who is about to let go, finds a version it does not know
		err = q.s.SaveLane(ctx, &l)
		if !errors.Is(err, desk.ErrConflict) && !errors.Is(err, desk.ErrNotFound) { // changed, or pruned
			return err
		}
	}
}

// alertIf makes the dispatcher look at once.
func (q *Queue) alertIf(due bool) {
	if !due {
		return
	}
	select {
	case q.wake <- struct{}{}:
	default:
	}
}
