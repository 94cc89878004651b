package command

import (
	"context"
	"fmt"
)

// Audit checks the audit chains and names the first broken record.
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
	n, err := f.Store.VerifyAudit(ctx)
	if err != nil {
		return fmt.Errorf("audit chain broken: %w", err)
	}
	fmt.Fprintf(out.Stdout, "audit chain holds: %d records\n", n)
	return nil
}
