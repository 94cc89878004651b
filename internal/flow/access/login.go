package access

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/password"
	"phatngon/internal/limits"
	"phatngon/internal/store"
)

// sessionLife is how long a login of the panel lasts.
const sessionLife = 12 * time.Hour

// Attempts allowed within loginPause per account and strange browsers, and per
// known browser; ten times as many per address.
const (
	loginTries = 8
	loginPause = 10 * time.Minute
	loginKeys  = 20_000 // remembered; about 2 MB
)

// errLogin is the one answer to a wrong e-mail and a wrong password alike.
var errLogin = &desk.RuleError{Text: "E-mail hoặc mật khẩu chưa đúng. Xin kiểm tra lại."}

// errTries is the answer to a stranger when there were too many attempts.
var errTries = &desk.RuleError{Text: "Có nhiều lần đăng nhập sai. Xin thử lại sau 10 phút, hoặc dùng máy đã từng đăng nhập tài khoản này."}

// Attempt is one try to sign in. Device is what an earlier login left in this
// browser, "" when there was none.
type Attempt struct{ Email, Password, Address, Device, Browser string }

// Opened is a session of the panel. Token goes into the officer's cookie, and
// the store keeps its hash only; Device into another that lives for DeviceLife. With a
// Ticket nothing is open yet: it is for LoginCode.
type Opened struct {
	Token, Device, Ticket string
	Session               people.Session
}

// Login checks a password and opens a session, or asks for the second factor. Strangers to an account share
// its attempts, whatever their addresses; a browser that was signed in from
// before has its own, so that nobody can lock its owner out.
func (a *Access) Login(ctx context.Context, try Attempt) (Opened, error) {
	email, now := strings.ToLower(strings.TrimSpace(try.Email)), a.Now()
	o, err := a.Store.OfficerByEmail(ctx, email)
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return Opened{}, fmt.Errorf("load officer: %w", err)
	}
	key, allowed := a.mayTry(now, o.ID, email, try)
	if !allowed {
		return Opened{}, errors.Join(errTries, a.noteLoginFailure(ctx, o.ID))
	}
	if !password.Check(o.PasswordHash, try.Password) || o.Disabled {
		return Opened{}, errors.Join(errLogin, a.noteLoginFailure(ctx, o.ID))
	}
	a.logins().Undo(key)
	return a.Admit(ctx, o, try)
}

// Admit opens a session of who proved to be an officer, or asks for the second factor.
func (a *Access) Admit(ctx context.Context, o people.Officer, try Attempt) (Opened, error) {
	factor, err := a.Second.Of(ctx, o.ID)
	if err != nil {
		return Opened{}, err
	}
	if factor.On() {
		return Opened{Ticket: a.SignPass(forCode, o, a.Now().Add(TicketLife))}, nil
	}
	return a.open(ctx, o, try, false)
}

// open opens a session of an officer; second says that they showed a second factor.
func (a *Access) open(ctx context.Context, o people.Officer, try Attempt, second bool) (Opened, error) {
	token, now := newID()+newID(), a.Now()
	s := people.Session{ID: Hash(token), Officer: o.ID, CSRF: newID(), Browser: browserName(try.Browser), Second: second, CreatedAt: now, ExpiresAt: now.Add(sessionLife)}
	if err := a.Store.InsertSession(ctx, &s, line("session:"+s.ID, now, o.ID, "officer.login", o.ID, "")); err != nil {
		return Opened{}, fmt.Errorf("open session: %w", err)
	}
	a.Relay.Finish(ctx, store.Sessions, s.ID)
	return Opened{Token: token, Session: s, Device: a.addPass(try.Device, o.ID)}, nil
}

// mayTry counts an attempt, and says under which key of the account.
func (a *Access) mayTry(now time.Time, officer, email string, try Attempt) (key string, ok bool) {
	return a.mayTryAs(now, officer, "account:"+Hash(email), try) // whatever its length
}

// mayTryAs counts under a known browser's own key, or under that of all strangers to an account.
func (a *Access) mayTryAs(now time.Time, officer, strangers string, try Attempt) (key string, ok bool) {
	kind, _, _ := strings.Cut(strangers, ":")
	if device := a.device(try.Device, officer); officer != "" && device != "" {
		key = "device of " + kind + ":" + device
		return key, a.logins().Allow(now, key, loginTries)
	}
	key = strangers
	ok = a.logins().Allow(now, key, loginTries)
	return key, a.logins().Allow(now, "address:"+try.Address, 10*loginTries) && ok // an office shares one address
}

// logins counts the attempts.
func (a *Access) logins() *limits.Limiter {
	a.makeLogins.Do(func() { a.limiter = limits.New(loginPause, loginKeys) })
	return a.limiter
}

// Session returns the session behind a cookie's token and its officer;
// desk.ErrForbidden when it is unknown, over, or the officer is disabled.
func (a *Access) Session(ctx context.Context, token string) (people.Session, people.Officer, error) {
	s, err := a.Store.Session(ctx, Hash(token))
	if errors.Is(err, desk.ErrNotFound) || err == nil && !a.Now().Before(s.ExpiresAt) {
		return s, people.Officer{}, desk.ErrForbidden
	}
	if err != nil {
		return s, people.Officer{}, fmt.Errorf("load session: %w", err)
	}
	o, err := a.Store.Officer(ctx, s.Officer)
	if errors.Is(err, desk.ErrNotFound) || err == nil && o.Disabled {
		return s, o, desk.ErrForbidden
	}
	return s, people.InOffice(o, a.Now()), err
}

// Logout ends a session.
func (a *Access) Logout(ctx context.Context, token string) error {
	err := a.Store.DeleteSession(ctx, Hash(token))
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	return err
}

// Hash is what the store keeps of a token.
func Hash(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}
