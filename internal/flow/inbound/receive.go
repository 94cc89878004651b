// Package inbound is the way in of what people do: an event is stored before it is
// acknowledged, worked on in its person's order, decided by the bot, and finished.
package inbound

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"phatngon/internal/desk/channels"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow/access"
	"phatngon/internal/flow/askings"
	"phatngon/internal/flow/attachments"
	"phatngon/internal/flow/cases"
	"phatngon/internal/flow/delivery"
	"phatngon/internal/flow/effects"
	"phatngon/internal/flow/index"
	"phatngon/internal/flow/invitations"
	"phatngon/internal/flow/notices"
	"phatngon/internal/flow/pointer"
	"phatngon/internal/flow/press"
	"phatngon/internal/flow/rules"
	"phatngon/internal/flow/statements"
	"phatngon/internal/queue"
	"phatngon/internal/store"
	"phatngon/internal/zalo/webhook"
	"phatngon/knowledge/answer"
)

// Inbound works on what comes in. All fields are set before use.
type Inbound struct {
	Store       *store.Store
	Relay       *effects.Relay
	Inbox       *queue.Queue
	Access      *access.Access
	Post        *delivery.Post
	Statements  *statements.Statements
	Cases       *cases.Cases
	Press       *press.Press
	Notices     *notices.Notices
	Invitations *invitations.Invitations
	Alike       func(ctx context.Context, who people.Requester, unit, asked string) (request.Request, bool, error) // somebody else's open request that asks the same
	Attachments *attachments.Attachments

	Askings  *askings.Askings
	Index    *index.Index
	Pointer  *pointer.Pointer
	Base     *answer.Base
	Units    *routing.Registry
	Channels *channels.Directory
	Rules    *rules.Rules

	OAID        string // events of other Official Accounts are acknowledged and dropped
	PublicURL   string // no trailing slash
	MiniAppLink string // opens the Mini App; "" when there is none
	Now         func() time.Time
	Log         *slog.Logger
}

// miniAppKind marks inbox items that came by the Mini App's webhook.
const miniAppKind = "miniapp"

// Receive stores a verified webhook body in the inbox, once per event and without what
// the bot says it does not keep; nil means it is on disk. Console tests and events of
// another OA are dropped: they are answered 200 all the same (Zalo platform, "Probes sent by the console").
func (i *Inbound) Receive(ctx context.Context, body []byte) error {
	e, err := webhook.ParseEvent(body)
	if err != nil {
		// Signed but not an event we can read: keep it under its hash.
		e = webhook.Event{Key: access.Hash(string(body)), Name: "unreadable"}
	}
	if e.ConsoleTest {
		return nil
	}
	if e.OAID != "" && e.OAID != i.OAID {
		i.Log.Warn("event of another OA dropped", "event", e.Name)
		return nil
	}
	_, err = i.Inbox.Put(ctx, queue.Item{ID: e.Key, Lane: lane(e), Kind: e.Name, Body: webhook.Redact(body)})
	if err != nil {
		return fmt.Errorf("store event %s: %w", e.Name, err)
	}
	return nil
}

// ReceiveMiniApp stores a verified Mini App event in the inbox.
func (i *Inbound) ReceiveMiniApp(ctx context.Context, body []byte) error {
	e, err := webhook.ParseMiniAppEvent(body)
	if err != nil {
		e.Key = access.Hash(string(body))
	}
	if _, err := i.Inbox.Put(ctx, queue.Item{ID: e.Key, Lane: miniAppKind, Kind: miniAppKind, Body: body}); err != nil {
		return fmt.Errorf("store mini app event: %w", err)
	}
	return nil
}

// lane is what keeps a person's events in order: their requester id. Events
// that belong to nobody share one lane per kind.
func lane(e webhook.Event) string {
	if e.UserID == "" {
		return "event:" + e.Name
	}
	return access.RequesterID(e.UserID)
}
