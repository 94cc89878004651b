//go:build unix

package engine

import "golang.org/x/sys/unix"

// freeBytes is how much this user may still write to the disk of dir.
func freeBytes(dir string) (uint64, error) {
	var s unix.Statfs_t
	if err := unix.Statfs(dir, &s); err != nil {
		return 0, err
	}
	return uint64(s.Bavail) * uint64(s.Bsize), nil //nolint:unconvert // other systems have other types
}
