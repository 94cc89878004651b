package statements

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"phatngon/bot/words"
	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
	"phatngon/internal/queue"
	"phatngon/internal/store"
	"phatngon/knowledge/statement"
)

// FateKind is the inbox item that tells people what became of a statement they
// were told.
const FateKind = "fate"

// fatePage is how many people are told per step.
const fatePage = 200

// fate is its body: the statement as it then stood.
type fate struct {
	Code    string `json:"code"`
	Version int64  `json:"version"`
}

func fateKey(code string, version int64) string {
	return FateKind + ":" + code + "/" + strconv.FormatInt(version, 10)
}

// Notify is the handler that makes sure that whoever was told an older version of a
// changed statement hears of the change, once.
func (t *Statements) Notify(ctx context.Context, _ string, e effect.Effect) error {
	body, err := json.Marshal(fate{Code: e.Statement.Code, Version: e.Statement.Version})
	if err != nil {
		return fmt.Errorf("encode fate: %w", err)
	}
	item := queue.Item{ID: fateKey(e.Statement.Code, e.Statement.Version), Lane: FateKind + ":" + e.Statement.Code, Kind: FateKind, Body: body}
	if _, err := t.Inbox.Put(ctx, item); err != nil {
		return fmt.Errorf("queue fate: %w", err)
	}
	return nil
}

// TellFate walks the ledger of a statement and tells each person once.
func (t *Statements) TellFate(ctx context.Context, j *queue.Job) error {
	var now fate
	if err := json.Unmarshal(j.Body, &now); err != nil {
		return queue.Aside("Nội dung không đọc được.")
	}
	s, err := t.Store.Statement(ctx, now.Code)
	if err != nil {
		return fmt.Errorf("load statement %s: %w", now.Code, err)
	}
	for after, more := "", true; more; more = after != "" {
		entries, next, err := t.Store.LedgerOfStatement(ctx, now.Code, after, fatePage)
		if err != nil {
			return fmt.Errorf("read ledger of %s: %w", now.Code, err)
		}
		for _, e := range entries {
			if e.StatementVersion >= now.Version {
				continue
			}
			if err := t.tellPerson(ctx, e.Requester, s, now.Version); err != nil {
				return err
			}
		}
		after = next
	}
	return nil
}

// tellPerson sends the notice under the key of the change and the person.
func (t *Statements) tellPerson(ctx context.Context, requester string, s statement.Statement, version int64) error {
	who, err := t.Store.Requester(ctx, requester)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	by, err := t.successor(ctx, s, who)
	if err != nil {
		return err
	}
	return t.Notice(ctx, who, fateKey(s.Code, version)+"/"+requester, words.StatementChanged(s, by, t.Units.Office(s.Unit), t.PublicURL))
}

// successor is the statement that replaced s, as the store has it: the index of this
// instance may learn of it later. The zero Statement: none that this person may read.
func (t *Statements) successor(ctx context.Context, s statement.Statement, who people.Requester) (statement.Statement, error) {
	if s.SupersededBy == "" {
		return statement.Statement{}, nil
	}
	by, err := t.Store.Statement(ctx, s.SupersededBy)
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return by, fmt.Errorf("load statement %s: %w", s.SupersededBy, err)
	}
	embargoed := by.EmbargoUntil != nil && t.Now().Before(*by.EmbargoUntil)
	if by.Status != statement.StatusPublished || embargoed || by.Audience == statement.AudiencePress && publication.AudienceOf(who, t.Now()) != statement.AudiencePress {
		return statement.Statement{}, nil
	}
	return by, nil
}

// Tell is the handler that enters into the ledger who was told what. What changed between
// the decision and this entry could not find the person there: they hear of it here,
// under the same key as everybody.
func (t *Statements) Tell(ctx context.Context, owner string, e effect.Effect) error {
	return t.EnterLedger(ctx, owner, e.Key, e)
}

// EnterLedger enters what e tells under event, which makes each entry once.
func (t *Statements) EnterLedger(ctx context.Context, requester, event string, e effect.Effect) error {
	var entries []store.LedgerEntry
	for i, told := range e.Told {
		entries = append(entries, store.LedgerEntry{
			ID: event + "/" + strconv.Itoa(i), Requester: requester,
			Statement: told.Statement, StatementVersion: told.Version, Event: event, At: e.At,
		})
	}
	if err := t.Store.AddLedger(ctx, entries...); err != nil {
		return fmt.Errorf("enter ledger: %w", err)
	}
	for _, entry := range entries {
		if err := t.tellLate(ctx, entry); err != nil {
			return err
		}
	}
	return nil
}

// tellLate tells a person of a change that came before their entry in the ledger.
func (t *Statements) tellLate(ctx context.Context, e store.LedgerEntry) error {
	s, err := t.Store.Statement(ctx, e.Statement)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load statement %s: %w", e.Statement, err)
	}
	changed := s.Version
	if s.Status == statement.StatusPublished {
		changed = s.SaidSince
	}
	if s.Status == statement.StatusDraft || e.StatementVersion >= changed {
		return nil
	}
	return t.tellPerson(ctx, e.Requester, s, changed)
}
