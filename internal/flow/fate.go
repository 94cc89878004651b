package flow

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"time"

	"phatngon/bot"
	"phatngon/internal/desk"
	"phatngon/internal/queue"
	"phatngon/knowledge"
)

// fateKind is the inbox item that tells people what became of a statement they
// were told.
const fateKind = "fate"

// fatePage is how many people are told per step.
const fatePage = 200

// fate is its body: the statement as it now stands.
type fate struct {
	Code    string `json:"code"`
	Version int64  `json:"version"`
}

// queueFate makes sure that whoever was told an older version of a changed
// statement hears of the change, once.
func (f *Flow) queueFate(ctx context.Context, changed ...knowledge.Statement) error {
	if len(changed) == 0 {
		return nil
	}
	var items []queue.Item
	for _, s := range changed {
		body, err := json.Marshal(fate{Code: s.Code, Version: s.Version})
		if err != nil {
			return fmt.Errorf("encode fate: %w", err)
		}
		id := fateKind + ":" + s.Code + "/" + strconv.FormatInt(s.Version, 10)
		items = append(items, queue.Item{ID: id, Lane: fateKind + ":" + s.Code, Kind: fateKind, Body: body})
	}
	if _, err := f.Inbox.Put(ctx, items...); err != nil {
		return fmt.Errorf("queue fate: %w", err)
	}
	return nil
}

// said notes on next, about to replace current, since which version and moment
// people are told what it says, and how often that was corrected.
func said(current, next knowledge.Statement, now time.Time) knowledge.Statement {
	next.SaidSince, next.SaidAt, next.Corrections = current.Version+1, &now, current.Corrections
	if current.Status != knowledge.StatusPublished {
		return next
	}
	if current.SaysTheSame(next) {
		next.SaidSince, next.SaidAt = cmp.Or(current.SaidSince, current.Version), current.SaidAt
	} else {
		next.Corrections++
	}
	return next
}

// noNews reports that this version of s says what the one before said, say with
// one more question to find it by: nobody needs to hear of it.
func noNews(s knowledge.Statement) bool {
	return s.Status == knowledge.StatusPublished && s.SaidSince != 0 && s.SaidSince != s.Version
}

// tellFate walks the ledger of a statement and tells each person once.
func (f *Flow) tellFate(ctx context.Context, j *queue.Job) error {
	var now fate
	if err := json.Unmarshal(j.Body, &now); err != nil {
		return queue.Aside("Nội dung không đọc được.")
	}
	s, err := f.Store.Statement(ctx, now.Code)
	if err != nil {
		return fmt.Errorf("load statement %s: %w", now.Code, err)
	}
	for after, more := "", true; more; more = after != "" {
		entries, next, err := f.Store.LedgerOfStatement(ctx, now.Code, after, fatePage)
		if err != nil {
			return fmt.Errorf("read ledger of %s: %w", now.Code, err)
		}
		for _, e := range entries {
			if e.StatementVersion >= now.Version {
				continue
			}
			if err := f.tellPerson(ctx, e.Requester, s, j.ID); err != nil {
				return err
			}
		}
		after = next
	}
	return nil
}

// tellPerson sends the notice under the key of the fate and the person.
func (f *Flow) tellPerson(ctx context.Context, requester string, s knowledge.Statement, cause string) error {
	who, err := f.Store.Requester(ctx, requester)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	by, _ := f.Base.Successor(s.Code, audience(who), f.Now()) // none that this person may read: the notice says so much
	return f.send(ctx, who, cause+"/"+requester, bot.StatementChanged(s, by, f.Units.Office(s.Unit), f.PublicURL))
}

// resumeFatesWithin is shorter than handled items are kept (keepHandled), so
// that a fate told before is known and not told again.
const resumeFatesWithin = keepHandled - 24*time.Hour

// ResumeFates finishes what a crash interrupted between a change of a statement
// and telling people. Called at start.
func (f *Flow) ResumeFates(ctx context.Context) error {
	recent, err := f.Store.StatementsChangedSince(ctx, f.Now().Add(-resumeFatesWithin))
	if err != nil {
		return fmt.Errorf("list changed statements: %w", err)
	}
	for _, s := range recent {
		changed := []knowledge.Statement{}
		if s.Status == knowledge.StatusPublished {
			for _, code := range s.Supersedes {
				old, err := f.supersede(ctx, code)
				if err != nil {
					return err
				}
				if old.Code != "" {
					changed = append(changed, old)
				}
			}
		}
		if s.Version > 1 && s.Status != knowledge.StatusDraft && s.Proposal == nil && !noNews(s) {
			changed = append(changed, s)
		}
		if err := f.queueFate(ctx, changed...); err != nil {
			return err
		}
	}
	return nil
}
