package admin

import (
	"context"
	"net/url"
	"time"

	"github.com/gofiber/fiber/v2"

	"phatngon/internal/desk"
)

type auditPage struct {
	page
	Rows []auditRow
	More string
}

// auditRow is a record of the audit chain, with names for ids.
type auditRow struct {
	Seq                         int64
	At                          time.Time
	By, Action, Subject, Detail string
}

func (p *panel) getAudit(v *visit) error {
	records, next, err := p.Store.LatestAudit(v.ctx, v.query("after"), pageSize)
	if err != nil {
		return err
	}
	names, err := p.names(v.ctx)
	if err != nil {
		return err
	}
	page := auditPage{page: v.page("Nhật ký", "audit"), Rows: auditRows(records, names)}
	if next != "" {
		page.More = "/admin/audit?" + url.Values{"after": {next}}.Encode()
	}
	return v.render(fiber.StatusOK, "audit", page)
}

// auditOf is the history of one subject, newest first.
func (p *panel) auditOf(ctx context.Context, subject string, names names) ([]auditRow, error) {
	records, err := p.Store.AuditOf(ctx, subject, pageSize)
	return auditRows(records, names), err
}

func auditRows(records []desk.AuditRecord, names names) []auditRow {
	var rows []auditRow
	for _, r := range records {
		subject := r.Subject
		if name, person := names[subject]; person {
			subject = name
		}
		rows = append(rows, auditRow{r.Seq, r.At, names.of(r.Officer), label(r.Action), subject, r.Detail})
	}
	return rows
}
