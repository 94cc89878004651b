package invitations

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/flow/access"
	"phatngon/internal/limits"
)

// Wishes for a link within a pause: per account, whoever asks, and per address.
const (
	wishesEach    = 2
	wishesAddress = 20 // an office shares one
	wishPause     = 10 * time.Minute
	wishKeys      = 20_000 // remembered; about 2 MB
)

// errMany says nothing of any account: it is the address that asked too often.
var errMany = &desk.RuleError{Text: "Có nhiều lần yêu cầu từ nơi này. Xin thử lại sau 10 phút."}

// ErrNoMail says that nothing can be sent.
var ErrNoMail = &desk.RuleError{Text: "Hệ thống này chưa gửi được thư. Anh/Chị vui lòng nhờ quản trị viên đặt lại mật khẩu ở mục Cán bộ."}

// Forgot has a link sent to who forgot their password. It answers the same, and does as much,
// whether there is such an account, whether it is locked, and whether it wished too often.
func (i *Invitations) Forgot(ctx context.Context, email, address string) error {
	if i.Mailer == nil {
		return ErrNoMail
	}
	email, now := strings.ToLower(strings.TrimSpace(email)), i.Now()
	if !i.wishes().Allow(now, "address:"+address, wishesAddress) {
		return errMany
	}
	o, err := i.Store.OfficerByEmail(ctx, email)
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return fmt.Errorf("load officer: %w", err)
	}
	if !i.wishes().Allow(now, "account:"+access.Hash(email), wishesEach) || o.Disabled {
		o.ID = "" // nobody's: the letter goes nowhere
	}
	return i.post(ctx, o.ID, Forgotten, i.until(Forgotten))
}

func (i *Invitations) wishes() *limits.Limiter {
	i.makeLimiter.Do(func() { i.limiter = limits.New(wishPause, wishKeys) })
	return i.limiter
}
