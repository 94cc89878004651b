package people

import (
	"errors"
	"net/http"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow/invitations"
)

type officersPage struct {
	door.Page
	Rows     []officerRow
	Form     officerForm
	Mistakes mistakes
	Roles    []labels.Choice
	Units    []routing.Unit
	Mailed   bool // links go by mail
	Hours    int  // how long one who is invited has
}

type officerRow struct {
	ID, Name, Email, Position, Unit string
	Role                            people.Role
	Disabled, Self, Invited         bool // Invited: without a password so far
	Mandate                         mandateView
}

// officerForm is a new officer as typed; the password never comes back.
type officerForm struct{ Email, Name, Position, Unit, Role string }

func (p *Pages) getOfficers(v *door.Visit) error {
	return p.showOfficers(v, http.StatusOK, officersPage{})
}

func (p *Pages) showOfficers(v *door.Visit, status int, page officersPage) error {
	all, err := p.Store.Officers(v.Ctx)
	if err != nil {
		return err
	}
	for _, o := range all {
		page.Rows = append(page.Rows, officerRow{
			ID: o.ID, Name: o.Name, Email: o.Email, Position: o.Position, Unit: p.Units.Name(o.Unit),
			Role: o.Role, Disabled: o.Disabled, Self: o.ID == v.Officer.ID, Invited: o.PasswordHash == "", Mandate: viewOf(o.Mandate, p.Flow.Now()),
		})
	}
	page.Page, page.Roles, page.Units = v.Page("Cán bộ", "officers"), labels.Roles(), p.Units.All()
	invite, _, mailed := p.Flow.Invitations.Terms()
	page.Mailed, page.Hours = mailed, int(invite/time.Hour)
	return v.Render(status, "officers", page)
}

func (p *Pages) postOfficer(v *door.Visit) error {
	f := officerForm{v.Text("email"), v.Text("name"), v.Text("position"), v.Text("unit"), v.Text("role")}
	unit, _ := p.Units.Pick(f.Unit)
	o := people.Officer{Email: f.Email, Name: f.Name, Position: f.Position, Unit: unit, Role: people.Role(f.Role)}
	way, err := p.newOfficer(v, o)
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) {
		return p.showOfficers(v, http.StatusUnprocessableEntity, officersPage{Form: f, Mistakes: mistakes{invalid.Field: invalid.Text}})
	}
	if err != nil {
		return err
	}
	if !way.Until.IsZero() {
		return p.invited(v, o.Name, o.Email, way)
	}
	return v.Redirect("/admin/officers", "Đã thêm tài khoản "+f.Email+". Vui lòng chuyển mật khẩu cho cán bộ và nhắc đổi ngay.")
}

// newOfficer adds an account with the password that was typed, or else invites its officer.
func (p *Pages) newOfficer(v *door.Visit, o people.Officer) (way invitations.Way, err error) {
	if password := v.Secret("password"); password != "" {
		_, err = p.Flow.Access.CreateOfficer(v.Ctx, v.Officer, o, password)
		return way, err
	}
	return p.Flow.Invitations.Invite(v.Ctx, v.Officer, o)
}

func (p *Pages) postOfficerDisabled(v *door.Visit) error {
	disabled := v.Text("disabled") == "true"
	if err := p.Flow.Access.SetOfficerDisabled(v.Ctx, v.Officer, v.Param("id"), disabled); err != nil {
		return err
	}
	if disabled {
		return v.Redirect("/admin/officers", "Đã khóa tài khoản; mọi phiên đang mở đã kết thúc.")
	}
	return v.Redirect("/admin/officers", "Đã mở lại tài khoản.")
}
