package zalo

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"phatngon/internal/zalo/wire"
	"strings"
	"time"
)

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
	body, _, failure := exchange(k.config.HTTP, req, refreshOp)
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
		Access  wire.Literal `json:"access_token"`
		Refresh wire.Literal `json:"refresh_token"`
		Expires wire.Literal `json:"expires_in"`
		Error   wire.Literal `json:"error"`
		Name    wire.Literal `json:"error_name"`
	}
	if json.Unmarshal(body, &w) != nil {
		return Token{}, &APIError{Op: refreshOp, Status: 200, Message: "the answer is not Zalo's", Retry: Backoff, OutcomeUnknown: true}
	}
	switch code := int(w.Error.Whole()); code {
	case 0:
	case -14014, -14020, -118:
		return Token{}, consentNeeded(code, "invalid refresh token")
	default:
		return Token{}, refusal(refreshOp, code, redactSecrets(string(w.Name), k.config.AppSecret, old.RefreshToken))
	}
	if w.Access == "" {
		return Token{}, &APIError{Op: refreshOp, Status: 200, Message: "the answer holds no token", Retry: Backoff}
	}
	life := time.Duration(w.Expires.Whole()) * time.Second
	if life <= 0 || life > tokenLife {
		life = tokenLife
	}
	fresh := Token{AccessToken: string(w.Access), RefreshToken: string(w.Refresh), ExpiresAt: k.config.Now().Add(life)}
	if fresh.RefreshToken == "" {
		fresh.RefreshToken = old.RefreshToken
	}
	return fresh, nil
}
