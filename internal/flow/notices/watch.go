package notices

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/remind"
	"phatngon/internal/desk/request"
	"phatngon/internal/store"
)

// claimsTold is how many open claims a morning's digest looks at, the nearest deadline first.
const claimsTold = 200

// watchEvery is how often it is looked for what is due.
const watchEvery = 5 * time.Minute

// Watch reminds until ctx ends.
func (n *Notices) Watch(ctx context.Context) {
	tick := time.NewTicker(watchEvery)
	defer tick.Stop()
	for {
		if err := n.Remind(ctx); err != nil && ctx.Err() == nil {
			n.Log.Error("remind officers", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// Remind writes the morning's digests and what is to be told to the next above by now.
// What was told already is not told again.
func (n *Notices) Remind(ctx context.Context) error {
	office, err := n.office(ctx)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(office.Officers, n.reaches) {
		return nil
	}
	open, err := n.open(ctx)
	if err != nil {
		return err
	}
	claims, _, err := n.Store.OpenClaims(ctx, time.Time{}, "", claimsTold)
	if err != nil {
		return fmt.Errorf("list open claims: %w", err)
	}
	all := office.Digests(open, claims)
	for _, r := range open {
		all = append(all, office.Escalations(r)...)
	}
	for _, notice := range all {
		if !n.reaches(notice.To) {
			continue // told as soon as there is a way
		}
		if err := n.remind(ctx, notice); err != nil {
			return err
		}
	}
	return nil
}

// open lists the requests that somebody still owes an answer to.
func (n *Notices) open(ctx context.Context) ([]request.Request, error) {
	var all []request.Request
	for after, more := "", true; more; more = after != "" {
		found, next, err := n.Store.Requests(ctx, store.RequestFilter{Open: true, After: after, Limit: 200})
		if err != nil {
			return nil, fmt.Errorf("list open requests: %w", err)
		}
		all, after = append(all, found...), next
	}
	return all, nil
}

func (n *Notices) remind(ctx context.Context, notice remind.Notice) error {
	at := n.Now()
	r := store.Reminder{ID: notice.Key, Officer: notice.To.ID, Subject: notice.Subject, Text: notice.Text, Short: notice.Short, At: at}
	err := n.Store.InsertReminder(ctx, &r, effect.Effect{Key: notice.Key + "/send", Kind: effect.DoRemind, At: at})
	if errors.Is(err, desk.ErrConflict) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("store a reminder: %w", err)
	}
	n.Relay.Finish(ctx, store.Reminders, r.ID)
	return nil
}

// OfReminder is the handler that queues the letter of a reminder.
func (n *Notices) OfReminder(ctx context.Context, owner string, _ effect.Effect) error {
	r, err := n.Store.Reminder(ctx, owner)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load a reminder: %w", err)
	}
	to, err := n.Store.Officer(ctx, r.Officer)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load officer: %w", err)
	}
	return n.put(ctx, r.ID, to, letter{r.Officer, r.Subject, r.Text, r.Short})
}

// messageID is the same for a letter whenever it is sent, and tells nothing of it.
func messageID(key, publicURL string) string {
	sum := sha256.Sum256([]byte(key))
	host := "phatngon"
	if u, err := url.Parse(publicURL); err == nil && u.Hostname() != "" {
		host = u.Hostname()
	}
	return hex.EncodeToString(sum[:16]) + "@" + host
}
