package engine

import (
	"fmt"
	"os"
	"path/filepath"
)

// OpenSQLiteForReading opens the database without the folder's lock and makes
// nothing: WAL lets it read beside the one who writes. The connections refuse
// to change anything.
func OpenSQLiteForReading(dir string) (_ Engine, err error) {
	file := filepath.Join(dir, fileName)
	if _, err := os.Stat(file); err != nil {
		return nil, fmt.Errorf("open the database in %s: %w", dir, err)
	}
	s := &sqlite{tables: map[string]*sqlTable{}}
	if s.readers, err = openPool(file, 4, "query_only(1)"); err != nil {
		return nil, err
	}
	s.writer, s.reading = s.readers, true
	s.writes = newBatcher(MaxBatch, s.commit)
	return s, nil
}
