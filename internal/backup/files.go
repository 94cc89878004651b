package backup

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// outside is the folder into as it is called on disk. One in the folder of the database is
// refused: what takes the one away takes the backups with it.
func outside(folder, into string) (string, error) {
	data, err := os.Stat(folder)
	if err != nil {
		return "", err
	}
	if into, err = filepath.Abs(into); err != nil {
		return "", err
	}
	if into, err = filepath.EvalSymlinks(into); err != nil {
		return "", err
	}
	for at := into; ; at = filepath.Dir(at) {
		info, err := os.Stat(at)
		if err != nil {
			return "", err
		}
		if os.SameFile(info, data) {
			return "", fmt.Errorf("%s is inside DATA_DIR: choose a folder elsewhere, best on another disk", into)
		}
		if at == filepath.Dir(at) {
			return into, nil
		}
	}
}

// settle gives what was begun its name, when every byte of it is on disk.
func settle(begun, path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s is there already", path)
	}
	files, err := os.ReadDir(begun)
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := syncFile(filepath.Join(begun, f.Name())); err != nil {
			return err
		}
	}
	if err := syncFolder(begun); err != nil {
		return err
	}
	if err := os.Rename(begun, path); err != nil {
		return err
	}
	if err := syncFolder(filepath.Dir(path)); err != nil {
		return errors.Join(err, os.RemoveAll(path))
	}
	return nil
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder makes names last. Windows has no such call and does it by itself.
func syncFolder(path string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Close())
}

func sizeOf(folder string) (bytes int64, err error) {
	files, err := os.ReadDir(folder)
	if err != nil {
		return 0, err
	}
	for _, f := range files {
		info, err := f.Info()
		if err != nil {
			return 0, err
		}
		bytes += info.Size()
	}
	return bytes, nil
}
