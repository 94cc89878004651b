package backup

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// State is what the panel shows of the last backup: nothing of what is in it, nor where
// it is.
type State struct {
	At   time.Time `json:"at"`
	Size int64     `json:"size"` // bytes
	Name string    `json:"name"`
}

// OldAfter is the age from which the panel warns.
const OldAfter = 7 * 24 * time.Hour

// stateFile lies beside the database.
const stateFile = "backup.json"

// Note leaves s in the folder of the database, whole or not at all.
func Note(folder string, s State) error {
	data, err := json.Marshal(s)
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(folder, ".backup-*.json") // of mode 0600
	if err != nil {
		return err
	}
	_, err = f.Write(append(data, '\n'))
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), filepath.Join(folder, stateFile))
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return syncFolder(folder)
}

// Last is what was noted last in the folder of the database; fs.ErrNotExist: nothing yet.
func Last(folder string) (State, error) {
	data, err := os.ReadFile(filepath.Join(folder, stateFile))
	if err != nil {
		return State{}, err
	}
	var s State
	if err := json.Unmarshal(data, &s); err != nil {
		return State{}, fmt.Errorf("%s: %w", stateFile, err)
	}
	if s.At.IsZero() {
		return State{}, fmt.Errorf("%s holds no time", stateFile)
	}
	return s, nil
}
