package store

import (
	"context"
	"errors"
	"fmt"

	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"
)

// ErrDamaged says that the embedded database's file does not hold together any
// more: what is read from it cannot be trusted, and a backup is needed.
var ErrDamaged = errors.New("the database's file is damaged")

// Check reads the whole embedded database and looks whether it holds together:
// ErrDamaged. A MongoDB watches over itself.
func (s *Store) Check(ctx context.Context) error { return s.e.check(ctx) }

// Damage is ErrDamaged once a check or any other call has come upon damage, and
// until a check finds none.
func (s *Store) Damage() error { return s.e.damage() }

// Room says whether the embedded database can still grow: an error when its disk
// is full or takes nothing. A MongoDB has its own disk.
func (s *Store) Room() error { return s.e.room() }

func (s *sqlite) check(ctx context.Context) error {
	found, err := rows[string](ctx, s.readers, "PRAGMA quick_check(1)")
	if err != nil {
		return fmt.Errorf("check the database: %w", s.note(err))
	}
	s.damaged.Store(len(found) != 1 || found[0] != "ok")
	return s.damage()
}

func (s *sqlite) damage() error {
	if s.damaged.Load() {
		return ErrDamaged
	}
	return nil
}

// note remembers damage that an operation came upon.
func (s *sqlite) note(err error) error {
	var e *driver.Error
	if errors.As(err, &e) && (e.Code()&0xff == codes.SQLITE_CORRUPT || e.Code()&0xff == codes.SQLITE_NOTADB) {
		s.damaged.Store(true)
	}
	return err
}

func (m *mongodb) check(context.Context) error { return nil }
func (m *mongodb) damage() error               { return nil }
func (m *mongodb) room() error                 { return nil }
