package zalo

import (
	"context"
	"fmt"
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
	if t.RefreshToken != "" && k.isSpent(t.RefreshToken) { // Zalo has refused both, however long the other would live
		return consentNeeded(0, "")
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
