package settings

import (
	"net/http"
	"net/url"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
)

type auditPage struct {
	door.Page
	Rows []labels.AuditLine
	More string
}

func (p *Pages) getAudit(v *door.Visit) error {
	records, next, err := p.Store.LatestAudit(v.Ctx, v.Query("after"), door.PageSize)
	if err != nil {
		return err
	}
	officers, err := p.Store.Officers(v.Ctx)
	if err != nil {
		return err
	}
	page := auditPage{Page: v.Page("Nhật ký", "audit"), Rows: labels.Audit{Names: labels.NamesOf(officers), Units: p.Units}.Lines(records)}
	if next != "" {
		page.More = "/admin/audit?" + url.Values{"after": {next}}.Encode()
	}
	return v.Render(http.StatusOK, "audit", page)
}
