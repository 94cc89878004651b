// Package queue is a durable queue with lanes: the items of one person, say, are
// one lane. A lane's items are handled strictly in order, one at a time, across
// instances; different lanes never wait for each other.
//
// An item is on disk when Put returns, once per ID, and stays until Prune. An
// instance works on a lane under a lease that it renews. When it dies, the lane is
// taken over after the lease ends and the item that was being handled is handled
// again, with its Mark as last set: at least once. When it only lost its lease, its
// job's context ends, and none of its writes succeeds any more.
//
// Two kinds of documents carry this, without a transaction. The item says what is
// to do, and its version fences off a former owner. The lane says when to look at
// it next, and by whom it is held. Put writes the item and then the lane; a sweep
// repairs what a crash in between leaves.
package queue

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store"
)

// Item is one piece of work. Put needs ID and Lane, takes Kind, Body, NotBefore, Priority
// and Ref, and sets the rest. UpdatedAt is the time of the last mark or outcome.
type Item = store.Item

// Options of a queue; the zero value works.
type Options struct {
	Workers     int                             // lanes handled at the same time by this instance; 0 = 8
	Lease       time.Duration                   // a lane whose owner is silent this long is taken over; 0 = 30 s
	MaxAttempts int                             // failures until an item is set aside; 0 = 8
	Poll        time.Duration                   // how soon items of other instances are noticed; 0 = 250 ms
	Now         func() time.Time                // nil = time.Now
	Logger      *slog.Logger                    // nil = slog.Default()
	Backoff     func(attempt int) time.Duration // wait after the attempt-th failure; nil = 1 s, doubling to 10 min
	Gate        Gate                            // nil: an item is handled as soon as a worker is free
}

// Gate lets items be handled at a pace. It is asked before each, and is safe for
// concurrent use.
type Gate interface {
	// Admit says how long the lane whose first open items these are has to wait; no
	// attempt is counted meanwhile. 0: the first is handled now, and Done follows.
	Admit(open []Item) time.Duration
	Done(item Item)
}

// seen is how many of a lane's open items a gate is shown.
const seen = 20

// Queue is safe for concurrent use.
type Queue struct {
	s       *store.QueueStore
	o       Options
	log     *slog.Logger
	boot    string        // begins the owner of each lane that this opening of the store holds
	name    string        // begins the owner of each lane this Queue holds
	orphans bool          // lanes of other boots are held by no one
	claims  atomic.Int64  // lanes claimed so far
	lastSeq atomic.Int64  // highest Seq given
	wake    chan struct{} // something was put here
}

// New returns the queue called name: "inbox" or "outbox".
func New(s *store.Store, name string, o Options) *Queue {
	if o.Workers == 0 {
		o.Workers = 8
	}
	if o.Lease == 0 {
		o.Lease = 30 * time.Second
	}
	if o.MaxAttempts == 0 {
		o.MaxAttempts = 8
	}
	if o.Poll == 0 {
		o.Poll = 250 * time.Millisecond
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	if o.Backoff == nil {
		o.Backoff = backoff
	}
	return &Queue{
		s: s.Queue(name), o: o, log: o.Logger.With("queue", name),
		boot: s.Boot(), name: s.Boot() + "/" + rand.Text(), orphans: s.Exclusive(),
		wake: make(chan struct{}, 1),
	}
}

// backoff waits 1 s after the first failure, and doubles up to 10 minutes.
func backoff(attempt int) time.Duration {
	return min(time.Second<<min(attempt-1, 20), 10*time.Minute)
}

// Requeue gives an item that was set aside a new round of attempts, at its old
// place in the lane; its Mark stays. desk.ErrConflict: it is not set aside.
func (q *Queue) Requeue(ctx context.Context, id string) error {
	return q.change(ctx, id, func(item *Item) {
		item.State, item.Attempts, item.NotBefore = store.ItemPending, 0, q.o.Now()
	})
}

// Settle closes an item that was set aside because its outcome was unknown: it
// has shown up outside, as ref. desk.ErrConflict: it is not set aside.
func (q *Queue) Settle(ctx context.Context, id, ref string) error {
	return q.change(ctx, id, func(item *Item) {
		item.State, item.Ref, item.Reason = store.ItemDone, ref, ""
	})
}

func (q *Queue) change(ctx context.Context, id string, do func(*Item)) error {
	item, err := q.s.Item(ctx, id)
	if err == nil && item.State != store.ItemAside {
		err = desk.ErrConflict
	}
	if err == nil {
		do(&item)
		item.UpdatedAt = q.o.Now()
		err = q.s.ReplaceItem(ctx, &item)
	}
	if err != nil {
		return fmt.Errorf("change item %s: %w", id, err)
	}
	defer q.alertIf(true)
	return q.markDue(ctx, item.Lane)
}

// Item returns the item with this ID.
func (q *Queue) Item(ctx context.Context, id string) (Item, error) { return q.s.Item(ctx, id) }

// Pending returns a lane's pending and working items, in order.
func (q *Queue) Pending(ctx context.Context, lane string) ([]Item, error) {
	return q.s.OpenItems(ctx, lane, 0)
}

// AsideIn returns a lane's items that were set aside, in order.
func (q *Queue) AsideIn(ctx context.Context, lane string) ([]Item, error) {
	return q.s.AsideItems(ctx, lane)
}

// Recent returns a lane's last items of any state, newest first.
func (q *Queue) Recent(ctx context.Context, lane string, limit int) ([]Item, error) {
	return q.s.RecentItems(ctx, lane, limit)
}

// SetAside lists the items that were set aside, last first. after is the next of the
// page before.
func (q *Queue) SetAside(ctx context.Context, after string, limit int) (items []Item, next string, err error) {
	return q.s.ItemsIn(ctx, store.ItemAside, after, limit)
}

// FindRef returns the item with this Ref.
func (q *Queue) FindRef(ctx context.Context, ref string) (Item, error) {
	if ref == "" {
		return Item{}, errors.Join(errors.New("find an item by no ref"), desk.ErrNotFound)
	}
	return q.s.ItemByRef(ctx, ref)
}

// Counts says how many items are "pending", "working" and "aside".
func (q *Queue) Counts(ctx context.Context) (map[string]int, error) {
	return q.s.CountItems(ctx, store.ItemPending, store.ItemWorking, store.ItemAside)
}
