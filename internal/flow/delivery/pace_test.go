package delivery

import (
	"testing"

	"phatngon/internal/queue"
	"phatngon/internal/queue/budget"
)

// What calls nobody must not wait for Zalo: a person is erased in an outage too.
func TestOnlyWhatCallsZaloWaitsInAnOutage(t *testing.T) {
	b := budget.New(budget.Options{})
	b.Observe(budget.Outcome{Sends: true, Outage: "Zalo chưa nhận tin"})
	for name, c := range map[string]struct {
		item  queue.Item
		waits bool
	}{
		"a message":                      {queue.Item{Kind: messageKind}, true},
		"an erasure":                     {queue.Item{Kind: eraseKind}, false},
		"the rest of an erasure":         {queue.Item{Kind: disownKind}, false},
		"telling of a wait":              {queue.Item{Kind: waitKind}, false},
		"telling of a wait, under way":   {queue.Item{Kind: waitKind, Mark: "sending"}, true},
		"what a later version may queue": {queue.Item{Kind: "other"}, false},
	} {
		c.item.ID, c.item.Lane = "a/b/0", name
		if wait := OutboxGate(b).Admit([]queue.Item{c.item}); wait > 0 != c.waits {
			t.Errorf("%s: waits %v; want it to wait: %v", name, wait, c.waits)
		}
	}
}
