package flow

import (
	"context"
	"fmt"

	"phatngon/internal/queue"
	"phatngon/internal/zalo"
)

// miniAppKind marks inbox items that came by the Mini App's webhook.
const miniAppKind = "miniapp"

// Receive stores a verified webhook body in the inbox, once per event; nil
// means it is on disk. Console tests and events of another OA are dropped: they
// are answered 200 all the same (Zalo platform, "Probes sent by the console").
func (f *Flow) Receive(ctx context.Context, body []byte) error {
	e, err := zalo.ParseEvent(body)
	if err != nil {
		// Signed but not an event we can read: keep it under its hash.
		e = zalo.Event{Key: hashToken(string(body)), Name: "unreadable"}
	}
	if e.ConsoleTest {
		return nil
	}
	if e.OAID != "" && e.OAID != f.OAID {
		f.Log.Warn("event of another OA dropped", "event", e.Name)
		return nil
	}
	_, err = f.Inbox.Put(ctx, queue.Item{ID: e.Key, Lane: lane(e), Kind: e.Name, Body: body})
	if err != nil {
		return fmt.Errorf("store event %s: %w", e.Name, err)
	}
	return nil
}

// ReceiveMiniApp stores a verified Mini App event in the inbox.
func (f *Flow) ReceiveMiniApp(ctx context.Context, body []byte) error {
	e, err := zalo.ParseMiniAppEvent(body)
	if err != nil {
		e.Key = hashToken(string(body))
	}
	if _, err := f.Inbox.Put(ctx, queue.Item{ID: e.Key, Lane: miniAppKind, Kind: miniAppKind, Body: body}); err != nil {
		return fmt.Errorf("store mini app event: %w", err)
	}
	return nil
}

// lane is what keeps a person's events in order: their requester id. Events
// that belong to nobody share one lane per kind.
func lane(e zalo.Event) string {
	if e.UserID == "" {
		return "event:" + e.Name
	}
	return requesterID(e.UserID)
}

// requesterID is the id of the requester behind an OA user id.
func requesterID(oaUserID string) string { return "oa:" + oaUserID }
