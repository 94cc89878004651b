package people

import (
	"errors"
	"net/http"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
)

// editPage is an account as an administrator changes it.
type editPage struct {
	door.Page
	ID       string
	Version  int64
	Name     string // as it is stored
	Self     bool
	Form     officerForm
	Roles    []labels.Choice
	Units    []routing.Unit
	Mistakes mistakes
	Stale    bool
	Second   bool // their second factor is on
	Mailed   bool // links go by mail
	Absence  absence
}

func (p *Pages) getOfficer(v *door.Visit) error {
	return p.showOfficer(v, http.StatusOK, editPage{})
}

// showOfficer shows an account; page brings what was typed and is wrong.
func (p *Pages) showOfficer(v *door.Visit, status int, page editPage) error {
	o, err := p.Store.Officer(v.Ctx, v.Param("id"))
	if err != nil {
		return err
	}
	if page.Form == (officerForm{}) {
		page.Form = officerForm{o.Email, o.Name, o.Position, p.Units.Option(o.Unit), string(o.Role)}
	}
	page.Page, page.ID, page.Version, page.Name, page.Self = v.Page("Sửa tài khoản", "officers"), o.ID, o.Version, o.Name, o.ID == v.Officer.ID
	page.Roles, page.Units = labels.Roles(), p.Units.All()
	factor, err := p.Flow.Access.Second.Of(v.Ctx, o.ID)
	if err != nil {
		return err
	}
	page.Second = factor.On()
	_, _, page.Mailed = p.Flow.Invitations.Terms()
	all, err := p.Store.Officers(v.Ctx)
	if err != nil {
		return err
	}
	page.Absence = p.absenceOf(o, all)
	return v.Render(status, "officer", page)
}

func (p *Pages) postOfficerEdit(v *door.Visit) error {
	version, err := v.Version()
	if err != nil {
		return err
	}
	f := officerForm{v.Text("email"), v.Text("name"), v.Text("position"), v.Text("unit"), v.Text("role")}
	unit, _ := p.Units.Pick(f.Unit)
	err = p.Flow.Access.EditOfficer(v.Ctx, v.Officer, people.Officer{ID: v.Param("id"), Version: version, Email: f.Email, Name: f.Name, Position: f.Position, Unit: unit, Role: people.Role(f.Role)})
	var invalid *desk.InvalidError
	switch {
	case errors.As(err, &invalid):
		return p.showOfficer(v, http.StatusUnprocessableEntity, editPage{Form: f, Mistakes: mistakes{invalid.Field: invalid.Text}})
	case errors.Is(err, desk.ErrConflict):
		return p.showOfficer(v, http.StatusConflict, editPage{Form: f, Stale: true})
	case err != nil:
		return err
	}
	return v.Redirect("/admin/officers", "Đã sửa tài khoản "+f.Email+". Những gì đã ký giữ họ tên, chức vụ lúc ký.")
}

func (p *Pages) postPasswordReset(v *door.Visit) error {
	err := p.Flow.Access.ResetPassword(v.Ctx, v.Officer, v.Param("id"), v.Secret("password"))
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) {
		return p.showOfficer(v, http.StatusUnprocessableEntity, editPage{Mistakes: mistakes{invalid.Field: invalid.Text}})
	}
	if err != nil {
		return err
	}
	return v.Redirect("/admin/officers", "Đã đặt mật khẩu mới; mọi phiên đang mở của tài khoản đã kết thúc. Vui lòng chuyển mật khẩu cho cán bộ và nhắc đổi ngay.")
}

// postSessionEnd ends one of one's own logins, this one too.
func (p *Pages) postSessionEnd(v *door.Visit) error {
	if err := p.Flow.Access.EndSession(v.Ctx, v.Officer, v.Text("session")); err != nil {
		return err
	}
	return v.Redirect("/admin/account#sessions", "Đã đăng xuất phiên đó.")
}

func (p *Pages) postOtherSessionsEnd(v *door.Visit) error {
	if err := p.Flow.Access.EndOtherSessions(v.Ctx, v.Officer, v.Session()); err != nil {
		return err
	}
	return v.Redirect("/admin/account#sessions", "Đã đăng xuất mọi phiên khác.")
}
