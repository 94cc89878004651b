// Package press is the panel's pages about reporters: who waits to be verified, a
// registration with the pictures that were shown, and who is verified until when. Only the
// press desk has them, and each look at a picture is logged.
package press

import (
	"embed"
	"net/http"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/press"
	"phatngon/internal/flow"
	"phatngon/internal/store"
)

//go:embed templates/*.html
var templateFiles embed.FS

// Pages is the group's handlers and what they work with.
type Pages struct {
	Flow  *flow.Flow
	Store *store.Store
	Units labels.Units
	Now   func() time.Time
}

// Mount opens the group's pages and forms.
func (p *Pages) Mount(d *door.Door) {
	d.AddPages(templateFiles)
	d.Get("/press", people.AtPressDesk, p.getList)
	d.Get("/press/questions", people.AtPressDesk, p.getQuestions)
	d.Get("/press/:code", people.AtPressDesk, p.getRegistration)
	d.Get("/press/:code/pictures/:id", people.AtPressDesk, p.getPicture)
	d.Post("/press/:code/:action", people.AtPressDesk, p.postStep)
}

// mostListed is how many of each state a page shows.
const mostListed = 200

type listPage struct {
	door.Page
	Home, Foreign, Asked, Verified []press.Registration
	Soon                           time.Time // who ends before is marked
}

func (p *Pages) getList(v *door.Visit) error {
	page := listPage{Page: v.Page("Phóng viên", "press"), Soon: p.Now().AddDate(0, 0, p.Flow.Rules.At(p.Now()).Press().RemindDays)}
	waiting, _, err := p.Store.RegistrationsIn(v.Ctx, press.Waiting, "", mostListed)
	if err != nil {
		return err
	}
	for _, r := range waiting {
		if r.Foreign {
			page.Foreign = append(page.Foreign, r)
		} else {
			page.Home = append(page.Home, r)
		}
	}
	if page.Asked, _, err = p.Store.RegistrationsIn(v.Ctx, press.Asked, "", mostListed); err != nil {
		return err
	}
	if page.Verified, _, err = p.Store.RegistrationsIn(v.Ctx, press.Verified, "", mostListed); err != nil {
		return err
	}
	return v.Render(http.StatusOK, "press", page)
}
