package zalo

import (
	"context"
	"time"
)

// Token is the pair that speaks for the OA. The access token lives 25 hours;
// the refresh token 3 months, single use: both change at every refresh.
type Token struct {
	AccessToken  string    `json:"access_token"`
	RefreshToken string    `json:"refresh_token"`
	ExpiresAt    time.Time `json:"expires_at"` // of the access token
}

// TokenStore keeps the pair for all instances of the program. Load returns
// the zero Token when there is none. Lock waits for the only right to refresh,
// across instances (a lease, not a mutex), and must outlive 60 seconds.
type TokenStore interface {
	Load(ctx context.Context) (Token, error)
	Save(ctx context.Context, t Token) error
	Lock(ctx context.Context) (unlock func(), err error)
}
