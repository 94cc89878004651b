package queue

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"sync"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store"
)

// Handler does the work of one item. It returns nil when the item is done, Retry or
// Aside, or any other error to be called again after a backoff. Its context ends
// when the lane is lost, not when Run's does.
type Handler func(context.Context, *Job) error

// Run handles items until ctx ends; it then claims no more, finishes the items it
// holds, and returns. A database that does not answer is waited for.
func (q *Queue) Run(ctx context.Context, handle func(context.Context, *Job) error) error {
	if err := q.restore(ctx); err != nil {
		q.log.ErrorContext(ctx, "look for what an earlier run left", "err", err)
	}
	d := &dispatcher{q: q, handle: handle, lanes: make(chan store.Lane), busy: map[string]bool{}}
	var running sync.WaitGroup
	for range q.o.Workers {
		running.Go(func() { d.work(ctx) })
	}
	running.Go(func() { q.sweepRegularly(ctx) })
	d.dispatch(ctx)
	running.Wait()
	return nil
}

// dispatcher hands lanes that are due to workers.
type dispatcher struct {
	q      *Queue
	handle Handler
	lanes  chan store.Lane

	mu   sync.Mutex
	busy map[string]bool // lanes handed out; true: seen due meanwhile
}

func (d *dispatcher) dispatch(ctx context.Context) {
	defer close(d.lanes)
	for ctx.Err() == nil {
		due, err := d.due(ctx)
		if err != nil && ctx.Err() == nil {
			d.q.log.ErrorContext(ctx, "look for lanes that are due", "err", err)
		}
		if len(due) == 0 {
			d.q.await(ctx)
		}
		for _, lane := range due {
			select {
			case d.lanes <- lane:
			case <-ctx.Done():
				return
			}
		}
	}
}

// due lists lanes to claim, in random order: other instances see the same ones.
func (d *dispatcher) due(ctx context.Context) ([]store.Lane, error) {
	past := d.q.o.Now().Add(time.Millisecond) // a due lane's time is not after now
	found, err := d.q.s.LanesDue(ctx, time.Time{}, past, 4*d.q.o.Workers)
	if err != nil {
		return nil, err
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	var due []store.Lane
	for _, lane := range found {
		_, busy := d.busy[lane.ID]
		d.busy[lane.ID] = busy
		if !busy {
			due = append(due, lane)
		}
	}
	rand.Shuffle(len(due), func(i, j int) { due[i], due[j] = due[j], due[i] })
	return due, nil
}

func (d *dispatcher) work(ctx context.Context) {
	for lane := range d.lanes {
		if err := d.q.workOn(ctx, lane, d.handle); err != nil && !errors.Is(err, errLost) {
			d.q.log.ErrorContext(ctx, "work on a lane", "err", err)
			d.q.await(ctx)
		}
		d.free(lane.ID)
	}
}

func (d *dispatcher) free(lane string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.q.alertIf(d.busy[lane])
	delete(d.busy, lane)
}

// await waits for something put here, or for the next look at what others put.
func (q *Queue) await(ctx context.Context) {
	poll := time.NewTimer(q.o.Poll)
	defer poll.Stop()
	select {
	case <-q.wake:
	case <-poll.C:
	case <-ctx.Done():
	}
}

// restore finds what an earlier run left: at once where no other process can be
// at work, else when its leases end.
func (q *Queue) restore(ctx context.Context) error {
	if err := q.sweep(ctx, time.Time{}, q.o.Now().Add(time.Millisecond)); err != nil || !q.orphans {
		return err
	}
	held, err := q.s.LanesDue(ctx, q.o.Now(), store.Never, 0)
	for _, lane := range held {
		if err := q.free(ctx, lane); err != nil {
			return err
		}
	}
	return err
}

// free lets go of a lane that a dead process holds. What is put into it meanwhile changes
// it too: then it is read again, else it would wait for the dead owner's lease.
func (q *Queue) free(ctx context.Context, lane store.Lane) error {
	for {
		if lane.Owner == "" || strings.HasPrefix(lane.Owner, q.boot) {
			return nil
		}
		lane.Owner, lane.Due = "", q.o.Now()
		err := q.s.SaveLane(ctx, &lane)
		if !errors.Is(err, desk.ErrConflict) {
			return err
		}
		lane, err = q.s.Lane(ctx, lane.ID)
		if errors.Is(err, desk.ErrNotFound) {
			return nil // emptied and removed meanwhile
		}
		if err != nil {
			return err
		}
	}
}

func (q *Queue) sweepRegularly(ctx context.Context) {
	tick := time.NewTicker(q.o.Lease)
	defer tick.Stop()
	swept := q.o.Now() // by restore
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		// Once more what the last sweep may have missed because clocks differ.
		from, to := swept.Add(-2*q.o.Lease), q.o.Now().Add(-q.o.Lease)
		if err := q.sweep(ctx, from, to); err == nil {
			swept = to
		} else if ctx.Err() == nil {
			q.log.ErrorContext(ctx, "sweep", "err", err)
		}
	}
}

// sweep marks the lanes of items that were put, or came back, in [from, to) and
// still wait: whoever did that may have died before marking them.
func (q *Queue) sweep(ctx context.Context, from, to time.Time) error {
	lanes := map[string]bool{}
	err := q.s.EachChanged(ctx, store.ItemPending, from, to, func(item Item) error {
		lanes[item.Lane] = true
		return nil
	})
	if err != nil {
		return err
	}
	return q.markAllDue(ctx, lanes)
}
