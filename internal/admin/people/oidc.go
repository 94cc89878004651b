package people

import (
	"errors"
	"net/http"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
	"phatngon/internal/flow/access"
	"phatngon/internal/flow/oidc"
)

// getAgency leads to the provider of the agency's accounts.
func (p *Pages) getAgency(v *door.Visit) error {
	if !p.Flow.Agency.On() {
		return desk.ErrNotFound
	}
	if v.Officer.ID != "" {
		return v.Redirect("/admin/home", "")
	}
	next := localPath(v.Query("next"))
	address, kept, err := p.Flow.Agency.Start(v.Ctx, next)
	if err != nil {
		return p.agencyRefused(v, next, err)
	}
	v.KeepAgency(kept, oidc.Life)
	return v.Redirect(address, "")
}

// getAgencyReturn is where the provider sends people back to.
func (p *Pages) getAgencyReturn(v *door.Visit) error {
	if !p.Flow.Agency.On() {
		return desk.ErrNotFound
	}
	if v.Officer.ID != "" {
		return v.Redirect("/admin/home", "")
	}
	try := access.Attempt{Address: v.Address(), Device: v.Device(), Browser: v.Browser()}
	opened, next, err := p.Flow.Agency.Finish(v.Ctx, v.Agency(), oidc.Return{State: v.Query("state"), Code: v.Query("code")}, try)
	if !errors.Is(err, oidc.ErrOld) {
		v.DropAgency()
	}
	if err != nil {
		return p.agencyRefused(v, localPath(next), err)
	}
	return p.admit(v, opened, localPath(next))
}

// agencyRefused says why on the sign-in page, where the password is another way in.
func (p *Pages) agencyRefused(v *door.Visit, next string, err error) error {
	rule := (*desk.RuleError)(nil)
	if !errors.As(err, &rule) {
		return err
	}
	l := p.loginPage(v)
	l.AgencyError, l.Next = rule.Text, next
	if errors.Is(err, oidc.ErrAway) {
		return v.Render(http.StatusServiceUnavailable, "login", l)
	}
	return v.Render(http.StatusUnprocessableEntity, "login", l)
}
