package engine

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync/atomic"

	"go.mongodb.org/mongo-driver/v2/bson"
	_ "modernc.org/sqlite" // the driver "sqlite"

	"phatngon/internal/desk"
)

// sqlite keeps each collection in a table: the BSON document, and beside it a
// column for each field of a declared index. One connection writes, and commits
// what gathered together; the others read, and wait for no one (WAL).
type sqlite struct {
	lock    *os.File
	writer  *sql.DB
	readers *sql.DB
	writes  *batcher[write]
	tables  map[string]*sqlTable
	worded  []*sqlTable // those that keep words
	reading bool        // tables are there as declared, or cannot be read

	dir     string                           // "" when opened for reading
	free    func(dir string) (uint64, error) // bytes left on its disk
	damaged atomic.Bool
}

// write is one statement of a batch. A failing one undoes itself only.
type write func(context.Context, *sql.Tx) error

// OpenSQLite opens the database in dir, and makes both if need be. A second process gets
// ErrInUse.
func OpenSQLite(dir string) (_ Engine, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make the data folder: %w", err)
	}
	lock, err := lockFolder(dir)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", dir, err)
	}
	s := &sqlite{lock: lock, tables: map[string]*sqlTable{}, dir: dir, free: freeBytes}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("open the database in %s: %w", dir, err), s.release())
		}
	}()
	file, err := makeFile(dir)
	if err != nil {
		return nil, err
	}
	if s.writer, err = openPool(file, 1, "synchronous(FULL)", "secure_delete(1)"); err != nil {
		return nil, err
	}
	if s.readers, err = openPool(file, 8, "query_only(1)"); err != nil {
		return nil, err
	}
	s.writes = newBatcher(MaxBatch, s.commit)
	return s, nil
}

// fileName is what the database is called in its folder.
const fileName = "phatngon.db"

// makeFile makes the database's file, for this user only; SQLite gives its log the
// same mode.
func makeFile(dir string) (string, error) {
	f, err := os.OpenFile(filepath.Join(dir, fileName), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return "", err
	}
	return f.Name(), f.Close()
}

func (s *sqlite) Make(ctx context.Context, all ...*Collection) error {
	for _, c := range all {
		if s.tables[c.Name] != nil {
			continue
		}
		t := newTable(c)
		var err error
		if !s.reading {
			err = t.make(ctx, s.writer)
		}
		if err == nil {
			err = t.prepare(ctx, s.writer, s.readers)
		}
		if err != nil {
			return fmt.Errorf("table %s: %w", c.Name, err)
		}
		s.tables[c.Name] = t
		if t.Words != "" {
			s.worded = append(s.worded, t)
		}
	}
	return nil
}

func openPool(file string, size int, pragmas ...string) (*sql.DB, error) {
	q := url.Values{
		"_pragma": append([]string{"busy_timeout(10000)", "journal_mode(WAL)"}, pragmas...),
		"_txlock": {"immediate"},
	}
	path, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	dsn := url.URL{Scheme: "file", Path: filepath.ToSlash(path), RawQuery: q.Encode()}
	db, err := sql.Open("sqlite", dsn.String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(size)
	db.SetMaxIdleConns(size)
	return db, nil
}

// commit runs a batch in one transaction. If that cannot be committed, none of
// it happened.
func (s *sqlite) commit(batch []task[write]) {
	outcomes := make([]error, len(batch))
	err := s.inTransaction(func(ctx context.Context, tx *sql.Tx) {
		for i, t := range batch {
			outcomes[i] = s.note(t.value(ctx, tx))
		}
	})
	for i, t := range batch {
		if err != nil {
			outcomes[i] = fmt.Errorf("commit: %w", err)
		}
		t.done <- outcomes[i]
	}
}

// inTransaction is not bound to a caller's context: the batch is many callers'.
func (s *sqlite) inTransaction(run func(context.Context, *sql.Tx)) error {
	ctx := context.Background()
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	run(ctx, tx)
	for _, t := range s.worded {
		err = errors.Join(err, s.note(t.flushWords(ctx, tx)))
	}
	if err == nil {
		err = s.note(tx.Commit())
	}
	if err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return nil
}

func (s *sqlite) Insert(ctx context.Context, c *Collection, docs []bson.Raw) ([]bool, error) {
	t := s.tables[c.Name]
	taken := make([]bool, len(docs))
	err := s.writes.do(ctx, func(ctx context.Context, tx *sql.Tx) error {
		insert := tx.StmtContext(ctx, t.insert)
		for i, doc := range docs {
			result, err := insert.ExecContext(ctx, t.row(doc)...)
			if err != nil {
				return err
			}
			n, err := result.RowsAffected()
			if err != nil {
				return err
			}
			if taken[i] = n == 0; taken[i] {
				continue
			}
			if err := t.reword(ctx, tx, nil, doc); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return taken, nil
}

func (s *sqlite) Replace(ctx context.Context, c *Collection, id string, version int64, doc bson.Raw) (swapped bool, err error) {
	t := s.tables[c.Name]
	var n int64
	err = s.writes.do(ctx, func(ctx context.Context, tx *sql.Tx) error {
		before, err := t.before(ctx, tx, id)
		if err != nil {
			return err
		}
		result, err := tx.StmtContext(ctx, t.replace).ExecContext(ctx, append(t.row(doc), id, version)...)
		if err == nil {
			n, err = result.RowsAffected()
		}
		if err != nil || n == 0 {
			return err
		}
		return t.reword(ctx, tx, before, doc)
	})
	if isTaken(err) {
		return false, desk.ErrConflict
	}
	return err == nil && n > 0, err
}

func (s *sqlite) Remove(ctx context.Context, c *Collection, ids []string) error {
	t := s.tables[c.Name]
	remove := t.remove
	return s.writes.do(ctx, func(ctx context.Context, tx *sql.Tx) error {
		for _, id := range ids {
			before, err := t.before(ctx, tx, id)
			if err == nil {
				err = t.reword(ctx, tx, before, nil)
			}
			if err != nil {
				return err
			}
			if _, err := tx.StmtContext(ctx, remove).ExecContext(ctx, id); err != nil {
				return err
			}
		}
		return nil
	})
}

// Ping reads the first page: an open connection alone says nothing of the file.
func (s *sqlite) Ping(ctx context.Context) error {
	_, err := rows[string](ctx, s.readers, "SELECT name FROM sqlite_schema LIMIT 1")
	return s.note(err)
}

func (s *sqlite) Name() string { return "sqlite" }

func (s *sqlite) Close() error {
	s.writes.close()
	return s.release()
}

// release closes what is open; the lock last.
func (s *sqlite) release() error {
	var errs []error
	for _, db := range []*sql.DB{s.readers, s.writer} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	if s.lock != nil {
		errs = append(errs, s.lock.Close())
	}
	return errors.Join(errs...)
}
