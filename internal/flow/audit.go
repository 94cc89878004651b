package flow

import (
	"context"
	"fmt"

	"phatngon/internal/desk"
)

// audit enters a decision into the chain. officer is "" for the system.
func (f *Flow) audit(ctx context.Context, officer, action, subject, detail string) error {
	_, err := f.Store.AppendAudit(ctx, desk.AuditRecord{
		ID: newID(), At: f.Now(), Officer: officer, Action: action, Subject: subject, Detail: detail,
	})
	if err != nil {
		return fmt.Errorf("audit %s: %w", action, err)
	}
	return nil
}
