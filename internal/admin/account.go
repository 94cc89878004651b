package admin

import (
	"errors"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
)

type accountPage struct {
	page
	Email    string
	Mistakes mistakes
}

func (p *panel) getAccount(v *visit) error { return p.showAccount(v, fiber.StatusOK, nil) }

func (p *panel) showAccount(v *visit, status int, wrong mistakes) error {
	return v.render(status, "account", accountPage{v.page("Tài khoản", "account"), v.officer.Email, wrong})
}

// postPassword ends all sessions of the officer, this one too.
func (p *panel) postPassword(v *visit) error {
	fresh := v.secret("password")
	if fresh != v.secret("again") {
		return p.showAccount(v, fiber.StatusUnprocessableEntity, mistakes{"again": "Hai lần nhập mật khẩu mới chưa giống nhau."})
	}
	err := p.Flow.ChangePassword(v.ctx, v.officer, v.secret("old"), fresh)
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) {
		return p.showAccount(v, fiber.StatusUnprocessableEntity, mistakes{invalid.Field: invalid.Text})
	}
	if err != nil {
		return err
	}
	v.dropCookie(p.sessionCookie())
	return v.redirect("/admin/login", "Đã đổi mật khẩu. Anh/Chị vui lòng đăng nhập lại.")
}
