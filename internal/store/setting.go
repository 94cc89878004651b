package store

import (
	"context"

	"phatngon/internal/desk/effect"
)

// Setting is a value by name: a calendar, a rule, an encrypted token. Callers
// encrypt what needs it.
type Setting struct {
	ID      string `bson:"_id"`
	Version int64  `bson:"version"`
	Value   []byte `bson:"value"`
}

// Setting returns the setting with this key.
func (s *Store) Setting(ctx context.Context, key string) (Setting, error) {
	return settings.get(ctx, s.e, key)
}

// SaveSetting inserts v at version 0 and replaces it otherwise.
func (s *Store) SaveSetting(ctx context.Context, v *Setting, effects ...effect.Effect) error {
	return settings.save(ctx, s.e, v, effects...)
}
