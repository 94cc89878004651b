package invitations

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

// errLink is the answer to a link that opens nothing, whatever the reason.
var errLink = &desk.RuleError{Text: "Liên kết này không còn dùng được: đã dùng, đã hết hạn, hoặc tài khoản đã đổi. Anh/Chị vui lòng lấy liên kết mới ở trang Đăng nhập, “Quên mật khẩu”, hoặc nhờ quản trị viên gửi lại."}

// sign is what a link carries: whose it is, its end, and a signature over both, the address
// and the password that there is now. So it dies with the first password that is set, and
// with a change of the address.
func (i *Invitations) sign(o people.Officer, until time.Time) string {
	claim := base64.RawURLEncoding.EncodeToString([]byte(o.ID)) + "." + strconv.FormatInt(until.Unix(), 10)
	return claim + "." + i.mac(claim, o)
}

func (i *Invitations) mac(claim string, o people.Officer) string {
	h := hmac.New(sha256.New, i.Key)
	for _, part := range []string{claim, o.Email, o.PasswordHash} {
		fmt.Fprintf(h, "%d:%s,", len(part), part)
	}
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil))
}

// Holder is the officer whose link this is, while it holds.
func (i *Invitations) Holder(ctx context.Context, key string) (people.Officer, error) {
	fields := strings.Split(key, ".")
	if len(fields) != 3 {
		return people.Officer{}, errLink
	}
	id, err1 := base64.RawURLEncoding.DecodeString(fields[0])
	until, err2 := strconv.ParseInt(fields[1], 10, 64)
	if err1 != nil || err2 != nil || i.Now().Unix() >= until {
		return people.Officer{}, errLink
	}
	o, err := i.Store.Officer(ctx, string(id))
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return o, fmt.Errorf("load officer: %w", err)
	}
	if err != nil || o.Disabled || !hmac.Equal([]byte(fields[2]), []byte(i.mac(fields[0]+"."+fields[1], o))) {
		return people.Officer{}, errLink
	}
	return o, nil
}

// SetPassword sets the password of a link's officer and ends their sessions. Of two who use a
// link at once the store's version lets one through.
func (i *Invitations) SetPassword(ctx context.Context, key, fresh string) (people.Officer, error) {
	o, err := i.Holder(ctx, key)
	if err != nil {
		return o, err
	}
	err = i.Access.SetPassword(ctx, &o, fresh)
	if errors.Is(err, desk.ErrConflict) {
		return o, errLink
	}
	return o, err
}

func newID() string {
	var b [16]byte
	_, _ = rand.Read(b[:]) // never fails since Go 1.24
	return hex.EncodeToString(b[:])
}
