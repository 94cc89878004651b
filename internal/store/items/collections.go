package items

import (
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// Each queue has its items, and one lane per person.
var (
	inbox       = itemsTable("inbox")
	inboxLanes  = lanesTable("inbox_lanes")
	outbox      = itemsTable("outbox")
	outboxLanes = lanesTable("outbox_lanes")
)

func itemsTable(name string) table.Table[Item] {
	return table.Table[Item]{
		Collection: engine.Collection{Name: name, Indexes: []engine.Index{
			{Name: "lane_phase_seq", Fields: []string{"lane", "phase", "seq"}},
			{Name: "state_updated", Fields: []string{"state", "updated_at"}},
			{Name: "ref_seq", Fields: []string{"ref", "seq"}},
		}},
		Key: func(i *Item) (string, *int64) { return i.ID, &i.Version },
	}
}

func lanesTable(name string) table.Table[Lane] {
	return table.Table[Lane]{
		Collection: engine.Collection{Name: name, Indexes: []engine.Index{
			{Name: "due", Fields: []string{"due"}},
		}},
		Key: func(l *Lane) (string, *int64) { return l.ID, &l.Version },
	}
}

// Collections are the collections of all queues.
func Collections() []*engine.Collection {
	return []*engine.Collection{&inbox.Collection, &inboxLanes.Collection, &outbox.Collection, &outboxLanes.Collection}
}
