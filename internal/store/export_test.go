package store

import (
	"context"
	"slices"

	"phatngon/internal/store/engine"
)

// MigrateAlso brings s up to date as a program would that knows more steps.
func (s *Store) MigrateAlso(ctx context.Context, steps ...func() error) error {
	all := slices.Clone(migrations)
	for _, step := range steps {
		all = append(all, func(context.Context, engine.Engine) error { return step() })
	}
	return s.migrate(ctx, all)
}
