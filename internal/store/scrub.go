package store

import (
	"context"
	"fmt"
)

// Scrub empties the embedded engine's log, where what was removed still stands; its
// file itself keeps no removed bytes. It waits for readers a while; what it could not
// empty then, the next one does. MongoDB has no such thing to do.
func (s *Store) Scrub(ctx context.Context) error {
	if err := s.e.Scrub(ctx); err != nil {
		return fmt.Errorf("empty the database's log: %w", err)
	}
	return nil
}
