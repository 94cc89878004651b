// Package cases is the panel's pages about false content: the board, and a case with its
// reports and the forms of its steps. Which steps a page offers is cases.Actions.
package cases

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
	d.Get("/cases", door.Officers, p.getBoard)
	d.Get("/cases/:code", door.Officers, p.getCase)
	d.Get("/cases/:code/pictures/:picture", door.Officers, p.getPicture)
	d.Post("/cases/:code/:action", door.Officers, p.postStep)
	d.Get("/cases/:code/:action", door.Officers, p.getFormAgain)
}

// getFormAgain answers the address of a form that was opened as a page.
func (p *Pages) getFormAgain(v *door.Visit) error { return v.Redirect(caseURL(v.Param("code")), "") }

func caseURL(code string) string { return "/admin/cases/" + code }
