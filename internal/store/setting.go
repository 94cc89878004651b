package store

import (
	"context"

	"phatngon/internal/desk/effect"
	"phatngon/internal/store/setting"
)

// Setting is a value by name: a calendar, a rule, an encrypted token. Callers
// encrypt what needs it.
type Setting = setting.Setting

// Setting returns the setting with this key.
func (s *Store) Setting(ctx context.Context, key string) (Setting, error) {
	return setting.Table.Get(ctx, s.e, key)
}

// SaveSetting inserts v at version 0 and replaces it otherwise.
func (s *Store) SaveSetting(ctx context.Context, v *Setting, effects ...effect.Effect) error {
	return setting.Table.Save(ctx, s.e, v, effects...)
}
