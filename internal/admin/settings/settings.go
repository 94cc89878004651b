// Package settings is the panel's pages about the system itself: what was
// decided by whom, what has not come to a person, and the data that decisions rest on.
package settings

import (
	"context"
	"embed"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/people"
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

	// Policies lists the versions of a table of data, SavePolicy adds one; its
	// *desk.InvalidError is shown beside the field. Both nil: the page says so.
	Policies   func(ctx context.Context, name string) ([]store.PolicyVersion, error)
	SavePolicy func(ctx context.Context, by people.Officer, name string, from time.Time, data []byte) error
}

// Mount opens the group's pages and forms.
func (p *Pages) Mount(d *door.Door) {
	d.AddPages(templateFiles)
	d.Get("/failed", door.Officers, p.getFailed)
	d.Post("/failed/resend-delivery", door.Officers, p.postResendDelivery)
	d.Post("/failed/resend", door.Coordinators, p.postResend)
	d.Post("/failed/resend-all", door.Coordinators, p.postResendAll)
	d.Get("/policies", door.Administrators, p.getPolicies)
	d.Post("/policies", door.Administrators, p.postPolicy)
	d.Get("/audit", door.Administrators, p.getAudit)
	d.Post("/audit/check", door.Administrators, p.postAuditCheck)
	d.Post("/audit/export", door.Administrators, p.postAuditExport)
}
