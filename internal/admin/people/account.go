package people

import (
	"errors"
	"net/http"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
)

type accountPage struct {
	door.Page
	Email    string
	Mistakes mistakes
}

func (p *Pages) getAccount(v *door.Visit) error { return p.showAccount(v, http.StatusOK, nil) }

func (p *Pages) showAccount(v *door.Visit, status int, wrong mistakes) error {
	return v.Render(status, "account", accountPage{v.Page("Tài khoản", "account"), v.Officer.Email, wrong})
}

// postPassword ends all sessions of the officer, this one too.
func (p *Pages) postPassword(v *door.Visit) error {
	fresh := v.Secret("password")
	if fresh != v.Secret("again") {
		return p.showAccount(v, http.StatusUnprocessableEntity, mistakes{"again": "Hai lần nhập mật khẩu mới chưa giống nhau."})
	}
	err := p.Flow.Access.ChangePassword(v.Ctx, v.Officer, v.Secret("old"), fresh)
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) {
		return p.showAccount(v, http.StatusUnprocessableEntity, mistakes{invalid.Field: invalid.Text})
	}
	if err != nil {
		return err
	}
	v.SignOut()
	return v.Redirect("/admin/login", "Đã đổi mật khẩu. Anh/Chị vui lòng đăng nhập lại.")
}
