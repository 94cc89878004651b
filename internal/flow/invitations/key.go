package invitations

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/access"
)

// errLink is the answer to a link that opens nothing, whatever the reason.
var errLink = &desk.RuleError{Text: "Liên kết này không còn dùng được: đã dùng, đã hết hạn, hoặc tài khoản đã đổi. Anh/Chị vui lòng lấy liên kết mới ở trang Đăng nhập, “Quên mật khẩu”, hoặc nhờ quản trị viên gửi lại."}

// Holder is the officer whose link this is, while it holds.
func (i *Invitations) Holder(ctx context.Context, key string) (people.Officer, error) {
	return i.Access.PassHolder(ctx, access.ForPassword, key, errLink)
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
