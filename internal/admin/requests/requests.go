// Package requests is the panel's pages about requests: the queue, and a request
// with the forms of its steps. Which steps a page offers is request.Actions.
package requests

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
	d.Get("/", door.Officers, p.getQueue)
	d.Get("/approvals", door.Officers, p.getApprovals)
	d.Get("/same", door.Officers, p.getSame)
	d.Post("/same", door.Officers, p.postSame)
	d.Post("/requests/:code/leave", door.Officers, p.postLeave)
	d.Post("/bulk", door.Officers, p.postBulk)
	d.Post("/bulk/undo", door.Officers, p.postUndo)
	d.Get("/requests/:code", door.Officers, p.getRequest)
	d.Post("/requests/:code/assign", door.Officers, p.postAssign)
	d.Post("/requests/:code/transfer", door.Officers, p.postTransfer)
	d.Post("/requests/:code/draft", door.Officers, p.postDraft)
	d.Post("/requests/:code/scratch", door.Officers, p.postScratch)
	d.Post("/requests/:code/scratch/drop", door.Officers, p.postScratchDrop)
	d.Post("/requests/:code/remark", door.Officers, p.postRemark)
	d.Post("/requests/:code/clarify", door.Officers, p.postClarify)
	d.Post("/requests/:code/resume", door.Officers, p.postResume)
	d.Post("/requests/:code/extend", door.Officers, p.postExtend)
	d.Post("/requests/:code/return", door.Officers, p.postReturn)
	d.Post("/requests/:code/approve", door.Officers, p.postApprove)
	d.Post("/requests/:code/kind", door.Officers, p.postKind)
	d.Post("/requests/:code/consult", door.Officers, p.postConsult)
	d.Post("/requests/:code/hear", door.Officers, p.postHear)
	d.Post("/requests/:code/split", door.Officers, p.postSplit)
	d.Post("/requests/:code/publish", door.Officers, p.postPublish)
	d.Get("/requests/:code/*", door.Officers, p.getFormAgain)
}

// getFormAgain answers the address of a form that was opened as a page, say
// from a browser's history.
func (p *Pages) getFormAgain(v *door.Visit) error {
	return v.Redirect(door.RequestURL(v.Param("code")), "")
}
