package flow

import (
	"context"
	"fmt"
)

// Ready says whether the program can serve: database, disk, index and token. The
// error begins with the part, up to a colon.
func (f *Flow) Ready(ctx context.Context) error {
	if err := f.Store.Ping(ctx); err != nil {
		return fmt.Errorf("database: %w", err)
	}
	if err := f.Store.Damage(); err != nil {
		return fmt.Errorf("database damaged: %w", err)
	}
	if err := f.Store.Room(); err != nil {
		return fmt.Errorf("disk: %w", err)
	}
	if !f.Index.Loaded() {
		return fmt.Errorf("index: not built yet")
	}
	if err := f.Delivery.Zalo.EnsureToken(ctx); err != nil {
		return fmt.Errorf("zalo token: %w", err)
	}
	return nil
}

// checkDatabase reads all of the embedded database once a day, beginning with
// the start.
func (f *Flow) checkDatabase(ctx context.Context) error {
	now := f.Now()
	if now.Sub(f.checked) < checkEvery {
		return nil
	}
	f.checked = now
	return f.Store.Check(ctx)
}
