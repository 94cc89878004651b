// Package people is the panel's pages about officers: signing in and out, their
// own account, and the list that administrators keep.
package people

import (
	"embed"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow"
	"phatngon/internal/store"
)

//go:embed templates/*.html
var templateFiles embed.FS

// Pages is the group's handlers and what they work with. In the demo the login
// page lists Accounts and their one Password.
type Pages struct {
	Flow     *flow.Flow
	Store    *store.Store
	Units    labels.Units
	Demo     bool
	Accounts []people.Officer
	Password string
}

// Mount opens the group's pages and forms.
func (p *Pages) Mount(d *door.Door) {
	d.AddPages(templateFiles)
	d.Get("/login", door.Anyone, p.getLogin)
	d.Post("/login", door.Anyone, p.postLogin)
	d.Get("/login/oidc", door.Anyone, p.getAgency)
	d.Get("/login/oidc/callback", door.Anyone, p.getAgencyReturn)
	d.Get("/login/code", door.Anyone, p.getLoginCode)
	d.Post("/login/code", door.Anyone, p.postLoginCode)
	d.Get("/login/forgotten", door.Anyone, p.getForgotten)
	d.Post("/login/forgotten", door.Anyone, p.postForgotten)
	d.Get("/login/password", door.Anyone, p.getOwnPassword)
	d.Post("/login/password", door.Anyone, p.postOwnPassword)
	d.Post("/logout", door.Officers, p.postLogout)
	d.Get("/account", door.Officers, p.getAccount)
	d.Post("/account/password", door.Officers, p.postPassword)
	d.Post("/account/away", door.Officers, p.postAway)
	d.Post("/account/sessions/end", door.Officers, p.postSessionEnd)
	d.Post("/account/sessions/end-others", door.Officers, p.postOtherSessionsEnd)
	d.Post("/account/zalo", door.Officers, p.postZalo)
	d.Post("/account/zalo/end", door.Officers, p.postZaloEnd)
	d.Get("/account/second", door.Officers, p.getSecond)
	d.Post("/account/second", door.Officers, p.postSecond)
	d.Post("/account/second/confirm", door.Officers, p.postSecondConfirm)
	d.Post("/account/second/recovery", door.Officers, p.postSecondRecovery)
	d.Post("/account/second/end", door.Officers, p.postSecondEnd)
	d.Get("/officers", door.Administrators, p.getOfficers)
	d.Post("/officers", door.Administrators, p.postOfficer)
	d.Get("/officers/:id/mandate", door.Officers, p.getMandate)
	d.Post("/officers/:id/mandate", door.Officers, p.postMandate)
	d.Post("/officers/:id/mandate/end", door.Officers, p.postMandateEnd)
	d.Get("/officers/:id", door.Administrators, p.getOfficer)
	d.Post("/officers/:id", door.Administrators, p.postOfficerEdit)
	d.Post("/officers/:id/password", door.Administrators, p.postPasswordReset)
	d.Post("/officers/:id/password-link", door.Administrators, p.postPasswordLink)
	d.Post("/officers/:id/away", door.Administrators, p.postOfficerAway)
	d.Post("/officers/:id/second", door.Administrators, p.postSecondReset)
	d.Post("/officers/:id/disabled", door.Administrators, p.postOfficerDisabled)
}

// mistakes says what is wrong by the names of a form's fields.
type mistakes map[string]string
