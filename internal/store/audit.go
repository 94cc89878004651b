package store

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"

	"phatngon/internal/desk"
)

// AppendAudit chains r to the last record and stores it. Under races each record
// has one successor. With an ID it is stored once: the record stored first is
// returned again. Without, it gets a random one.
func (s *Store) AppendAudit(ctx context.Context, r desk.AuditRecord) (desk.AuditRecord, error) {
	if r.ID == "" {
		r.ID = rand.Text()
	}
	s.auditing.Lock()
	defer s.auditing.Unlock()
	for {
		last, err := audit.first(ctx, s.e, query{index: "audit_number_taken", desc: true})
		if err != nil && !errors.Is(err, desk.ErrNotFound) {
			return r, err
		}
		next := desk.Chain(last, r)
		err = audit.insert(ctx, s.e, &next)
		var taken *TakenError
		switch {
		case err == nil:
			return next, nil
		case !errors.As(err, &taken):
			return r, err
		}
		if stored, err := audit.get(ctx, s.e, r.ID); !errors.Is(err, desk.ErrNotFound) {
			return stored, err
		}
	}
}

// AuditTrail calls do with every record in order, until it fails.
func (s *Store) AuditTrail(ctx context.Context, do func(desk.AuditRecord) error) error {
	if err := audit.each(ctx, s.e, query{index: "audit_number_taken"}, do); err != nil {
		return fmt.Errorf("audit trail: %w", err)
	}
	return nil
}

// AuditOf lists the records about a subject, newest first.
func (s *Store) AuditOf(ctx context.Context, subject string, limit int) ([]desk.AuditRecord, error) {
	return audit.find(ctx, s.e, query{index: "subject_seq", equal: []any{subject}, desc: true, limit: pageSize(limit)})
}

// LatestAudit lists the audit chain by pages, newest record first.
func (s *Store) LatestAudit(ctx context.Context, after string, limit int) (records []desk.AuditRecord, next string, err error) {
	return audit.page(ctx, s.e, query{index: "audit_number_taken", desc: true, limit: limit}, after)
}
