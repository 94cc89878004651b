package store

import (
	"fmt"
	"os"
	"path/filepath"
)

// openSQLiteForReading opens the database without the folder's lock and makes
// nothing: WAL lets it read beside the one who writes. The connections refuse
// to change anything.
func openSQLiteForReading(dir string) (_ *sqlite, err error) {
	file := filepath.Join(dir, "phatngon.db")
	if _, err := os.Stat(file); err != nil {
		return nil, fmt.Errorf("open the database in %s: %w", dir, err)
	}
	s := &sqlite{tables: map[string]*sqlTable{}}
	if s.readers, err = openPool(file, 4, "query_only(1)"); err != nil {
		return nil, err
	}
	s.writer, s.reading = s.readers, true
	s.writes = newBatcher(maxBatch, s.commit)
	return s, nil
}
