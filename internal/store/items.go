package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"
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
	ItemPending = "pending"
	ItemWorking = "working"
	ItemDone    = "done"
	ItemAside   = "aside"
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

// QueueStore keeps the items and lanes of one queue; the rules are package queue's.
type QueueStore struct {
	e     engine
	items *table[Item]
	lanes *table[Lane]
}

// Queue returns the store of the queue "inbox" or "outbox".
func (s *Store) Queue(name string) *QueueStore {
	switch name {
	case "inbox":
		return &QueueStore{s.e, &inbox, &inboxLanes}
	case "outbox":
		return &QueueStore{s.e, &outbox, &outboxLanes}
	}
	panic(fmt.Sprintf("store: no collections are declared for a queue %q", name))
}

// InsertItems stores each item whose ID is new, in one batch.
func (q *QueueStore) InsertItems(ctx context.Context, items []*Item) (added []bool, err error) {
	for _, item := range items {
		item.Phase = phaseOf(item.State)
	}
	taken, err := q.items.insertMany(ctx, q.e, items)
	for i := range taken {
		taken[i] = !taken[i]
	}
	return taken, err
}

// ReplaceItem stores item over the version it was read at.
func (q *QueueStore) ReplaceItem(ctx context.Context, item *Item) error {
	item.Phase = phaseOf(item.State)
	return q.items.replace(ctx, q.e, item)
}

// Item returns the item with this id.
func (q *QueueStore) Item(ctx context.Context, id string) (Item, error) {
	return q.items.get(ctx, q.e, id)
}

// ItemByRef returns the first item with this ref.
func (q *QueueStore) ItemByRef(ctx context.Context, ref string) (Item, error) {
	return q.items.first(ctx, q.e, query{index: "ref_seq", equal: []any{ref}})
}

// OpenItems returns a lane's first pending and working items, in order; all of
// them when limit is 0.
func (q *QueueStore) OpenItems(ctx context.Context, lane string, limit int) ([]Item, error) {
	return q.items.find(ctx, q.e, query{index: "lane_phase_seq", equal: []any{lane, phaseOpen}, limit: limit})
}

// AsideItems returns what was set aside of a lane, in order.
func (q *QueueStore) AsideItems(ctx context.Context, lane string) ([]Item, error) {
	return q.items.find(ctx, q.e, query{index: "lane_phase_seq", equal: []any{lane, ItemAside}})
}

// RecentItems returns a lane's last items of any state, newest first.
func (q *QueueStore) RecentItems(ctx context.Context, lane string, limit int) ([]Item, error) {
	var items []Item
	for _, phase := range []string{phaseOpen, ItemAside, ItemDone} {
		part, err := q.items.find(ctx, q.e, query{index: "lane_phase_seq", equal: []any{lane, phase}, desc: true, limit: limit})
		if err != nil {
			return nil, err
		}
		items = append(items, part...)
	}
	slices.SortFunc(items, func(a, b Item) int { return cmp.Compare(b.Seq, a.Seq) })
	return items[:min(limit, len(items))], nil
}

// ItemsIn lists the items of a state, last changed first.
func (q *QueueStore) ItemsIn(ctx context.Context, state, after string, limit int) (items []Item, next string, err error) {
	return q.items.page(ctx, q.e, query{index: "state_updated", equal: []any{state}, desc: true, limit: limit}, after)
}

// EachChanged calls do with every item of a state that was changed last in
// [from, to), until it fails.
func (q *QueueStore) EachChanged(ctx context.Context, state string, from, to time.Time, do func(Item) error) error {
	return q.items.each(ctx, q.e, query{index: "state_updated", equal: []any{state}, from: from, to: to}, do)
}

// CountItems says how many items are in each of states.
func (q *QueueStore) CountItems(ctx context.Context, states ...string) (map[string]int, error) {
	return q.items.count(ctx, q.e, grouping{index: "state_updated", values: states})
}

// DeleteDone removes the items done before t.
func (q *QueueStore) DeleteDone(ctx context.Context, t time.Time) error {
	return q.items.removeAll(ctx, q.e, query{index: "state_updated", equal: []any{ItemDone}, to: t})
}

// Lane returns the lane with this id.
func (q *QueueStore) Lane(ctx context.Context, id string) (Lane, error) {
	return q.lanes.get(ctx, q.e, id)
}

// SaveLane inserts l at version 0 and replaces it otherwise.
func (q *QueueStore) SaveLane(ctx context.Context, l *Lane) error {
	return q.lanes.save(ctx, q.e, l)
}

// LanesDue lists lanes whose Due is in [from, to), first due first.
func (q *QueueStore) LanesDue(ctx context.Context, from, to time.Time, limit int) ([]Lane, error) {
	return q.lanes.find(ctx, q.e, query{index: "due", from: from, to: to, limit: limit})
}

func phaseOf(state string) string {
	if state == ItemPending || state == ItemWorking {
		return phaseOpen
	}
	return state
}
