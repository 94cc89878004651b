package engine

import (
	"errors"
	"fmt"
	"os"
)

// leastFree is how little may be left on the disk: the log of a busy day.
const leastFree = 128 << 20

// probeSize is what is written to see that the disk takes it.
const probeSize = 64 << 10

// Room looks at the disk of the folder; it writes, for a quota or a read-only
// disk shows only then.
func (s *sqlite) Room() error {
	if s.dir == "" { // opened for reading
		return nil
	}
	left, err := s.free(s.dir)
	if err != nil {
		return fmt.Errorf("look at the disk: %w", err)
	}
	if left < leastFree {
		return fmt.Errorf("%d MB are left on the disk, %d are needed", left>>20, leastFree>>20)
	}
	return probe(s.dir)
}

func probe(dir string) error {
	f, err := os.CreateTemp(dir, ".probe-*")
	if err != nil {
		return fmt.Errorf("write to the disk: %w", err)
	}
	_, err = f.Write(make([]byte, probeSize))
	if err = errors.Join(err, f.Close(), os.Remove(f.Name())); err != nil {
		return fmt.Errorf("write to the disk: %w", err)
	}
	return nil
}
