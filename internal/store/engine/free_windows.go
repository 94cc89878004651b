package engine

import "golang.org/x/sys/windows"

// freeBytes is how much this user may still write to the disk of dir.
func freeBytes(dir string) (uint64, error) {
	path, err := windows.UTF16PtrFromString(dir)
	if err != nil {
		return 0, err
	}
	var left uint64
	err = windows.GetDiskFreeSpaceEx(path, &left, nil, nil)
	return left, err
}
