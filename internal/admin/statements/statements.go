// Package statements is the panel's pages about statements: the list, a
// statement with its pending change, its form, import and export, and how people
// asked for it. Which steps a page offers is statement.Actions.
package statements

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
	Flow      *flow.Flow
	Store     *store.Store
	Units     labels.Units
	PublicURL string
	Now       func() time.Time
}

// Mount opens the group's pages and forms.
func (p *Pages) Mount(d *door.Door) {
	d.AddPages(templateFiles)
	d.Get("/statements", door.Officers, p.getStatements)
	d.Post("/statements", door.Officers, p.postStatement)
	d.Get("/statements/new", door.Officers, p.getNewStatement)
	d.Post("/statements/rehearse", door.Officers, p.postRehearse)
	d.Get("/statements/import", door.Officers, p.getStatementImport)
	d.Post("/statements/import", door.Officers, p.postStatementImport)
	d.Get("/statements/:code", door.Officers, p.getStatement)
	d.Get("/statements/:code/edit", door.Officers, p.getStatementEdit)
	d.Post("/statements/:code/edit", door.Officers, p.postStatementEdit)
	d.Post("/statements/:code/publish", door.Officers, p.postStatementPublish)
	d.Post("/statements/:code/withdraw", door.Officers, p.postWithdraw)
	d.Post("/statements/:code/hints", door.Officers, p.postHints)
	d.Post("/statements/:code/askings/add", door.Officers, p.postAskingAdd)
	d.Post("/statements/:code/askings/hide", door.Officers, p.postAskingHide)
	d.Get("/statements/:code/export", door.Officers, p.getStatementExport)
	d.Get("/statements/:code/versions", door.Officers, p.getVersions)
	d.Get("/statements/:code/*", door.Officers, p.getFormAgain)
}

// getFormAgain answers the address of a form that was opened as a page, say
// from a browser's history.
func (p *Pages) getFormAgain(v *door.Visit) error {
	return v.Redirect(door.StatementURL(v.Param("code")), "")
}
