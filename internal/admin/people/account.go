package people

import (
	"errors"
	"net/http"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/access"
)

type accountPage struct {
	door.Page
	Email     string
	Mistakes  mistakes
	Absence   absence
	Mandate   mandateView // by what this officer speaks
	Sessions  []sessionView
	Delegates []labels.Choice // whom they may authorise
	Zalo      zaloLink
	Second    bool // the second factor is on
}

// sessionView is a login of one's own.
type sessionView struct {
	ID, Browser  string
	Since, Until time.Time
	This         bool
}

func (p *Pages) sessions(v *door.Visit) (views []sessionView, err error) {
	all, err := p.Flow.Access.Sessions(v.Ctx, v.Officer.ID)
	for _, s := range all {
		views = append(views, sessionView{s.ID, s.Browser, s.CreatedAt, s.ExpiresAt, s.ID == access.Hash(v.Session())})
	}
	return views, err
}

func (p *Pages) getAccount(v *door.Visit) error { return p.showAccount(v, http.StatusOK, nil) }

func (p *Pages) showAccount(v *door.Visit, status int, wrong mistakes) error {
	page, err := p.accountPage(v, wrong)
	if err != nil {
		return err
	}
	return v.Render(status, "account", page)
}

func (p *Pages) accountPage(v *door.Visit, wrong mistakes) (accountPage, error) {
	all, err := p.Store.Officers(v.Ctx)
	if err != nil {
		return accountPage{}, err
	}
	page := accountPage{Zalo: p.zaloLinkOf(v), Page: v.Page("Tài khoản", "account"), Email: v.Officer.Email, Mistakes: wrong, Absence: p.absenceOf(v.Officer, all)}
	if page.Sessions, err = p.sessions(v); err != nil {
		return accountPage{}, err
	}
	factor, err := p.Flow.Access.Second.Of(v.Ctx, v.Officer.ID)
	if err != nil {
		return accountPage{}, err
	}
	page.Second = factor.On()
	page.Mandate = viewOf(v.Officer.Mandate, p.Flow.Now())
	for _, o := range all {
		if people.CanAdminister(v.Officer) != nil && people.MayMandate(v.Officer, o, people.Authorised) == nil {
			page.Delegates = append(page.Delegates, labels.Choice{Value: o.ID, Text: o.Name + ", " + o.Position})
		}
	}
	return page, nil
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
