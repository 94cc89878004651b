package flow

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
	"phatngon/internal/limits"
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
type Attempt struct{ Email, Password, Address, Device string }

// Opened is a session of the panel. Token goes into the officer's cookie, and
// the store keeps its hash only; Device into another that lives for DeviceLife.
type Opened struct {
	Token, Device string
	Session       people.Session
}

// Login is LoginFrom for a browser that nobody signed in from before.
func (f *Flow) Login(ctx context.Context, email, password, ip string) (string, people.Session, error) {
	opened, err := f.LoginFrom(ctx, Attempt{Email: email, Password: password, Address: ip})
	return opened.Token, opened.Session, err
}

// LoginFrom checks a password and opens a session. Strangers to an account share
// its attempts, whatever their addresses; a browser that was signed in from
// before has its own, so that nobody can lock its owner out.
func (f *Flow) LoginFrom(ctx context.Context, a Attempt) (Opened, error) {
	email, now := strings.ToLower(strings.TrimSpace(a.Email)), f.Now()
	o, err := f.Store.OfficerByEmail(ctx, email)
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return Opened{}, fmt.Errorf("load officer: %w", err)
	}
	key, allowed := f.mayTry(now, o.ID, email, a)
	if !allowed {
		return Opened{}, errors.Join(errTries, f.noteLoginFailure(ctx, o.ID))
	}
	if !checkPassword(o.PasswordHash, a.Password) || o.Disabled {
		return Opened{}, errors.Join(errLogin, f.noteLoginFailure(ctx, o.ID))
	}
	f.logins().Undo(key)
	token := newID() + newID()
	s := people.Session{ID: hashToken(token), Officer: o.ID, CSRF: newID(), CreatedAt: now, ExpiresAt: now.Add(sessionLife)}
	if err := f.Store.InsertSession(ctx, &s); err != nil {
		return Opened{}, fmt.Errorf("open session: %w", err)
	}
	return Opened{Token: token, Session: s, Device: f.addPass(a.Device, o.ID)}, f.audit(ctx, o.ID, "officer.login", o.ID, "")
}

// mayTry counts an attempt, and says under which key of the account.
func (f *Flow) mayTry(now time.Time, officer, email string, a Attempt) (key string, ok bool) {
	if device := f.device(a.Device, officer); officer != "" && device != "" {
		key = "device:" + device
		return key, f.logins().Allow(now, key, loginTries)
	}
	key = "account:" + hashToken(email) // whatever its length
	ok = f.logins().Allow(now, key, loginTries)
	return key, f.logins().Allow(now, "address:"+a.Address, 10*loginTries) && ok // an office shares one address
}

// logins counts the attempts.
func (f *Flow) logins() *limits.Limiter {
	f.makeLogins.Do(func() { f.loginLimiter = limits.New(loginPause, loginKeys) })
	return f.loginLimiter
}

// Session returns the session behind a cookie's token and its officer;
// desk.ErrForbidden when it is unknown, over, or the officer is disabled.
func (f *Flow) Session(ctx context.Context, token string) (people.Session, people.Officer, error) {
	s, err := f.Store.Session(ctx, hashToken(token))
	if errors.Is(err, desk.ErrNotFound) || err == nil && !f.Now().Before(s.ExpiresAt) {
		return s, people.Officer{}, desk.ErrForbidden
	}
	if err != nil {
		return s, people.Officer{}, fmt.Errorf("load session: %w", err)
	}
	o, err := f.Store.Officer(ctx, s.Officer)
	if errors.Is(err, desk.ErrNotFound) || err == nil && o.Disabled {
		return s, o, desk.ErrForbidden
	}
	return s, o, err
}

// Logout ends a session.
func (f *Flow) Logout(ctx context.Context, token string) error {
	err := f.Store.DeleteSession(ctx, hashToken(token))
	if errors.Is(err, desk.ErrNotFound) {
		return nil
	}
	return err
}

func hashToken(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}
