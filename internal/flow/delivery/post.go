// Package delivery brings messages to people through Zalo: replies of the bot, and the
// answers that the office owes, each with a life of its own (internal/desk/delivery).
package delivery

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"strconv"
	"strings"
	"time"

	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow/effects"
	"phatngon/internal/flow/rules"
	"phatngon/internal/queue"
	"phatngon/internal/queue/budget"
	"phatngon/internal/store"
	"phatngon/internal/zalo"
)

// Kinds of outbox items.
const (
	messageKind = "message" // a text to one person
	waitKind    = "wait"    // tells of the wait of the reply behind it
	eraseKind   = "erase"   // delete a person's data, after the words that confirm it
	disownKind  = "disown"  // take the erased person's id from what stays in the queues; the body is it, sealed
)

// Post is the way to people. Zalo and the functions are set before use.
type Post struct {
	Store     *store.Store
	Relay     *effects.Relay
	Units     *routing.Registry
	Rules     *rules.Rules
	Outbox    *queue.Queue
	Inbox     *queue.Queue // where echoes of what was sent arrive
	Zalo      *zalo.Client
	Pace      *budget.Budget // of the calls to Zalo; the outbox's gate and the client know it too. nil: none
	PublicURL string
	Now       func() time.Time
	Log       *slog.Logger

	MiniAppLink string // opens the Mini App; "" when there is none

	Reached func(context.Context, delivery.Delivery) error // the answer is with the person
	FileURL func(id string) string                         // where a file of an answer is read
	Forget  func(ctx context.Context, requester, cause, right, channel string) error

	Seal, Open func([]byte) ([]byte, error) // what must not be read in the database
}

// outgoing is the body of a message item.
type outgoing struct {
	UserID  string        `json:"user_id"`
	Text    string        `json:"text"`
	Buttons []zalo.Button `json:"buttons,omitempty"`
	Parcel  *parcel       `json:"parcel,omitempty"` // what goes out, when it is more
}

// Send puts messages into the outbox, each piece under a key made of cause, so that the
// same cause says the same thing once. A person who never chatted has no address there.
func (p *Post) Send(ctx context.Context, who people.Requester, cause string, messages ...effect.Message) error {
	return p.sendAt(ctx, budget.Reply, who, cause, messages...)
}

// Notice is Send for what is less urgent than a reply or an answer.
func (p *Post) Notice(ctx context.Context, who people.Requester, cause string, messages ...effect.Message) error {
	return p.sendAt(ctx, budget.Notice, who, cause, messages...)
}

func (p *Post) sendAt(ctx context.Context, urgency budget.Priority, who people.Requester, cause string, messages ...effect.Message) error {
	if who.OAUserID == "" || who.Erased {
		return nil
	}
	var items []queue.Item
	if urgency == budget.Reply && len(messages) > 0 {
		items = p.beforeLongWait(who, cause)
	}
	for i, m := range messages {
		more, err := pieces(who, cause+"/"+strconv.Itoa(i), urgency, m, p.room())
		if err != nil {
			return err
		}
		items = append(items, more...)
	}
	if len(items) == 0 {
		return nil
	}
	if _, err := p.Outbox.Put(ctx, items...); err != nil {
		return fmt.Errorf("put messages into the outbox: %w", err)
	}
	return nil
}

// pieces are the items of one message, as many as Zalo's length of a text asks for, with
// room in each for more to be added.
func pieces(who people.Requester, key string, urgency budget.Priority, m effect.Message, room string) ([]queue.Item, error) {
	texts := zalo.SplitTextLeaving(m.Text, room)
	var items []queue.Item
	for k, text := range texts {
		out := outgoing{UserID: who.OAUserID, Text: text}
		if k == len(texts)-1 {
			out.Buttons = buttons(m.Buttons)
		}
		body, err := json.Marshal(out)
		if err != nil {
			return nil, fmt.Errorf("encode message: %w", err)
		}
		items = append(items, queue.Item{ID: key + "/" + strconv.Itoa(k), Lane: who.ID, Kind: messageKind, Body: body, Piece: k, Priority: int(urgency)})
	}
	return items, nil
}

func buttons(in []effect.Button) []zalo.Button {
	var out []zalo.Button
	for _, b := range in {
		hide := strings.HasPrefix(b.Payload, "#") // a code of ours, not words to show in the chat
		out = append(out, zalo.Button{Title: b.Title, Payload: b.Payload, URL: b.URL, Hide: hide})
	}
	return out
}

// Say is the handler of what the bot says: owner is the person.
func (p *Post) Say(ctx context.Context, owner string, e effect.Effect) error {
	who, err := p.Store.Requester(ctx, owner)
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	return p.Send(ctx, who, e.Key, *e.Message)
}
