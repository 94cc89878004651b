package handovers

import (
	"context"
	"errors"
	"fmt"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/handover"
)

// watchEvery is how often open hand-overs are looked at.
const watchEvery = 20 * time.Second

// Watch takes the steps that time asks for, until ctx ends: who waits long hears so, a
// silent talk ends.
func (q *HandOvers) Watch(ctx context.Context) {
	tick := time.NewTicker(watchEvery)
	defer tick.Stop()
	for {
		if err := q.Tend(ctx); err != nil && ctx.Err() == nil {
			q.Log.Error("tend hand-overs", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// tended is how many hand-overs are read at once.
const tended = 100

// Tend is one round of Watch. Another instance that was first loses nothing.
func (q *HandOvers) Tend(ctx context.Context) error {
	now := q.Now()
	set := q.Rules.At(now)
	for after, more := "", true; more; more = after != "" {
		open, next, err := q.Store.HandOversOpen(ctx, "", after, tended)
		if err != nil {
			return fmt.Errorf("list open hand-overs: %w", err)
		}
		for _, h := range open {
			step, due := handover.Tend(h, set.DutyOf(h.Unit), set.HandOvers(), now)
			if !due {
				continue
			}
			if err := q.save(ctx, step); err != nil && !errors.Is(err, desk.ErrConflict) {
				return err
			}
		}
		after = next
	}
	return nil
}
