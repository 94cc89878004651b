package admin

import (
	"errors"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
)

type officersPage struct {
	page
	Rows     []officerRow
	Form     officerForm
	Mistakes mistakes
	Roles    []choice
	Units    []routing.Unit
}

type officerRow struct {
	ID, Name, Email, Position, Unit string
	Role                            people.Role
	Disabled, Self                  bool
}

// officerForm is a new officer as typed; the password never comes back.
type officerForm struct{ Email, Name, Position, Unit, Role string }

func (p *panel) getOfficers(v *visit) error {
	return p.showOfficers(v, fiber.StatusOK, officersPage{})
}

func (p *panel) showOfficers(v *visit, status int, page officersPage) error {
	all, err := p.Store.Officers(v.ctx)
	if err != nil {
		return err
	}
	for _, o := range all {
		page.Rows = append(page.Rows, officerRow{
			ID: o.ID, Name: o.Name, Email: o.Email, Position: o.Position, Unit: p.unitName(o.Unit),
			Role: o.Role, Disabled: o.Disabled, Self: o.ID == v.officer.ID,
		})
	}
	page.page, page.Roles, page.Units = v.page("Cán bộ", "officers"), roleChoices(), p.Units.Units()
	return v.render(status, "officers", page)
}

func (p *panel) postOfficer(v *visit) error {
	f := officerForm{v.text("email"), v.text("name"), v.text("position"), v.text("unit"), v.text("role")}
	unit, _ := p.pickUnit(f.Unit)
	o := people.Officer{Email: f.Email, Name: f.Name, Position: f.Position, Unit: unit, Role: people.Role(f.Role)}
	_, err := p.Flow.CreateOfficer(v.ctx, v.officer, o, v.secret("password"))
	var invalid *desk.InvalidError
	if errors.As(err, &invalid) {
		return p.showOfficers(v, fiber.StatusUnprocessableEntity, officersPage{Form: f, Mistakes: mistakes{invalid.Field: invalid.Text}})
	}
	if err != nil {
		return err
	}
	return v.redirect("/admin/officers", "Đã thêm tài khoản "+f.Email+". Vui lòng chuyển mật khẩu cho cán bộ và nhắc đổi ngay.")
}

func (p *panel) postOfficerDisabled(v *visit) error {
	disabled := v.text("disabled") == "true"
	if err := p.Flow.SetOfficerDisabled(v.ctx, v.officer, v.param("id"), disabled); err != nil {
		return err
	}
	if disabled {
		return v.redirect("/admin/officers", "Đã khóa tài khoản; mọi phiên đang mở đã kết thúc.")
	}
	return v.redirect("/admin/officers", "Đã mở lại tài khoản.")
}
