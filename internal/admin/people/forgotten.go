package people

import (
	"errors"
	"net/http"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
)

// forgottenPage is where somebody who forgot the password asks for a link.
type forgottenPage struct {
	door.Page
	Email, Error string
	Mailed       bool // letters can be sent
	Asked        bool
	Minutes      int // how long a link holds
}

func (p *Pages) getForgotten(v *door.Visit) error {
	return p.showForgotten(v, http.StatusOK, forgottenPage{Email: v.Query("email")})
}

func (p *Pages) showForgotten(v *door.Visit, status int, page forgottenPage) error {
	_, reset, mailed := p.Flow.Invitations.Terms()
	page.Page, page.Mailed, page.Minutes = v.Page("Quên mật khẩu", ""), mailed, int(reset/time.Minute)
	return v.Render(status, "forgotten", page)
}

// postForgotten says the same whether there is such an account.
func (p *Pages) postForgotten(v *door.Visit) error {
	page := forgottenPage{Email: v.Text("email")}
	err := p.Flow.Invitations.Forgot(v.Ctx, page.Email, v.Address())
	if rule := (*desk.RuleError)(nil); errors.As(err, &rule) {
		page.Error = rule.Text
		return p.showForgotten(v, http.StatusUnprocessableEntity, page)
	}
	if err != nil {
		return err
	}
	page.Asked = true
	return p.showForgotten(v, http.StatusOK, page)
}

// ownPasswordPage is where the holder of a link sets their password.
type ownPasswordPage struct {
	door.Page
	Key, Email, Name, Error string
	Mistakes                mistakes
}

func (p *Pages) getOwnPassword(v *door.Visit) error {
	return p.showOwnPassword(v, http.StatusOK, v.Query("k"), nil)
}

func (p *Pages) showOwnPassword(v *door.Visit, status int, key string, wrong mistakes) error {
	page := ownPasswordPage{Page: v.Page("Đặt mật khẩu", ""), Key: key, Mistakes: wrong}
	o, err := p.Flow.Invitations.Holder(v.Ctx, key)
	page.Email, page.Name = o.Email, o.Name
	if rule := (*desk.RuleError)(nil); errors.As(err, &rule) {
		page.Error, status = rule.Text, http.StatusUnprocessableEntity
	} else if err != nil {
		return err
	}
	return v.Render(status, "own_password", page)
}

func (p *Pages) postOwnPassword(v *door.Visit) error {
	key, fresh := v.Text("k"), v.Secret("password")
	if fresh != v.Secret("again") {
		return p.showOwnPassword(v, http.StatusUnprocessableEntity, key, mistakes{"again": "Hai lần nhập mật khẩu chưa giống nhau."})
	}
	o, err := p.Flow.Invitations.SetPassword(v.Ctx, key, fresh)
	var invalid *desk.InvalidError
	switch {
	case errors.As(err, &invalid):
		return p.showOwnPassword(v, http.StatusUnprocessableEntity, key, mistakes{invalid.Field: invalid.Text})
	case errors.Is(err, desk.ErrForbidden):
		return p.showOwnPassword(v, http.StatusUnprocessableEntity, key, nil)
	case err != nil:
		return err
	}
	v.SignOut()
	return v.Redirect("/admin/login?email="+escaped(o.Email), "Đã đặt mật khẩu; mọi phiên đang mở của tài khoản đã kết thúc. Anh/Chị vui lòng đăng nhập.")
}
