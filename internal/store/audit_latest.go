package store

import (
	"context"

	"phatngon/internal/desk"
)

// LatestAudit lists the audit chain by pages, newest record first.
func (s *Store) LatestAudit(ctx context.Context, after string, limit int) (records []desk.AuditRecord, next string, err error) {
	return audit.page(ctx, s.e, query{index: "audit_number_taken", desc: true, limit: limit}, after)
}
