// Package settings is the panel's pages about the system itself: what was
// decided by whom, and what could not be sent.
package settings

import (
	"embed"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/flow"
	"phatngon/internal/queue"
	"phatngon/internal/store"
)

//go:embed templates/*.html
var templateFiles embed.FS

// Pages is the group's handlers and what they work with.
type Pages struct {
	Flow          *flow.Flow
	Store         *store.Store
	Units         labels.Units
	Inbox, Outbox *queue.Queue
}

// Mount opens the group's pages and forms.
func (p *Pages) Mount(d *door.Door) {
	d.AddPages(templateFiles)
	d.Get("/failed", door.Coordinators, p.getFailed)
	d.Post("/failed/resend", door.Coordinators, p.postResend)
	d.Post("/failed/resend-all", door.Coordinators, p.postResendAll)
	d.Get("/audit", door.Administrators, p.getAudit)
}
