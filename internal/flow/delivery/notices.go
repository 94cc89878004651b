package delivery

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"phatngon/internal/desk/people"
	"phatngon/internal/queue"
	"phatngon/internal/queue/budget"
	"phatngon/internal/store"
)

// Fate is how a message to a person fared in Zalo.
type Fate string

// The fates of a message.
const (
	FateWaiting Fate = "waiting" // it is still to go out
	FateSent    Fate = "sent"    // Zalo took it
	FateKept    Fate = "kept"    // it did not go out, or nobody knows: it is read here
)

// Told is what a person was told, or was to be told.
type Told struct {
	At   time.Time
	Text string
	Fate Fate
}

// ToldTo lists the last notices of a person, and what else Zalo did not take, newest first.
// What went out is known for some days.
func (p *Post) ToldTo(ctx context.Context, who people.Requester, limit int) ([]Told, error) {
	recent, err := p.Outbox.Recent(ctx, who.ID, limit)
	if err != nil {
		return nil, fmt.Errorf("list messages: %w", err)
	}
	var all []Told
	for _, item := range recent {
		if told, ok := toldBy(item); ok {
			all = append(all, told)
		}
	}
	return all, nil
}

// toldBy is a notice, or what was set aside; replies that went out stand in the chat.
func toldBy(item queue.Item) (Told, bool) {
	var out outgoing
	aside := item.State == store.ItemAside
	if item.Kind != messageKind || item.Subject != "" || item.Priority != int(budget.Notice) && !aside {
		return Told{}, false
	}
	if json.Unmarshal(item.Body, &out) != nil || out.Text == "" {
		return Told{}, false
	}
	switch {
	case aside:
		return Told{item.CreatedAt, out.Text, FateKept}, true
	case item.State != store.ItemDone:
		return Told{item.CreatedAt, out.Text, FateWaiting}, true
	}
	return Told{item.CreatedAt, out.Text, FateSent}, item.Ref != "" // dropped ones have none
}
