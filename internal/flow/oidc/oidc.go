// Package oidc lets an officer sign in to the panel with the account of their agency, by OpenID
// Connect (https://openid.net/specs/openid-connect-core-1_0.html): the code flow with state, nonce
// and PKCE (RFC 7636). It guarantees that an account is opened only by an e-mail address that the
// provider says is verified, that no account is made, that the second factor is asked for as after
// a password, and that without the provider everything else goes on. Only it sees the libraries.
package oidc

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"time"

	"golang.org/x/oauth2"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/access"
	"phatngon/internal/limits"
	"phatngon/internal/store"
)

// Life is how long somebody may take at the provider.
const Life = 10 * time.Minute

// Answers of the provider that an address may bring back within a pause; an office shares one.
const (
	tries    = 80
	pause    = 10 * time.Minute
	tryKeys  = 5_000
	longNext = 500 // an address of the panel: the browser keeps it, at most 4 KB with all else
)

// What a sign-in ends with that opens nothing. ErrAway is no fault of who signs in; ErrOld
// leaves a later start standing.
var (
	ErrAway = &desk.RuleError{Text: "Chưa liên lạc được với hệ thống tài khoản cơ quan. Anh/Chị vui lòng thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu."}
	ErrOld  = &desk.RuleError{Text: "Lượt đăng nhập này đã cũ hoặc không khớp với trình duyệt này. Anh/Chị vui lòng bấm lại nút “Đăng nhập bằng tài khoản cơ quan”."}

	errDenied     = &desk.RuleError{Text: "Hệ thống tài khoản cơ quan không cho đăng nhập. Anh/Chị vui lòng thử lại, hoặc đăng nhập bằng mật khẩu; nếu vẫn vậy, hãy hỏi người quản lý tài khoản cơ quan."}
	errAnswer     = &desk.RuleError{Text: "Chưa xác nhận được câu trả lời của hệ thống tài khoản cơ quan. Anh/Chị vui lòng bấm lại nút “Đăng nhập bằng tài khoản cơ quan”; nếu vẫn vậy, hãy báo quản trị viên."}
	errUnverified = &desk.RuleError{Text: "Hệ thống tài khoản cơ quan chưa xác nhận địa chỉ e-mail của Anh/Chị. Anh/Chị vui lòng nhờ người quản lý tài khoản cơ quan xác nhận, hoặc đăng nhập bằng mật khẩu."}
	errUnknown    = &desk.RuleError{Text: "Ở đây không có tài khoản nào đang dùng với địa chỉ e-mail của tài khoản cơ quan này. Anh/Chị vui lòng nhờ quản trị viên của hệ thống mời hoặc mở lại tài khoản."}
	errMany       = &desk.RuleError{Text: "Có nhiều lần đăng nhập từ nơi này. Anh/Chị vui lòng thử lại sau 10 phút."}
)

// SignIn is the way in by the provider; it is closed without one.
type SignIn struct {
	Provider *Provider
	Store    *store.Store
	Access   *access.Access
	Now      func() time.Time
	Log      *slog.Logger

	makeLimiter sync.Once
	limiter     *limits.Limiter
}

// On reports whether there is a provider.
func (s *SignIn) On() bool { return s.Provider != nil }

// started is what the browser keeps, sealed, while its owner is at the provider.
type started struct {
	For                          string // purpose: nothing else that is sealed opens this door
	State, Nonce, Verifier, Next string
	Until                        int64
}

const purpose = "sign-in-oidc"

// Start says where at the provider a person signs in, and what their browser is to keep until
// they come back: next is where they wanted to go.
func (s *SignIn) Start(ctx context.Context, next string) (address, kept string, err error) {
	if len(next) > longNext {
		next = ""
	}
	b := started{purpose, rand.Text(), rand.Text(), oauth2.GenerateVerifier(), next, s.Now().Add(Life).Unix()}
	if address, err = s.Provider.address(ctx, b.State, b.Nonce, b.Verifier); err != nil {
		return "", "", s.refusal(err)
	}
	plain, err := json.Marshal(b)
	if err != nil {
		return "", "", fmt.Errorf("keep a sign-in: %w", err)
	}
	sealed, err := s.Access.Secrets.Seal(plain)
	if err != nil {
		return "", "", fmt.Errorf("keep a sign-in: %w", err)
	}
	return address, base64.RawURLEncoding.EncodeToString(sealed), nil
}

// begun reads what Start had kept, while it holds.
func (s *SignIn) begun(kept string) (b started, ok bool) {
	sealed, err := base64.RawURLEncoding.DecodeString(kept)
	if err != nil {
		return b, false
	}
	plain, err := s.Access.Secrets.Open(sealed)
	if err != nil || json.Unmarshal(plain, &b) != nil {
		return started{}, false
	}
	return b, b.For == purpose && s.Now().Unix() < b.Until
}

// Return is what the provider says in the address that it sends a person back to.
type Return struct{ State, Code string }

// Finish opens the session of who comes back from the provider, or asks for their second
// factor, as Login does.
func (s *SignIn) Finish(ctx context.Context, kept string, r Return, try access.Attempt) (opened access.Opened, next string, err error) {
	b, ok := s.begun(kept)
	if !ok || subtle.ConstantTimeCompare([]byte(b.State), []byte(r.State)) != 1 {
		return opened, "", ErrOld
	}
	if r.Code == "" {
		return opened, b.Next, errDenied
	}
	if !s.counted().Allow(s.Now(), "address:"+try.Address, tries) {
		return opened, b.Next, errMany
	}
	who, err := s.Provider.person(ctx, r.Code, b.Nonce, b.Verifier)
	if err != nil {
		return opened, b.Next, s.refusal(err)
	}
	o, err := s.account(ctx, who)
	if err != nil {
		return opened, b.Next, err
	}
	opened, err = s.Access.Admit(ctx, o, try)
	return opened, b.Next, err
}

// account is whose the provider's account is here. The answer is the same for none and for a
// locked one; either is counted for the audit, as a wrong password is.
func (s *SignIn) account(ctx context.Context, who person) (people.Officer, error) {
	o, err := s.officer(ctx, folded(who.email))
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return o, fmt.Errorf("load officer: %w", err)
	}
	if err == nil && who.verified && !o.Disabled {
		return o, nil
	}
	refusal := errUnknown
	if !who.verified {
		refusal = errUnverified
	}
	return people.Officer{}, errors.Join(refusal, s.Access.NoteRefused(ctx, o.ID))
}

func (s *SignIn) officer(ctx context.Context, email string) (people.Officer, error) {
	if email == "" {
		return people.Officer{}, desk.ErrNotFound
	}
	return s.Store.OfficerByEmail(ctx, email)
}

// folded is an address as accounts have it; "" where letters that are not ASCII could become
// one that is (the sign of Kelvin, U+212A, becomes k).
func folded(email string) string {
	for _, r := range email {
		if r > 0x7e {
			return ""
		}
	}
	return strings.ToLower(strings.TrimSpace(email))
}

// refusal words a failure at the provider; what it was stands in the log.
func (s *SignIn) refusal(err error) error {
	s.Log.Warn("sign-in by the provider failed", "why", why(err))
	if denied(err) {
		return errAnswer
	}
	return ErrAway
}

func (s *SignIn) counted() *limits.Limiter {
	s.makeLimiter.Do(func() { s.limiter = limits.New(pause, tryKeys) })
	return s.limiter
}
