package flow

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"phatngon/bot"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/queue"
	"phatngon/internal/zalo"
	"phatngon/knowledge"
)

// appSessionLife is how long a Mini App session lasts; the app logs in again
// without asking the person.
const appSessionLife = 12 * time.Hour

// MiniAppLogin verifies a Zalo user token with graph.zalo.me and opens a
// session. The Zalo token is used once and never kept.
func (f *Flow) MiniAppLogin(ctx context.Context, zaloToken string) (string, people.Requester, error) {
	user, err := f.Zalo.Me(ctx, zaloToken)
	if err != nil {
		return "", people.Requester{}, fmt.Errorf("verify mini app user: %w", err)
	}
	return f.openApp(ctx, user.ID, user.OAUserID)
}

// DemoLogin opens a session for a made-up person; desk.ErrNotFound outside the
// demo.
func (f *Flow) DemoLogin(ctx context.Context, persona string) (string, people.Requester, error) {
	if f.DemoPersona == nil {
		return "", people.Requester{}, desk.ErrNotFound
	}
	p, ok := f.DemoPersona(persona)
	if !ok {
		return "", people.Requester{}, desk.ErrNotFound
	}
	return f.openApp(ctx, p.AppUserID, p.OAUserID)
}

// openApp finds the requester behind an app-scoped id: the one met in the chat
// when the two are known to be one person, else one of the Mini App's own.
func (f *Flow) openApp(ctx context.Context, appUserID, oaUserID string) (string, people.Requester, error) {
	who, err := f.Store.RequesterByApp(ctx, appUserID)
	if errors.Is(err, desk.ErrNotFound) {
		fresh := f.newRequester("app:"+appUserID, f.Now())
		if oaUserID != "" {
			fresh = f.newRequester(requesterID(oaUserID), f.Now())
		}
		who, err = f.updateRequester(ctx, fresh, func(who *people.Requester) { who.AppUserID = appUserID })
	}
	if err != nil {
		return "", who, err
	}
	return f.signSession(who.ID, f.Now().Add(appSessionLife)), who, nil
}

// MiniAppUser returns the requester behind a session token; desk.ErrForbidden
// when it is not ours or over.
func (f *Flow) MiniAppUser(ctx context.Context, token string) (people.Requester, error) {
	id, ok := f.openSession(token)
	if !ok {
		return people.Requester{}, desk.ErrForbidden
	}
	who, err := f.Store.Requester(ctx, id)
	if errors.Is(err, desk.ErrNotFound) || err == nil && who.Erased {
		return who, desk.ErrForbidden
	}
	return who, err
}

// signSession makes a token that says who until when. It is signed, not
// stored: instances need share nothing but the key.
func (f *Flow) signSession(id string, until time.Time) string {
	claim := base64.RawURLEncoding.EncodeToString([]byte(id)) + "." + strconv.FormatInt(until.Unix(), 10)
	return claim + "." + base64.RawURLEncoding.EncodeToString(f.mac(claim))
}

func (f *Flow) openSession(token string) (id string, ok bool) {
	claim, sig, found := cutLast(token, ".")
	got, err := base64.RawURLEncoding.DecodeString(sig)
	if !found || err != nil || !hmac.Equal(got, f.mac(claim)) {
		return "", false
	}
	who, until, _ := strings.Cut(claim, ".")
	seconds, err := strconv.ParseInt(until, 10, 64)
	name, err2 := base64.RawURLEncoding.DecodeString(who)
	if err != nil || err2 != nil || f.Now().Unix() >= seconds {
		return "", false
	}
	return string(name), true
}

func (f *Flow) mac(claim string) []byte {
	h := hmac.New(sha256.New, f.Secrets.Derive("miniapp-session"))
	h.Write([]byte(claim))
	return h.Sum(nil)
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// Ask answers a question of the Mini App or the command line.
func (f *Flow) Ask(ctx context.Context, who people.Requester, question string) (knowledge.Answer, error) {
	q := knowledge.Question{Text: question, Audience: audience(who), Now: f.Now(), Vector: f.questionVector(ctx, question)}
	return f.tell(ctx, who, question, f.Base.Ask(q), false)
}

// AskAbout answers about the statement that the person picked.
func (f *Flow) AskAbout(ctx context.Context, who people.Requester, statement, question string) (knowledge.Answer, error) {
	a := f.Base.AskAbout(statement, knowledge.Question{Text: question, Audience: audience(who), Now: f.Now()})
	return f.tell(ctx, who, question, a, true)
}

// tell counts the question and enters into the ledger what a known person is
// about to read. The same answer on the same day is one entry.
func (f *Flow) tell(ctx context.Context, who people.Requester, question string, a knowledge.Answer, picked bool) (knowledge.Answer, error) {
	a = f.suggestUnit(a, question)
	if who.ID == "" {
		return a, nil
	}
	f.countAnswered(ctx, who, bot.Asking{Question: question, Statements: a.Statements(), Picked: picked})
	event := strings.Join([]string{"app", who.ID, a.ID, f.Now().In(calendar.Zone).Format(time.DateOnly)}, "/")
	return a, f.rememberTold(ctx, who, event, f.Now(), a.Quotes)
}

// suggestUnit names who should be asked about what an answer does not cover.
func (f *Flow) suggestUnit(a knowledge.Answer, question string) knowledge.Answer {
	switch a.Status {
	case knowledge.Answered:
	case knowledge.Partial:
		route := f.Units.Route(strings.Join(a.Uncovered, "\n"))
		if route.Known || a.SuggestedUnit == "" {
			a.SuggestedUnit = route.Unit
		}
	default:
		a.SuggestedUnit = f.Units.Route(question).Unit
	}
	return a
}

// miniAppEvent handles the Mini App's own webhook: consent withdrawn means the
// person's data goes.
func (f *Flow) miniAppEvent(ctx context.Context, body []byte) error {
	e, err := zalo.ParseMiniAppEvent(body)
	if err != nil {
		return queue.Aside("Nội dung không đọc được.")
	}
	if e.Name != zalo.RevokeConsent {
		return nil
	}
	who, err := f.Store.RequesterByApp(ctx, e.UserID)
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	return f.erase(ctx, who.ID)
}
