package command

import (
	"context"
	"fmt"

	"phatngon/internal/desk"
)

// Audit walks the audit chain and names the first broken record.
func Audit(ctx context.Context, open Open, args []string, out Output) error {
	if len(args) != 1 || args[0] != "verify" {
		return ErrUsage
	}
	f, done, err := open(ctx)
	if err != nil {
		return err
	}
	defer done()
	if f.Store == nil {
		fmt.Fprintln(out.Stdout, "audit chain holds: 0 records")
		return nil
	}
	var prev desk.AuditRecord
	n := 0
	err = f.Store.AuditTrail(ctx, func(r desk.AuditRecord) error {
		if err := desk.VerifyChain(prev, r); err != nil {
			return fmt.Errorf("audit chain broken at record %d (%s): %w", r.Seq, r.ID, err)
		}
		prev, n = r, n+1
		return nil
	})
	if err != nil {
		return err
	}
	fmt.Fprintf(out.Stdout, "audit chain holds: %d records\n", n)
	return nil
}
