// Package queue is a durable queue with lanes: one person's items are handled
// strictly in order, across instances, and different persons never wait for each
// other.
package queue

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"phatngon/internal/store"
)

// Item is one piece of work. Put needs ID, Lane, Kind and Body, takes NotBefore and Ref,
// and sets the rest.
type Item = store.Item

// Options of a queue; the zero value works.
type Options struct {
	Workers     int           // lanes handled at the same time by this instance; 8
	Lease       time.Duration // a lane whose owner is silent this long is taken over; 30 s
	MaxAttempts int           // failures until an item is set aside; 8
	Poll        time.Duration // how soon other instances' items are noticed; 250 ms
	Now         func() time.Time
	Logger      *slog.Logger
	Backoff     func(attempt int) time.Duration // wait after the attempt-th failure; 1 s doubling to 10 min
}

// Queue is safe for concurrent use.
type Queue struct {
	s *store.QueueStore
	o Options
}

var errTODO = errors.New("to come")

// New returns the queue called name ("inbox" or "outbox").
func New(s *store.Store, name string, o Options) *Queue { return &Queue{s: s.Queue(name), o: o} }

// Put stores items durably, each ID once.
func (q *Queue) Put(ctx context.Context, items ...Item) (added []bool, err error) {
	return nil, errTODO
}

// Run handles items until ctx ends, and finishes what it holds.
func (q *Queue) Run(ctx context.Context, handle func(context.Context, *Job) error) error {
	return errTODO
}

// Job is an item while it is handled. A handler may set Ref; it is kept.
type Job struct {
	Item
	q *Queue
}

// SetMark stores mark durably; call it before a step that cannot be repeated.
func (j *Job) SetMark(ctx context.Context, mark string) error { return errTODO }

// Retry is returned by a handler to be called again later; the lane waits.
func Retry(after time.Duration, reason string) error { return errTODO }

// Aside is returned by a handler to set the item aside; the lane goes on.
func Aside(reason string) error { return errTODO }

// SetAside lists what was set aside, last first.
func (q *Queue) SetAside(ctx context.Context, after string, limit int) ([]Item, string, error) {
	return q.s.ItemsIn(ctx, store.ItemAside, after, limit)
}

// Requeue gives an item that was set aside another round of attempts.
func (q *Queue) Requeue(ctx context.Context, id string) error { return errTODO }

// Item returns the item with this ID.
func (q *Queue) Item(ctx context.Context, id string) (Item, error) { return q.s.Item(ctx, id) }

// Counts says how many items are pending, working and aside.
func (q *Queue) Counts(ctx context.Context) (map[string]int, error) {
	return q.s.CountItems(ctx, store.ItemPending, store.ItemWorking, store.ItemAside)
}

// Pending returns a lane's pending and working items, in order.
func (q *Queue) Pending(ctx context.Context, lane string) ([]Item, error) {
	return q.s.OpenItems(ctx, lane, 0)
}

// FindRef returns the item with this Ref.
func (q *Queue) FindRef(ctx context.Context, ref string) (Item, error) {
	return q.s.ItemByRef(ctx, ref)
}

// Update changes the item with this ID by what change does to it, once no one else does.
func (q *Queue) Update(ctx context.Context, id string, change func(*Item)) error { return errTODO }

// Settle closes an item that was set aside because its outcome was unknown: the
// outside world has shown that it was done, under this ref.
func (q *Queue) Settle(ctx context.Context, id, ref string) error { return errTODO }

// Prune removes items done before t, which then no longer keep their IDs from being put again.
func (q *Queue) Prune(ctx context.Context, t time.Time) error { return q.s.DeleteDone(ctx, t) }
