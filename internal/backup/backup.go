// Package backup makes whole copies of the embedded database while the server runs, and
// keeps for the panel what was made last.
package backup

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/store"
)

// Source is what is backed up.
type Source struct {
	Folder string   // of the embedded database; "" when it is a MongoDB
	Seal   []byte   // the key that its audit is sealed with; nil: the seal is not checked
	Beside []string // files in Folder without which the database cannot be used, if they are there
	Now    func() time.Time
}

// Made is a backup that is there under its name and was read whole.
type Made struct {
	State
	Path         string
	Documents    int // of all kinds
	AuditRecords int // whose chain holds
}

// Make makes a backup: a new folder in the folder into that a server can be started on as
// its DATA_DIR, readable by this user only. It appears under its name when it is complete,
// on disk and checked; else nothing is left.
func Make(ctx context.Context, s Source, into string) (made Made, err error) {
	into, err = outside(s.Folder, into)
	if err != nil {
		return Made{}, err
	}
	begun, err := os.MkdirTemp(into, ".phatngon-backup-*") // of mode 0700
	if err != nil {
		return Made{}, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(begun)) }() // gone when it has its name
	now := s.Now()
	if made, err = s.fill(ctx, begun); err != nil {
		return Made{}, err
	}
	made.At, made.Name = now, "phatngon-"+now.In(calendar.Zone).Format("2006-01-02-150405")
	made.Path = filepath.Join(into, made.Name)
	if err := settle(begun, made.Path); err != nil {
		return Made{}, err
	}
	return made, nil
}

// fill copies everything into the folder to, and checks it there.
func (s Source) fill(ctx context.Context, to string) (made Made, err error) {
	if made.Documents, err = store.CopyEmbedded(ctx, s.Folder, to); err != nil {
		return Made{}, err
	}
	if made.AuditRecords, err = s.checkAudit(ctx, to); err != nil {
		return Made{}, err
	}
	for _, name := range s.Beside {
		if err := copyFile(filepath.Join(s.Folder, name), filepath.Join(to, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return Made{}, err
		}
	}
	made.Size, err = sizeOf(to)
	return made, err
}

func (s Source) checkAudit(ctx context.Context, copied string) (records int, err error) {
	c, err := store.OpenEmbeddedForReading(copied)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	c.SealAudit(s.Seal)
	if records, err = c.VerifyAudit(ctx); err != nil {
		return 0, fmt.Errorf("audit chain of the copy: %w", err)
	}
	return records, nil
}
