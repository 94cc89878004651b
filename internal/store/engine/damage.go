package engine

import (
	"context"
	"errors"
	"fmt"

	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"
)

func (s *sqlite) Check(ctx context.Context) error {
	found, err := rows[string](ctx, s.readers, "PRAGMA quick_check(1)")
	if err != nil {
		return fmt.Errorf("check the database: %w", s.note(err))
	}
	s.damaged.Store(len(found) != 1 || found[0] != "ok")
	return s.Damage()
}

func (s *sqlite) Damage() error {
	if s.damaged.Load() {
		return ErrDamaged
	}
	return nil
}

// note remembers damage that an operation came upon.
func (s *sqlite) note(err error) error {
	if isDamage(err) {
		s.damaged.Store(true)
	}
	return err
}

func isDamage(err error) bool {
	var e *driver.Error
	return errors.As(err, &e) && (e.Code()&0xff == codes.SQLITE_CORRUPT || e.Code()&0xff == codes.SQLITE_NOTADB)
}

func (m *mongodb) Check(context.Context) error { return nil }
func (m *mongodb) Damage() error               { return nil }
func (m *mongodb) Room() error                 { return nil }
