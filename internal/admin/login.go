package admin

import (
	"errors"
	"strings"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow"
)

type loginPage struct {
	page
	Email, Error, Next string
	Accounts           []account // none outside the demo
	Password           string    // theirs
}

// account is a demo account that a newcomer may sign in with.
type account struct {
	Role        people.Role
	Unit, Email string
}

func (p *panel) loginPage(v *visit) loginPage {
	l := loginPage{page: v.page("Đăng nhập", ""), Email: v.query("email"), Next: localPath(v.query("next"))}
	if !p.Demo {
		return l
	}
	l.Password = p.Password
	for _, o := range p.Accounts {
		l.Accounts = append(l.Accounts, account{o.Role, p.unitName(o.Unit), o.Email})
	}
	return l
}

func (p *panel) getLogin(v *visit) error {
	if v.officer.ID != "" {
		return v.redirect("/admin/", "")
	}
	return v.render(fiber.StatusOK, "login", p.loginPage(v))
}

func (p *panel) postLogin(v *visit) error {
	opened, err := p.Flow.LoginFrom(v.ctx, flow.Attempt{
		Email: v.text("email"), Password: v.secret("password"), Address: v.address(), Device: v.cookie(p.deviceCookie()),
	})
	if errors.Is(err, desk.ErrForbidden) {
		return p.loginRefused(v, err)
	}
	if err != nil {
		return err
	}
	v.setCookie(p.sessionCookie(), opened.Token, opened.Session.ExpiresAt)
	v.setCookie(p.deviceCookie(), opened.Device, p.now().Add(flow.DeviceLife))
	v.dropCookie(p.visitorCookie())
	return v.redirect(localPath(v.text("next")), "")
}

// loginRefused keeps the e-mail address. Flow's sentence does not say which of
// the two was wrong, and tells how long to wait after too many attempts.
func (p *panel) loginRefused(v *visit, err error) error {
	l := p.loginPage(v)
	l.Email, l.Next = v.text("email"), localPath(v.text("next"))
	l.Error = "E-mail hoặc mật khẩu chưa đúng. Anh/Chị vui lòng kiểm tra lại."
	if rule := (*desk.RuleError)(nil); errors.As(err, &rule) {
		l.Error = rule.Text
	}
	return v.render(fiber.StatusUnprocessableEntity, "login", l)
}

func (p *panel) postLogout(v *visit) error {
	if err := p.Flow.Logout(v.ctx, v.cookie(p.sessionCookie())); err != nil {
		return err
	}
	v.dropCookie(p.sessionCookie())
	return v.redirect("/admin/login", "Anh/Chị đã đăng xuất.")
}

// localPath lets a login lead on to pages of the panel only.
func localPath(next string) string {
	if strings.HasPrefix(next, "/admin/") && !strings.ContainsAny(next, "\\\n\t") && !strings.HasPrefix(next, "/admin/log") {
		return next
	}
	return "/admin/"
}
