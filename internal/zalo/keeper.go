package zalo

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

const (
	refreshAhead  = 2 * time.Hour  // refresh when less remains
	tokenLife     = 25 * time.Hour // when expires_in cannot be read
	refreshBudget = 60 * time.Second
)

// keeper holds the access token in use and refreshes it by the rules that keep
// an OA from being lost: one refresh at a time across instances, re-read after
// the lock, stored before it is used. A refresh token works once.
type keeper struct {
	config Config
	store  TokenStore

	mu       sync.Mutex // guards what follows, and is never held over a network call
	current  Token
	unsaved  bool // current is newer than the stored pair, whose refresh token is replaced
	replaced string
	spent    string // a refresh token known to be dead: do not try it again

	turn chan struct{} // taken by the one goroutine that may refresh
}

func newKeeper(c Config, t TokenStore) *keeper {
	return &keeper{config: c, store: t, turn: make(chan struct{}, 1)}
}

// access is the token to call with.
func (k *keeper) access(ctx context.Context) (string, error) {
	now := k.config.Now()
	if t, _ := k.state(); t.AccessToken != "" && now.Before(t.ExpiresAt) {
		return t.AccessToken, nil
	}
	t, err := k.store.Load(ctx)
	if err != nil {
		return "", fmt.Errorf("load OA token: %w", err)
	}
	if t.AccessToken != "" && now.Before(t.ExpiresAt) {
		k.use(t)
		return t.AccessToken, nil
	}
	return k.renew(ctx, t.AccessToken)
}

// ensure refreshes ahead of time and stores what could not be stored before.
func (k *keeper) ensure(ctx context.Context) error {
	if _, unsaved := k.state(); unsaved {
		if err := k.rescue(ctx); err != nil {
			return err
		}
	}
	t, err := k.store.Load(ctx)
	if err != nil {
		return fmt.Errorf("load OA token: %w", err)
	}
	if t.AccessToken != "" && k.config.Now().Add(refreshAhead).Before(t.ExpiresAt) {
		k.use(t)
		return nil
	}
	if _, err = k.renew(ctx, t.AccessToken); err != nil {
		return err
	}
	if _, unsaved := k.state(); unsaved {
		return ErrTokenUnsaved
	}
	return nil
}

// lock takes the only right to change the pair, in this process and beyond.
func (k *keeper) lock(ctx context.Context) (unlock func(), err error) {
	select {
	case k.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, fmt.Errorf("wait for the OA token: %w", ctx.Err())
	}
	release, err := k.store.Lock(ctx)
	if err != nil {
		<-k.turn
		return nil, fmt.Errorf("lock the OA token: %w", err)
	}
	return func() { release(); <-k.turn }, nil
}

// renew replaces the access token stale. Once the refresh token is on its way
// the caller's cancellation no longer counts: the answer must not be lost.
func (k *keeper) renew(ctx context.Context, stale string) (string, error) {
	unlock, err := k.lock(ctx)
	if err != nil {
		return "", err
	}
	defer unlock()
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), refreshBudget)
	defer cancel()
	old, err := k.newest(ctx)
	if err != nil {
		return "", err
	}
	if old.AccessToken != "" && old.AccessToken != stale && k.config.Now().Before(old.ExpiresAt) {
		return old.AccessToken, nil
	}
	fresh, err := k.refresh(ctx, old)
	if err != nil {
		return "", err
	}
	if err := k.store.Save(ctx, fresh); err != nil {
		// The old pair is dead, so the new one serves from memory; ensure
		// raises the alarm and stores it later.
		k.keep(fresh, old.RefreshToken)
		return fresh.AccessToken, nil
	}
	k.use(fresh)
	return fresh.AccessToken, nil
}

// newest is the stored pair, or the one in memory that could not be stored,
// unless somebody has stored another since.
func (k *keeper) newest(ctx context.Context) (Token, error) {
	stored, err := k.store.Load(ctx)
	if err != nil {
		return Token{}, fmt.Errorf("load OA token: %w", err)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.unsaved && (stored.RefreshToken == k.replaced || stored.RefreshToken == "") {
		return k.current, nil
	}
	k.current, k.unsaved = stored, false
	return stored, nil
}

// rescue stores a pair that could not be stored before.
func (k *keeper) rescue(ctx context.Context) error {
	unlock, err := k.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	t, err := k.newest(ctx)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrTokenUnsaved, err)
	}
	if _, unsaved := k.state(); !unsaved {
		return nil
	}
	if err := k.store.Save(ctx, t); err != nil {
		return fmt.Errorf("%w: %w", ErrTokenUnsaved, err)
	}
	k.use(t)
	return nil
}

