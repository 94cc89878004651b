package press

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	botpress "phatngon/bot/press"
	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/press"
	"phatngon/internal/queue"
	"phatngon/knowledge/statement"
)

// AnnounceKind is the inbox item that tells reporters of a new statement.
const AnnounceKind = "announce"

// Announce is the handler that makes sure that reporters hear of a new statement that they
// follow, once, and not a moment before it may be read.
func (q *Press) Announce(ctx context.Context, _ string, e effect.Effect) error {
	s, err := q.Store.Statement(ctx, e.Statement.Code)
	if err != nil {
		return fmt.Errorf("load statement %s: %w", e.Statement.Code, err)
	}
	return q.queueAnnouncement(ctx, s)
}

func (q *Press) queueAnnouncement(ctx context.Context, s statement.Statement) error {
	at := opens(s)
	body, err := json.Marshal(s.Code)
	if err != nil {
		return fmt.Errorf("encode an announcement: %w", err)
	}
	item := queue.Item{ID: AnnounceKind + ":" + s.Code + "/" + strconv.FormatInt(at.Unix(), 10), Lane: AnnounceKind + ":" + s.Code, Kind: AnnounceKind, Body: body, NotBefore: at}
	if _, err := q.Inbox.Put(ctx, item); err != nil {
		return fmt.Errorf("queue an announcement: %w", err)
	}
	return nil
}

// opens is when s may be read; the zero time is at once.
func opens(s statement.Statement) time.Time {
	if s.EmbargoUntil == nil {
		return time.Time{}
	}
	return *s.EmbargoUntil
}

// Tell walks the verified reporters and tells each once who follows the statement.
func (q *Press) Tell(ctx context.Context, j *queue.Job) error {
	var code string
	if err := json.Unmarshal(j.Body, &code); err != nil {
		return queue.Aside("Nội dung không đọc được.")
	}
	s, err := q.Store.Statement(ctx, code)
	if err != nil {
		return fmt.Errorf("load statement %s: %w", code, err)
	}
	switch {
	case s.Status != statement.StatusPublished:
		return nil // no more
	case q.Now().Before(opens(s)):
		return q.queueAnnouncement(ctx, s) // its embargo was prolonged
	}
	for after, more := "", true; more; more = after != "" {
		found, next, err := q.Store.RegistrationsIn(ctx, press.Verified, after, 200)
		if err != nil {
			return fmt.Errorf("list reporters: %w", err)
		}
		for _, r := range found {
			if err := q.tell(ctx, r, s); err != nil {
				return err
			}
		}
		after = next
	}
	return nil
}

func (q *Press) tell(ctx context.Context, r press.Registration, s statement.Statement) error {
	if !r.InForce(q.Now()) || !r.Follows.Match(s) {
		return nil
	}
	who, err := q.Store.Requester(ctx, r.Requester)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	if who.OAUserID == "" || who.Erased || !press.Hears(r, who, s, q.Now()) {
		return nil
	}
	if r.Follows.Daily || r.Holds(s.Code) {
		return q.hold(ctx, r.ID, s.Code)
	}
	key := q.tellKey(s.Code, who.ID)
	if err := q.Notice(ctx, who, key, botpress.New(r, s, q.UnitName(s.Unit))); err != nil {
		return err
	}
	return q.Told(ctx, who.ID, key, told(q.Now(), s))
}

// tellKey is what a person is told of a new statement under; it names nobody.
func (q *Press) tellKey(statement, requester string) string {
	return AnnounceKind + ":" + statement + "/" + q.hash(statement + "\x00" + requester)[:32]
}

func told(at time.Time, all ...statement.Statement) effect.Effect {
	e := effect.Effect{At: at}
	for _, s := range all {
		e.Told = append(e.Told, effect.Told{Statement: s.Code, Version: s.Version})
	}
	return e
}
