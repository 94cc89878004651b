package store

import "context"

// Check reads the whole embedded database and looks whether it holds together:
// ErrDamaged. A MongoDB watches over itself.
func (s *Store) Check(ctx context.Context) error { return s.e.Check(ctx) }

// Damage is ErrDamaged once a check or any other call has come upon damage, and
// until a check finds none.
func (s *Store) Damage() error { return s.e.Damage() }

// Room says whether the embedded database can still grow: an error when its disk
// is full or takes nothing. A MongoDB has its own disk.
func (s *Store) Room() error { return s.e.Room() }
