// Package items keeps the work of the queues and the lanes it is done in.
package items

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// Item is one piece of work in a queue.
type Item struct {
	ID        string    `bson:"_id"`
	Version   int64     `bson:"version"`
	Lane      string    `bson:"lane"` // one person: items of a lane are handled in the order of Seq
	Seq       int64     `bson:"seq"`
	Phase     string    `bson:"phase"` // "open" (pending or working), "aside" or "done"; kept by the store
	Kind      string    `bson:"kind"`
	Priority  int       `bson:"priority,omitempty"` // for a gate; 0 is the most urgent
	Body      []byte    `bson:"body"`
	State     string    `bson:"state"`
	Attempts  int       `bson:"attempts"`
	NotBefore time.Time `bson:"not_before"`
	CreatedAt time.Time `bson:"created_at"`
	UpdatedAt time.Time `bson:"updated_at"`
	Mark      string    `bson:"mark"`              // how far its handler got
	Ref       string    `bson:"ref"`               // the outside world's id of it
	Reason    string    `bson:"reason"`            // why it waits or was set aside
	Subject   string    `bson:"subject,omitempty"` // the id of what it is about, a delivery's say
	Piece     int       `bson:"piece,omitempty"`   // which message of the subject it is
}

// The states of an item. Working says that a handler was started and has not
// reported back; after a crash it stays so until the lane is taken over.
const (
	Pending = "pending"
	Working = "working"
	Done    = "done"
	Aside   = "aside"
)

// phaseOpen is the phase of an item that its lane has still to handle.
const phaseOpen = "open"

// Lane is the right to work on one person's items. It is held while Owner is set
// and Due, the end of the lease, is not past.
type Lane struct {
	ID      string    `bson:"_id"`
	Version int64     `bson:"version"`
	Due     time.Time `bson:"due"` // when someone should look at it next; Never when it is empty
	Owner   string    `bson:"owner"`
}

// Never is the Due of a lane without work.
var Never = time.Date(9999, 1, 1, 0, 0, 0, 0, time.UTC)

// Store keeps the items and lanes of one queue; the rules are package queue's.
type Store struct {
	e     engine.Engine
	items *table.Table[Item]
	lanes *table.Table[Lane]
}

// Open is the queue in e called "inbox" or "outbox".
func Open(e engine.Engine, name string) *Store {
	switch name {
	case "inbox":
		return &Store{e, &inbox, &inboxLanes}
	case "outbox":
		return &Store{e, &outbox, &outboxLanes}
	}
	panic(fmt.Sprintf("items: no collections are declared for a queue %q", name))
}

// InsertItems stores each item whose ID is new, in one batch.
func (q *Store) InsertItems(ctx context.Context, items []*Item) (added []bool, err error) {
	for _, item := range items {
		item.Phase = phaseOf(item.State)
	}
	taken, err := q.items.InsertMany(ctx, q.e, items)
	for i := range taken {
		taken[i] = !taken[i]
	}
	return taken, err
}

// ReplaceItem stores item over the version it was read at.
func (q *Store) ReplaceItem(ctx context.Context, item *Item) error {
	item.Phase = phaseOf(item.State)
	return q.items.Replace(ctx, q.e, item)
}

// Item returns the item with this id.
func (q *Store) Item(ctx context.Context, id string) (Item, error) {
	return q.items.Get(ctx, q.e, id)
}

// ItemByRef returns the first item with this ref.
func (q *Store) ItemByRef(ctx context.Context, ref string) (Item, error) {
	return q.items.First(ctx, q.e, engine.Query{Index: "ref_seq", Equal: []any{ref}})
}

// OpenItems returns a lane's first pending and working items, in order; all of
// them when limit is 0.
func (q *Store) OpenItems(ctx context.Context, lane string, limit int) ([]Item, error) {
	return q.items.Find(ctx, q.e, engine.Query{Index: "lane_phase_seq", Equal: []any{lane, phaseOpen}, Limit: limit})
}

// AsideItems returns what was set aside of a lane, in order.
func (q *Store) AsideItems(ctx context.Context, lane string) ([]Item, error) {
	return q.items.Find(ctx, q.e, engine.Query{Index: "lane_phase_seq", Equal: []any{lane, Aside}})
}

// RecentItems returns a lane's last items of any state, newest first.
func (q *Store) RecentItems(ctx context.Context, lane string, limit int) ([]Item, error) {
	var items []Item
	for _, phase := range []string{phaseOpen, Aside, Done} {
		part, err := q.items.Find(ctx, q.e, engine.Query{Index: "lane_phase_seq", Equal: []any{lane, phase}, Desc: true, Limit: limit})
		if err != nil {
			return nil, err
		}
		items = append(items, part...)
	}
	slices.SortFunc(items, func(a, b Item) int { return cmp.Compare(b.Seq, a.Seq) })
	return items[:min(limit, len(items))], nil
}

// ItemsIn lists the items of a state, last changed first.
func (q *Store) ItemsIn(ctx context.Context, state, after string, limit int) (items []Item, next string, err error) {
	return q.items.Page(ctx, q.e, engine.Query{Index: "state_updated", Equal: []any{state}, Desc: true, Limit: limit}, after)
}

// EachChanged calls do with every item of a state that was changed last in
// [from, to), until it fails.
func (q *Store) EachChanged(ctx context.Context, state string, from, to time.Time, do func(Item) error) error {
	return q.items.Each(ctx, q.e, engine.Query{Index: "state_updated", Equal: []any{state}, From: from, To: to}, do)
}

// CountItems says how many items are in each of states.
func (q *Store) CountItems(ctx context.Context, states ...string) (map[string]int, error) {
	return q.items.Count(ctx, q.e, engine.Grouping{Index: "state_updated", Values: states})
}

// DeleteDone removes the items done before t.
func (q *Store) DeleteDone(ctx context.Context, t time.Time) error {
	return q.items.RemoveAll(ctx, q.e, engine.Query{Index: "state_updated", Equal: []any{Done}, To: t})
}

func phaseOf(state string) string {
	if state == Pending || state == Working {
		return phaseOpen
	}
	return state
}
