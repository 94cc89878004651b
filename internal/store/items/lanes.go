package items

import (
	"context"
	"errors"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store/engine"
)

// Lane returns the lane with this id.
func (q *Store) Lane(ctx context.Context, id string) (Lane, error) {
	return q.lanes.Get(ctx, q.e, id)
}

// SaveLane inserts l at version 0 and replaces it otherwise.
func (q *Store) SaveLane(ctx context.Context, l *Lane) error {
	return q.lanes.Save(ctx, q.e, l)
}

// LanesDue lists lanes whose Due is in [from, to), first due first.
func (q *Store) LanesDue(ctx context.Context, from, to time.Time, limit int) ([]Lane, error) {
	return q.lanes.Find(ctx, q.e, engine.Query{Index: "due", From: from, To: to, Limit: limit})
}

// EmptyLane takes the words from what was handled or set aside of a lane, and calls the
// lane of that by another name.
func (q *Store) EmptyLane(ctx context.Context, lane, name string) error {
	for _, phase := range []string{Aside, Done} {
		in := engine.Query{Index: "lane_phase_seq", Equal: []any{lane, phase}}
		if err := q.items.Each(ctx, q.e, in, func(item Item) error { return q.empty(ctx, item, name) }); err != nil {
			return err
		}
	}
	return nil
}

// empty leaves of an item what keeps it from being put again.
func (q *Store) empty(ctx context.Context, item Item, lane string) error {
	if item.State == Done && item.Body == nil && item.Ref == "" && item.Lane == lane {
		return nil
	}
	item.State, item.Lane, item.Body, item.Ref, item.Reason = Done, lane, nil, "", ""
	err := q.ReplaceItem(ctx, &item)
	if errors.Is(err, desk.ErrNotFound) {
		return nil // pruned
	}
	return err
}

// RemoveLane removes a lane, which the caller holds.
func (q *Store) RemoveLane(ctx context.Context, id string) error {
	return q.lanes.Remove(ctx, q.e, id)
}
