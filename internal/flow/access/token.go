package access

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store"
	"phatngon/internal/zalo"
)

// Names under which the OA's token lives in the store.
const (
	tokenSetting = "zalo-token"
	tokenLease   = "zalo-token"
)

// How long one refresh may take before another instance may try (two tries of
// the token endpoint, and a margin), and how often a waiting instance looks.
const (
	tokenLeaseLife = 90 * time.Second
	tokenLeasePoll = 200 * time.Millisecond
)

// TokenStore keeps the OA's token pair, sealed, and lets one instance at a time
// refresh it: Zalo's refresh token works once, and two refreshers lose the OA.
type TokenStore struct {
	Store   *store.Store
	Secrets Secrets
	Now     func() time.Time
	owner   string
}

// NewTokenStore returns a store for this instance.
func NewTokenStore(s *store.Store, secrets Secrets, now func() time.Time) *TokenStore {
	return &TokenStore{Store: s, Secrets: secrets, Now: now, owner: newID()}
}

// Load returns the stored pair; the zero Token when there is none yet.
func (t *TokenStore) Load(ctx context.Context) (zalo.Token, error) {
	setting, err := t.Store.Setting(ctx, tokenSetting)
	if errors.Is(err, desk.ErrNotFound) {
		return zalo.Token{}, nil
	}
	if err != nil {
		return zalo.Token{}, fmt.Errorf("load zalo token: %w", err)
	}
	plain, err := t.Secrets.Open(setting.Value)
	if err != nil {
		return zalo.Token{}, fmt.Errorf("open zalo token (was SECRETS_KEY changed?): %w", err)
	}
	var token zalo.Token
	if err := json.Unmarshal(plain, &token); err != nil {
		return zalo.Token{}, fmt.Errorf("read zalo token: %w", err)
	}
	return token, nil
}

// Save stores a new pair; it returns when the pair is on disk.
func (t *TokenStore) Save(ctx context.Context, token zalo.Token) error {
	plain, err := json.Marshal(token)
	if err != nil {
		return fmt.Errorf("encode zalo token: %w", err)
	}
	sealed, err := t.Secrets.Seal(plain)
	if err != nil {
		return fmt.Errorf("seal zalo token: %w", err)
	}
	for {
		setting, err := t.Store.Setting(ctx, tokenSetting)
		if err != nil && !errors.Is(err, desk.ErrNotFound) {
			return fmt.Errorf("save zalo token: %w", err)
		}
		setting.ID, setting.Value = tokenSetting, sealed
		if err := t.Store.SaveSetting(ctx, &setting); !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}

// Lock waits until this instance alone may refresh.
func (t *TokenStore) Lock(ctx context.Context) (unlock func(), err error) {
	for {
		got, err := t.Store.AcquireLease(ctx, tokenLease, t.owner, tokenLeaseLife, t.Now())
		if err != nil {
			return nil, fmt.Errorf("lease for zalo token: %w", err)
		}
		if got {
			return func() { _ = t.Store.ReleaseLease(context.WithoutCancel(ctx), tokenLease, t.owner) }, nil
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(tokenLeasePoll):
		}
	}
}

// Begin stores the environment's pair when there is none, or when the environment
// brings another than it brought before; always, when renew is set (the demo's
// simulator starts anew each time). A first pair is needed once: the error names
// the variable that brings it.
func (t *TokenStore) Begin(ctx context.Context, first zalo.Token, renew bool) error {
	stored, err := t.Load(ctx)
	if err != nil && !renew {
		return err
	}
	if !renew && (stored.RefreshToken != "" || stored.AccessToken != "") {
		if news, err := t.isNews(ctx, first.RefreshToken); err != nil || !news {
			return err
		}
	}
	if first.RefreshToken == "" {
		return errors.New("configuration: missing ZALO_OA_REFRESH_TOKEN (no token is stored yet)")
	}
	if err := t.Save(ctx, first); err != nil { // first: a crash before the next line takes it over again
		return err
	}
	return t.remember(ctx, first.RefreshToken)
}
