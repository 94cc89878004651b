package store

import (
	"context"

	"phatngon/internal/store/engine"
)

// CopyEmbedded writes what the embedded database in dir holds at one moment into the
// folder to, beside the process that serves it, and reads the copy whole. It returns how
// many documents are in the copy. Files that people send are documents too.
func CopyEmbedded(ctx context.Context, dir, to string) (documents int, err error) {
	return engine.CopySQLite(ctx, dir, to)
}
