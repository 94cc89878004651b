package flow

import (
	"cmp"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
	"time"

	"phatngon/bot"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/store"
	"phatngon/knowledge"
)

// Askings: how people word what a statement answers, so that its unit can make
// their words questions of the statement (asking_edit.go). Nothing of it is worth
// an answer: what cannot be counted in time is not.
const (
	askingLife   = 180 * 24 * time.Hour
	askingBudget = 2 * time.Second
)

// countAsking counts that somebody asked question, and that s answers it. It is
// called before the ledger is written, by which an erasure finds it. who is the
// person's id; it is not stored.
func (f *Flow) countAsking(ctx context.Context, who, how, question string, s knowledge.Statement) {
	text, ok := askingText(question)
	wording := knowledge.Wording(text)
	if !ok || s.Status != knowledge.StatusPublished || s.Asks(wording) {
		return
	}
	f.quietly(ctx, "count an asking", func(ctx context.Context) error {
		_, err := f.Store.Asking(ctx, f.hiddenID(s.Code, wording))
		if !errors.Is(err, desk.ErrNotFound) {
			return err // the office wants to see no more of it
		}
		return f.Store.AddAsking(ctx, store.Asking{
			ID: f.askingID(s.Code, who, wording), Statement: s.Code, How: how,
			Asker: f.asker(s.Code, who), Text: text, Day: f.today(),
		})
	})
}

// countDecided counts, or takes back, what the bot decided that was asked.
func (f *Flow) countDecided(ctx context.Context, who people.Requester, d bot.Decision) {
	if d.Asking != nil {
		f.countAnswered(ctx, who, *d.Asking)
	}
	if d.TakenBack != nil {
		f.takeBack(ctx, who, d.TakenBack.Question, d.TakenBack.Statements...)
	}
}

// countAnswered counts a question that was answered from statements.
func (f *Flow) countAnswered(ctx context.Context, who people.Requester, a bot.Asking) {
	how := store.AskingAnswered
	if a.Picked {
		how = store.AskingPicked
	}
	for _, code := range a.Statements {
		if s, ok := f.Base.Statement(code, audience(who), f.Now()); ok {
			f.countAsking(ctx, who.ID, how, a.Question, s)
		}
	}
}

// countFiled counts the question of a request whose answer became s; below its
// first line stand notes for the officer. That of an erased person is nobody's.
func (f *Flow) countFiled(ctx context.Context, r request.Request, s knowledge.Statement) {
	question, _, _ := strings.Cut(r.Question, "\n")
	f.countAsking(ctx, cmp.Or(r.Requester, "request:"+r.Code), store.AskingFiled, question, s)
}

// takeBack counts a question no more: the person meant something else.
func (f *Flow) takeBack(ctx context.Context, who people.Requester, question string, statements ...string) {
	text, ok := askingText(question)
	if !ok {
		return // it was not counted
	}
	var ids []string
	for _, code := range statements {
		ids = append(ids, f.askingID(code, who.ID, knowledge.Wording(text)))
	}
	f.quietly(ctx, "take an asking back", func(ctx context.Context) error { return f.Store.DeleteAskings(ctx, ids...) })
}

// takeBackFiled takes back what a person files a request about after reading
// an answer to it in the Mini App, which has no other way to say "not this".
func (f *Flow) takeBackFiled(ctx context.Context, who people.Requester, question string) {
	var told []string
	f.quietly(ctx, "read what was told", func(ctx context.Context) error {
		entries, err := f.Store.LedgerOfRequester(ctx, who.ID, toldLately)
		for _, e := range entries {
			told = append(told, e.Statement)
		}
		return err
	})
	f.takeBack(ctx, who, question, told...)
}

const (
	miniAppChannel = "miniapp"
	toldLately     = 20 // entries of the ledger that a request may be about
)

// quietly does what must neither fail nor hold up an answer.
func (f *Flow) quietly(ctx context.Context, what string, do func(context.Context) error) {
	within, cancel := context.WithTimeout(ctx, askingBudget)
	defer cancel()
	if err := do(within); err != nil && ctx.Err() == nil {
		f.Log.Warn(what, "error", err)
	}
}

// asker is a person's hash for one statement. Without the key it leads neither
// to the person nor to what they asked of other statements.
func (f *Flow) asker(statement, who string) string { return f.askingKey("asker", statement, who) }

func (f *Flow) askingID(statement, who, wording string) string {
	return f.askingKey("asking", statement, who, wording)
}

func (f *Flow) hiddenID(statement, wording string) string {
	return f.askingKey("hidden", statement, wording)
}

func (f *Flow) askingKey(parts ...string) string {
	h := hmac.New(sha256.New, f.Secrets.Derive("asking"))
	h.Write([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// today is the day it is in the province.
func (f *Flow) today() time.Time {
	y, m, d := f.Now().In(calendar.Zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, calendar.Zone)
}
