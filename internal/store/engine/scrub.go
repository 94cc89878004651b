package engine

import "context"

// Scrub takes its turn among the commits: there is one connection that writes.
func (s *sqlite) Scrub(ctx context.Context) error {
	var busy, pages, done int
	return s.note(s.writer.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &pages, &done))
}

func (m *mongodb) Scrub(context.Context) error { return nil }
