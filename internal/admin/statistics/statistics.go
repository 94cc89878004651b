// Package statistics is the panel's pages of figures: what became of the requests of a
// period, the yearly figures of the decree, and the register of press activities.
package statistics

import (
	"embed"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
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
	d.Get("/statistics", door.Officers, p.getFigures)
	d.Get("/statistics/export.csv", door.Officers, p.getCSV)
	d.Get("/statistics/export.xlsx", door.Officers, p.getXLSX)
	d.Get("/statistics/yearly", door.Coordinators, p.getYearly)
	d.Get("/statistics/yearly.xlsx", door.Coordinators, p.getYearlyXLSX)
	d.Post("/statistics/refresh", door.Coordinators, p.postRefresh)
	d.Get("/activities", door.Coordinators, p.getActivities)
	d.Post("/activities", door.Coordinators, p.postActivity)
	d.Post("/activities/:id/finish", door.Coordinators, p.postFinish)
	d.Post("/activities/:id/strike", door.Coordinators, p.postStrike)
}
