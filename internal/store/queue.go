package store

import "phatngon/internal/store/items"

// What a queue keeps of each person's work: see package items.
type (
	Item       = items.Item
	Lane       = items.Lane
	QueueStore = items.Store
)

// The states of an item. Working says that a handler was started and has not
// reported back; after a crash it stays so until the lane is taken over.
const (
	ItemPending = items.Pending
	ItemWorking = items.Working
	ItemDone    = items.Done
	ItemAside   = items.Aside
)

// Never is the Due of a lane without work.
var Never = items.Never

// Queue returns the store of the queue "inbox" or "outbox".
func (s *Store) Queue(name string) *QueueStore { return items.Open(s.e, name) }
