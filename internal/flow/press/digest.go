package press

import (
	"context"
	"errors"
	"fmt"

	botpress "phatngon/bot/press"
	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/press"
	"phatngon/knowledge/statement"
)

// hold has a new statement wait for the reporter's message of the day; twice is once, also
// when that message has gone out between.
func (q *Press) hold(ctx context.Context, id, code string) error {
	key := q.hash(AnnounceKind + ":" + code)
	for {
		r, err := q.Store.Registration(ctx, id)
		if err != nil {
			return fmt.Errorf("load registration %s: %w", id, err)
		}
		if r.State != press.Verified || r.Knows(key) {
			return nil
		}
		next := press.Hold(r, code, q.Now()).Know(key)
		if err := q.replace(ctx, &next); !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}

// Digest is the handler by which a reporter hears in one message of the statements that
// were held for it: of those that are in force and still followed.
func (q *Press) Digest(ctx context.Context, _ string, e effect.Effect) error {
	r, err := q.Store.Registration(ctx, e.Press.Registration)
	if err != nil {
		return fmt.Errorf("load registration: %w", err)
	}
	if r.Requester == "" {
		return nil // erased
	}
	who, err := q.Store.Requester(ctx, r.Requester)
	if errors.Is(err, desk.ErrNotFound) || err == nil && (who.Erased || who.OAUserID == "") {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	all, err := q.stillNews(ctx, r, who, e.Press.Statements)
	if err != nil || len(all) == 0 {
		return err
	}
	m, listed := botpress.Digest(r, all, q.UnitName)
	if err := q.Notice(ctx, who, e.Key, m); err != nil {
		return err
	}
	return q.Told(ctx, who.ID, e.Key, told(q.Now(), listed...))
}

// stillNews are the statements, the newest first, that the reporter is to hear of now.
func (q *Press) stillNews(ctx context.Context, r press.Registration, who people.Requester, codes []string) (all []statement.Statement, err error) {
	for i := len(codes) - 1; i >= 0; i-- {
		s, err := q.Store.Statement(ctx, codes[i])
		if err != nil {
			return nil, fmt.Errorf("load statement %s: %w", codes[i], err)
		}
		if s.Status == statement.StatusPublished && !q.Now().Before(opens(s)) && press.Hears(r, who, s, q.Now()) {
			all = append(all, s)
		}
	}
	return all, nil
}
