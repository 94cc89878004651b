package queue

import (
	"context"
	"errors"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store"
)

// Prune removes items done before t, and the lanes that nothing is left in: a lane's id
// says who it was. The items' IDs can be put again from then on: Zalo repeats an event
// for up to 48 hours.
func (q *Queue) Prune(ctx context.Context, t time.Time) error {
	lanes := map[string]bool{}
	err := q.s.EachChanged(ctx, store.ItemDone, time.Time{}, t, func(item Item) error {
		lanes[item.Lane] = true
		return nil
	})
	if err == nil {
		err = q.s.DeleteDone(ctx, t)
	}
	for lane := range lanes {
		if err != nil {
			return err
		}
		err = q.forget(ctx, lane)
	}
	return err
}

// Disown leaves what was handled of a lane without words and under another name, and
// removes the lane, whose id says who it was. gone is false while something in it is
// still to be handled.
func (q *Queue) Disown(ctx context.Context, lane, name string) (gone bool, err error) {
	if err := q.s.EmptyLane(ctx, lane, name); err != nil {
		return false, err
	}
	if err := q.forget(ctx, lane); err != nil {
		return false, err
	}
	_, err = q.s.Lane(ctx, lane)
	if errors.Is(err, desk.ErrNotFound) {
		return true, nil
	}
	return false, err
}

// forget removes a lane without items. It is held meanwhile, so that nobody works on
// it; whoever puts something into it writes the item first, and either finds the lane
// gone or is found here.
func (q *Queue) forget(ctx context.Context, id string) error {
	l, err := q.s.Lane(ctx, id)
	if errors.Is(err, desk.ErrNotFound) || err == nil && (l.Owner != "" || l.Due.Before(store.Never)) {
		return nil
	}
	if err != nil {
		return err
	}
	if items, err := q.s.RecentItems(ctx, id, 1); err != nil || len(items) > 0 {
		return err
	}
	l.Owner, l.Due = q.name+"/prune", q.o.Now().Add(q.o.Lease)
	if err := q.s.SaveLane(ctx, &l); err != nil {
		return ignoreRace(err)
	}
	if err := q.s.RemoveLane(ctx, id); err != nil {
		return err
	}
	if open, err := q.s.OpenItems(ctx, id, 1); err != nil || len(open) == 0 {
		return err
	}
	defer q.alertIf(true)
	return q.markDue(ctx, id)
}

// ignoreRace is nil when somebody was faster.
func ignoreRace(err error) error {
	if errors.Is(err, desk.ErrConflict) || errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	return err
}
