package flow

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

// sessionLife is how long a login of the panel lasts.
const sessionLife = 12 * time.Hour

// Attempts allowed per e-mail and per address within loginPause.
const (
	loginTries = 8
	loginPause = 10 * time.Minute
)

// errLogin is the one answer to a wrong e-mail and a wrong password alike.
var errLogin = &desk.RuleError{Text: "E-mail hoặc mật khẩu chưa đúng. Xin kiểm tra lại."}

// Login checks a password and opens a session. The token goes into the
// officer's cookie; the store keeps its hash only.
func (f *Flow) Login(ctx context.Context, email, password, ip string) (string, people.Session, error) {
	email, now := strings.ToLower(strings.TrimSpace(email)), f.Now()
	if !f.logins.allow(now, "email:"+email, "ip:"+ip) {
		return "", people.Session{}, &desk.RuleError{Text: "Đăng nhập sai nhiều lần. Xin thử lại sau 10 phút."}
	}
	o, err := f.Store.OfficerByEmail(ctx, email)
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return "", people.Session{}, fmt.Errorf("load officer: %w", err)
	}
	if !checkPassword(o.PasswordHash, password) || o.Disabled {
		return "", people.Session{}, errLogin
	}
	f.logins.forget("email:" + email)
	token := newID() + newID()
	s := people.Session{ID: hashToken(token), Officer: o.ID, CSRF: newID(), CreatedAt: now, ExpiresAt: now.Add(sessionLife)}
	if err := f.Store.InsertSession(ctx, &s); err != nil {
		return "", people.Session{}, fmt.Errorf("open session: %w", err)
	}
	return token, s, f.audit(ctx, o.ID, "officer.login", o.ID, "")
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

// loginLimit counts attempts per key in windows of loginPause. The zero value
// is ready; its size is bounded.
type loginLimit struct {
	mu    sync.Mutex
	since time.Time
	tries map[string]int
}

// allow counts an attempt under each key and says whether all are within
// bounds.
func (l *loginLimit) allow(now time.Time, keys ...string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.tries == nil || now.Sub(l.since) > loginPause || len(l.tries) > 10_000 {
		l.since, l.tries = now, map[string]int{}
	}
	ok := true
	for _, k := range keys {
		l.tries[k]++
		limit := loginTries
		if strings.HasPrefix(k, "ip:") { // an office shares one address
			limit *= 10
		}
		ok = ok && l.tries[k] <= limit
	}
	return ok
}

func (l *loginLimit) forget(key string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.tries, key)
}
