package queue

import (
	"context"
	"errors"
	"strconv"
	"sync"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store"
)

// errLost ends the work on a lane that has another owner by now.
var errLost = errors.New("the lease on the lane was lost")

// hold is a lane held under a lease.
type hold struct {
	q      *Queue
	owner  string
	cancel context.CancelCauseFunc

	mu   sync.Mutex
	lane store.Lane // as last stored or read; no longer ours once its Owner is another
}

// claim takes a lane that is due, as it was read. errLost: someone was faster.
// The returned context ends when the lease is lost; it outlives ctx.
func (q *Queue) claim(ctx context.Context, lane store.Lane) (*hold, context.Context, error) {
	ctx, cancel := context.WithCancelCause(context.WithoutCancel(ctx))
	h := &hold{q: q, owner: q.name + "/" + strconv.FormatInt(q.claims.Add(1), 10), cancel: cancel, lane: lane}
	lane.Owner, lane.Due = h.owner, q.o.Now().Add(q.o.Lease)
	if err := q.s.SaveLane(ctx, &lane); err != nil {
		cancel(err)
		if errors.Is(err, desk.ErrConflict) {
			err = errLost
		}
		return nil, nil, err
	}
	h.lane = lane
	return h, ctx, nil
}

// keep renews the lease until ctx ends.
func (h *hold) keep(ctx context.Context) {
	tick := time.NewTicker(h.q.o.Lease / 3)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			h.renew(ctx)
		}
	}
}

// renew extends the lease. While the database does not answer, the lease lasts as
// long as it was given.
func (h *hold) renew(ctx context.Context) {
	err := h.extend(ctx)
	for errors.Is(err, desk.ErrConflict) { // something was put, or the lane is lost
		if err = h.check(ctx); err == nil {
			err = h.extend(ctx)
		}
	}
	if errors.Is(err, errLost) || (err != nil && !h.q.o.Now().Before(h.until())) {
		h.q.log.WarnContext(ctx, "a lane was lost while it was worked on", "err", err)
		h.cancel(errLost)
	}
}

func (h *hold) extend(ctx context.Context) error {
	return h.save(ctx, h.owner, h.q.o.Now().Add(h.q.o.Lease))
}

// release lets go of the lane until due. desk.ErrConflict: something was put
// meanwhile, or the lane is lost.
func (h *hold) release(ctx context.Context, due time.Time) error {
	return h.save(ctx, "", due)
}

func (h *hold) save(ctx context.Context, owner string, due time.Time) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.lane.Owner != h.owner {
		return errLost
	}
	l := h.lane
	l.Owner, l.Due = owner, due
	err := h.q.s.SaveLane(ctx, &l)
	if err == nil {
		h.lane = l
	}
	return err
}

// check reads the lane again: errLost when it has another owner.
func (h *hold) check(ctx context.Context) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	l, err := h.q.s.Lane(ctx, h.lane.ID)
	if err != nil {
		return err
	}
	h.lane = l
	if l.Owner != h.owner {
		return errLost
	}
	return nil
}

// giveUp lets go of the lane for a moment after an error, if that can be.
func (h *hold) giveUp(ctx context.Context) {
	if h.check(ctx) == nil {
		_ = h.release(ctx, h.q.o.Now().Add(again)) // else the lease ends by itself
	}
}

func (h *hold) until() time.Time {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.lane.Due
}