func (k *keeper) use(t Token) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.current, k.unsaved = t, false
}

// keep holds a pair that could not be stored in place of the one replaced.
func (k *keeper) keep(t Token, replaced string) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if !k.unsaved {
		k.replaced = replaced // what the store still holds
	}
	k.current, k.unsaved = t, true
}

func (k *keeper) state() (t Token, unsaved bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.current, k.unsaved
}

// refresh exchanges the refresh token for a new pair. A lost answer is tried
// once more: a dead token then means that a person must consent again.
func (k *keeper) refresh(ctx context.Context, old Token) (Token, error) {
	if old.RefreshToken == "" || k.isSpent(old.RefreshToken) {
		return Token{}, consentNeeded(0, "")
	}
	fresh, err := k.exchange(ctx, old)
	var lost *APIError
	if errors.As(err, &lost) && lost.OutcomeUnknown {
		fresh, err = k.exchange(ctx, old)
	}
	if errors.Is(err, ErrConsentNeeded) {
		k.mu.Lock()
		k.spent = old.RefreshToken
		k.mu.Unlock()
	}
	return fresh, err
}

func (k *keeper) isSpent(token string) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return token == k.spent
}

func consentNeeded(code int, message string) *APIError {
	return &APIError{Op: refreshOp, Code: code, Message: message, Retry: OperatorFix, cause: ErrConsentNeeded}
}

const refreshOp = "refresh OA token"

// exchange makes the refresh call itself.
//
// https://developers.zalo.me/docs/official-account/bat-dau/xac-thuc-va-uy-quyen-cho-ung-dung-new
func (k *keeper) exchange(ctx context.Context, old Token) (Token, error) {
	form := url.Values{"refresh_token": {old.RefreshToken}, "app_id": {k.config.AppID}, "grant_type": {"refresh_token"}}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, k.config.OAuthURL+"/v4/oa/access_token", strings.NewReader(form.Encode()))
	if err != nil {
		return Token{}, &APIError{Op: refreshOp, Message: "the request could not be built", Retry: OperatorFix, cause: err}
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header["secret_key"] = []string{k.config.AppSecret}
	body, failure := exchange(k.config.HTTP, req, refreshOp)
	if failure != nil {
		if failure.Status == http.StatusOK && failure.Message == emptyAnswer {
			// Zalo's answer to a refresh token that was used before.
			return Token{}, consentNeeded(0, "the refresh token was used already")
		}
		return Token{}, failure
	}
	return k.readPair(body, old)
}

func (k *keeper) readPair(body []byte, old Token) (Token, error) {
	var w struct {
		Access  literal `json:"access_token"`
		Refresh literal `json:"refresh_token"`
		Expires literal `json:"expires_in"`
		Error   literal `json:"error"`
		Name    literal `json:"error_name"`
	}
	if json.Unmarshal(body, &w) != nil {
		return Token{}, &APIError{Op: refreshOp, Status: 200, Message: "the answer is not Zalo's", Retry: Backoff, OutcomeUnknown: true}
	}
	switch code := int(w.Error.whole()); code {
	case 0:
	case -14014, -14020, -118:
		return Token{}, consentNeeded(code, "invalid refresh token")
	default:
		return Token{}, refusal(refreshOp, code, redactSecrets(string(w.Name), k.config.AppSecret, old.RefreshToken))
	}
	if w.Access == "" {
		return Token{}, &APIError{Op: refreshOp, Status: 200, Message: "the answer holds no token", Retry: Backoff}
	}
	life := time.Duration(w.Expires.whole()) * time.Second
	if life <= 0 || life > tokenLife {
		life = tokenLife
	}
	fresh := Token{AccessToken: string(w.Access), RefreshToken: string(w.Refresh), ExpiresAt: k.config.Now().Add(life)}
	if fresh.RefreshToken == "" {
		fresh.RefreshToken = old.RefreshToken
	}
	return fresh, nil
}
