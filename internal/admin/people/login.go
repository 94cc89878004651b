package people

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow/access"
	"phatngon/internal/store"
)

type loginPage struct {
	door.Page
	Email, Error, Next string
	Accounts           []account // none outside the demo
	Password           string    // theirs

	Agency      bool // the agency's account opens the panel too
	AgencyError string
}

// account is a demo account that a newcomer may sign in with.
type account struct {
	Role        people.Role
	Unit, Email string
}

func (p *Pages) loginPage(v *door.Visit) loginPage {
	l := loginPage{Page: v.Page("Đăng nhập", ""), Email: v.Query("email"), Next: localPath(v.Query("next")), Agency: p.Flow.Agency.On()}
	if !p.Demo {
		return l
	}
	l.Password = p.Password
	for _, o := range p.Accounts {
		l.Accounts = append(l.Accounts, account{o.Role, p.Units.Name(o.Unit), o.Email})
	}
	return l
}

func (p *Pages) getLogin(v *door.Visit) error {
	if v.Officer.ID != "" {
		return v.Redirect("/admin/home", "")
	}
	return v.Render(http.StatusOK, "login", p.loginPage(v))
}

func (p *Pages) postLogin(v *door.Visit) error {
	opened, err := p.Flow.Access.Login(v.Ctx, access.Attempt{
		Email: v.Text("email"), Password: v.Secret("password"), Address: v.Address(), Device: v.Device(), Browser: v.Browser(),
	})
	if errors.Is(err, desk.ErrForbidden) {
		return p.loginRefused(v, err)
	}
	if err != nil {
		return err
	}
	return p.admit(v, opened, localPath(v.Text("next")))
}

// admit asks who proved who they are for their second factor, if they have one.
func (p *Pages) admit(v *door.Visit, opened access.Opened, next string) error {
	if opened.Ticket != "" {
		v.AskSecond(opened.Ticket, access.TicketLife)
		return v.Redirect("/admin/login/code?"+url.Values{"next": {next}}.Encode(), "")
	}
	return p.comeIn(v, opened, next)
}

// comeIn gives the visitor their session, and leads on to where they wanted to go.
func (p *Pages) comeIn(v *door.Visit, opened access.Opened, next string) error {
	v.SignIn(opened.Token, opened.Session.ExpiresAt, opened.Device, access.DeviceLife)
	if next != queuePath {
		return v.Redirect(next, "")
	}
	return v.Redirect(p.landing(v, opened), "")
}

// landing is where who wanted to go nowhere in particular begins: with what waits for their
// signature, else with the day's numbers.
func (p *Pages) landing(v *door.Visit, opened access.Opened) string {
	_, o, err := p.Flow.Access.Session(v.Ctx, opened.Token)
	if err != nil || people.MayPublish(o, o.Unit) != nil {
		return "/admin/home"
	}
	n, err := p.Store.TallyRequests(v.Ctx, store.RequestFilter{Unit: o.Unit, State: request.Drafted}, 1)
	if err != nil || n == 0 {
		return "/admin/home"
	}
	return "/admin/approvals"
}

// loginRefused keeps the e-mail address. Flow's sentence does not say which of
// the two was wrong, and tells how long to wait after too many attempts.
func (p *Pages) loginRefused(v *door.Visit, err error) error {
	l := p.loginPage(v)
	l.Email, l.Next = v.Text("email"), localPath(v.Text("next"))
	l.Error = "E-mail hoặc mật khẩu chưa đúng. Anh/Chị vui lòng kiểm tra lại."
	if rule := (*desk.RuleError)(nil); errors.As(err, &rule) {
		l.Error = rule.Text
	}
	return v.Render(http.StatusUnprocessableEntity, "login", l)
}

func (p *Pages) postLogout(v *door.Visit) error {
	if err := p.Flow.Access.Logout(v.Ctx, v.Session()); err != nil {
		return err
	}
	v.SignOut()
	return v.Redirect("/admin/login", "Anh/Chị đã đăng xuất.")
}

// localPath lets a login lead on to pages of the panel only.
func localPath(next string) string {
	if strings.HasPrefix(next, "/admin/") && !strings.ContainsAny(next, "\\\n\t") && !strings.HasPrefix(next, "/admin/log") {
		return next
	}
	return queuePath
}

const queuePath = "/admin/"
