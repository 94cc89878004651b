package access

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"phatngon/internal/desk"
	"phatngon/internal/zalo"
)

// firstTokenSetting keeps which refresh token of the environment was taken over
// last, as a keyed hash.
const firstTokenSetting = "zalo-token-environment"

// Replace stores a refresh token that an administrator got from Zalo anew in
// place of the pair there is. A running server takes it up at its next call;
// what waits in the outbox goes on waiting until then.
func (t *TokenStore) Replace(ctx context.Context, refreshToken string) error {
	refreshToken = strings.TrimSpace(refreshToken)
	if refreshToken == "" || strings.ContainsAny(refreshToken, " \t\r\n") {
		return errors.New("want one refresh token, as Zalo's console shows it")
	}
	unlock, err := t.Lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	return t.Save(ctx, zalo.Token{RefreshToken: refreshToken})
}

// isNews reports whether the environment's refresh token is another than the
// one that was taken over last. Of what was stored before there was a record of
// it, the token there is is taken to be the environment's.
func (t *TokenStore) isNews(ctx context.Context, refreshToken string) (bool, error) {
	setting, err := t.Store.Setting(ctx, firstTokenSetting)
	if errors.Is(err, desk.ErrNotFound) {
		return false, t.remember(ctx, refreshToken)
	}
	if err != nil {
		return false, fmt.Errorf("load the hash of the first zalo token: %w", err)
	}
	return refreshToken != "" && string(setting.Value) != t.hash(refreshToken), nil
}

// remember notes that the environment's refresh token was taken over.
func (t *TokenStore) remember(ctx context.Context, refreshToken string) error {
	for {
		setting, err := t.Store.Setting(ctx, firstTokenSetting)
		if err != nil && !errors.Is(err, desk.ErrNotFound) {
			return fmt.Errorf("remember the first zalo token: %w", err)
		}
		setting.ID, setting.Value = firstTokenSetting, []byte(t.hash(refreshToken))
		if err := t.Store.SaveSetting(ctx, &setting); !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}

func (t *TokenStore) hash(refreshToken string) string {
	h := hmac.New(sha256.New, t.Secrets.Derive("zalo-token-environment"))
	h.Write([]byte(refreshToken))
	return hex.EncodeToString(h.Sum(nil))
}
