package engine

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// CopySQLite writes what the database in dir holds at one moment to a new database in the
// folder to. The process that serves it goes on reading and writing meanwhile. The copy is
// then read whole: ErrDamaged when it, or what it was made of, does not hold together.
// documents is how many stand in it.
func CopySQLite(ctx context.Context, dir, to string) (documents int, err error) {
	return copySQLite(ctx, dir, to, freeBytes)
}

func copySQLite(ctx context.Context, dir, to string, free func(string) (uint64, error)) (documents int, err error) {
	from := filepath.Join(dir, fileName)
	if err := roomFor(from, to, free); err != nil {
		return 0, err
	}
	copied, err := makeFile(to) // empty and this user's: SQLite fills it and leaves its mode
	if err == nil {
		err = vacuumInto(ctx, from, copied)
	}
	if err == nil {
		documents, err = readWhole(ctx, copied)
	}
	if isDamage(err) {
		err = errors.Join(ErrDamaged, err)
	}
	return documents, err
}

// roomFor leaves on the disk of to what the server itself needs: it may be the same one.
func roomFor(file, to string, free func(string) (uint64, error)) error {
	need := uint64(leastFree)
	for _, part := range []string{file, file + "-wal"} {
		info, err := os.Stat(part)
		if errors.Is(err, fs.ErrNotExist) && part != file {
			continue
		}
		if err != nil {
			return err
		}
		need += uint64(info.Size())
	}
	left, err := free(to)
	if err != nil {
		return fmt.Errorf("look at the disk: %w", err)
	}
	if left < need {
		return fmt.Errorf("%d MB are left on the disk, %d are needed", left>>20, (need+1<<20-1)>>20)
	}
	return nil
}

// vacuumInto reads in one transaction; writers append to the log meanwhile.
func vacuumInto(ctx context.Context, from, to string) error {
	db, err := openPool(from, 1)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", to)
	if err = errors.Join(err, db.Close()); err != nil {
		return fmt.Errorf("copy the database: %w", err)
	}
	return nil
}

func readWhole(ctx context.Context, file string) (documents int, err error) {
	db, err := openPool(file, 1, "query_only(1)")
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	found, err := rows[string](ctx, db, "PRAGMA integrity_check(1)")
	if err != nil {
		return 0, fmt.Errorf("check the copy: %w", err)
	}
	if len(found) != 1 || found[0] != "ok" {
		return 0, fmt.Errorf("check the copy: %w", ErrDamaged)
	}
	tables, err := rows[string](ctx, db, `SELECT t.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS f WHERE t.type = 'table' AND f.name = 'doc'`)
	if err != nil {
		return 0, err
	}
	for _, table := range tables {
		var n int
		if err := db.QueryRowContext(ctx, `SELECT count(*) FROM "`+table+`"`).Scan(&n); err != nil {
			return 0, err
		}
		documents += n
	}
	return documents, nil
}
