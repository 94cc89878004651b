// Package askings is how people word what a statement answers, so that its unit can make
// their words questions of the statement. Nothing of it is worth an answer: what cannot be
// counted in time is not.
package askings

import (
	"cmp"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow/effects"
	"phatngon/internal/store"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// Askings counts them and lets an office use them. Save, a change of a statement, is
// set before use.
type Askings struct {
	Store *store.Store
	Relay *effects.Relay
	Base  *answer.Base
	Key   []byte // hashes who asked
	Now   func() time.Time
	Log   *slog.Logger

	Model   func(context.Context, statement.Statement) []string               // what it proposes that people would ask
	Counted func(ctx context.Context, code, unit string, day time.Time) error // after an asking of a statement was counted
	Save    func(context.Context, people.Officer, statement.Statement) (statement.Statement, error)
}

// budget bounds the time that counting an asking may take.
const budget = 2 * time.Second

// countAsking counts that somebody asked question, and that s answers it. It is
// called before the ledger is written, by which an erasure finds it. who is the
// person's id; it is not stored.
func (k *Askings) countAsking(ctx context.Context, who, how, question string, s statement.Statement) {
	text, ok := askingText(question)
	wording := statement.Wording(text)
	if !ok || s.Status != statement.StatusPublished || s.Asks(wording) {
		return
	}
	k.quietly(ctx, "count an asking", func(ctx context.Context) error {
		_, err := k.Store.Asking(ctx, k.hiddenID(s.Code, wording))
		if !errors.Is(err, desk.ErrNotFound) {
			return err // the office wants to see no more of it
		}
		err = k.Store.AddAsking(ctx, store.Asking{
			ID: k.askingID(s.Code, who, wording), Statement: s.Code, How: how,
			Asker: k.Asker(s.Code, who), Text: text, Day: k.today(),
		})
		if err != nil || k.Counted == nil {
			return err
		}
		return k.Counted(ctx, s.Code, s.Unit, k.today())
	})
}

// Asked is the handler that counts what the bot answered; owner is the person.
func (k *Askings) Asked(ctx context.Context, owner string, e effect.Effect) error {
	who, err := k.Store.Requester(ctx, owner)
	if err == nil {
		k.CountAnswered(ctx, who, *e.Asking)
	}
	return nil // counting never fails or holds up an answer
}

// TakenBack is the handler that counts no more what the person did not mean.
func (k *Askings) TakenBack(ctx context.Context, owner string, e effect.Effect) error {
	k.takeBack(ctx, people.Requester{ID: owner}, e.Asking.Question, e.Asking.Statements...)
	return nil
}

// CountAnswered counts a question that was answered from statements.
func (k *Askings) CountAnswered(ctx context.Context, who people.Requester, a effect.Asking) {
	how := store.AskingAnswered
	if a.Picked {
		how = store.AskingPicked
	}
	for _, code := range a.Statements {
		if s, ok := k.Base.Statement(code, publication.AudienceOf(who, k.Now()), k.Now()); ok {
			k.countAsking(ctx, who.ID, how, a.Question, s)
		}
	}
}

// CountFiled counts the question of a request whose answer became s. That of an erased
// person is nobody's.
func (k *Askings) CountFiled(ctx context.Context, r request.Request, s statement.Statement) {
	k.countAsking(ctx, cmp.Or(r.Requester, "request:"+r.Code), store.AskingFiled, r.Question, s)
}

// takeBack counts a question no more: the person meant something else.
func (k *Askings) takeBack(ctx context.Context, who people.Requester, question string, statements ...string) {
	text, ok := askingText(question)
	if !ok {
		return // it was not counted
	}
	var ids []string
	for _, code := range statements {
		ids = append(ids, k.askingID(code, who.ID, statement.Wording(text)))
	}
	k.quietly(ctx, "take an asking back", func(ctx context.Context) error { return k.Store.DeleteAskings(ctx, ids...) })
}

// NotMeant takes back what a person files a request about after reading
// an answer to it in the Mini App, which has no other way to say "not this".
func (k *Askings) NotMeant(ctx context.Context, who people.Requester, question string) {
	k.takeBack(ctx, who, question, k.told(ctx, who)...)
}

// Told reports whether a person was lately told of a statement.
func (k *Askings) Told(ctx context.Context, who people.Requester, statement string) bool {
	return slices.Contains(k.told(ctx, who), statement)
}

func (k *Askings) told(ctx context.Context, who people.Requester) (statements []string) {
	k.quietly(ctx, "read what was told", func(ctx context.Context) error {
		entries, err := k.Store.LedgerOfRequester(ctx, who.ID, toldLately)
		for _, e := range entries {
			statements = append(statements, e.Statement)
		}
		return err
	})
	return statements
}

// toldLately is how many entries of the ledger a request may be about.
const toldLately = 20

// quietly does what must neither fail nor hold up an answer.
func (k *Askings) quietly(ctx context.Context, what string, do func(context.Context) error) {
	within, cancel := context.WithTimeout(ctx, budget)
	defer cancel()
	if err := do(within); err != nil && ctx.Err() == nil {
		k.Log.Warn(what, "error", err)
	}
}

// Asker is a person's hash for one statement. Without the key it leads neither
// to the person nor to what they asked of other statements.
func (k *Askings) Asker(statement, who string) string { return k.askingKey("asker", statement, who) }

func (k *Askings) askingID(statement, who, wording string) string {
	return k.askingKey("asking", statement, who, wording)
}

func (k *Askings) hiddenID(statement, wording string) string {
	return k.askingKey("hidden", statement, wording)
}

func (k *Askings) askingKey(parts ...string) string {
	h := hmac.New(sha256.New, k.Key)
	h.Write([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// today is the day it is in the province.
func (k *Askings) today() time.Time {
	y, m, d := k.Now().In(calendar.Zone).Date()
	return time.Date(y, m, d, 0, 0, 0, 0, calendar.Zone)
}
