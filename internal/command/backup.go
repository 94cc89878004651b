package command

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"phatngon/internal/backup"
)

// ErrMongoDump says how a database that is not embedded is backed up.
var ErrMongoDump = errors.New("the database is a MongoDB: back it up with mongodump, restore it with mongorestore")

// Backup makes a whole copy of the embedded database in a folder while the server runs,
// and notes it for the panel.
func Backup(ctx context.Context, source func() (backup.Source, error), args []string, out Output) error {
	if len(args) != 1 || args[0] == "" || strings.HasPrefix(args[0], "-") {
		return ErrUsage
	}
	s, err := source()
	if err != nil {
		return err
	}
	if s.Folder == "" {
		return ErrMongoDump
	}
	made, err := backup.Make(ctx, s, args[0])
	if err != nil {
		return fmt.Errorf("no backup was made: %w", err)
	}
	fmt.Fprintf(out.Stdout, "backup: %s\nsize: %d bytes\nrecords: %d, audit chain holds: %d\n", made.Path, made.Size, made.Documents, made.AuditRecords)
	if err := backup.Note(s.Folder, made.State); err != nil {
		return fmt.Errorf("the backup is made; the panel does not know of it: %w", err)
	}
	return nil
}
