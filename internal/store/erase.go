package store

import (
	"context"
)

// EraseRequester removes what is known of a person.
func (s *Store) EraseRequester(ctx context.Context, id string) error {
	return conversations.remove(ctx, s.e, id)
}
