package engine

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"

	"phatngon/internal/desk"
)

func openTestSQLite(t *testing.T) *sqlite {
	t.Helper()
	opened, err := OpenSQLite(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	e := opened.(*sqlite)
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return e
}

func TestAFullDiskIsToldByTheEngine(t *testing.T) {
	e := openTestSQLite(t)
	if err := e.Room(); err != nil {
		t.Fatalf("with room: %v", err)
	}
	e.free = func(string) (uint64, error) { return leastFree - 1, nil }
	if err := e.Room(); err == nil || !strings.Contains(err.Error(), "127 MB are left") {
		t.Errorf("a full disk: %v", err)
	}
	e.free, e.dir = freeBytes, filepath.Join(e.dir, "gone")
	if err := e.Room(); err == nil {
		t.Error("a folder that is gone has room")
	}
	e.free = func(string) (uint64, error) { return leastFree, nil } // says so, and takes nothing
	if err := e.Room(); err == nil || !strings.Contains(err.Error(), "write to the disk") {
		t.Errorf("a disk that takes nothing: %v", err)
	}
}

func TestABatchThatCannotBeCommittedFailsForEveryone(t *testing.T) {
	e := openTestSQLite(t)
	c := &Collection{Name: "settings"}
	if err := e.Make(t.Context(), c); err != nil {
		t.Fatal(err)
	}
	if err := e.writer.Close(); err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() { failsToInsert(t, e, c, strconv.Itoa(i)) })
	}
	all.Wait()
	if _, err := e.Get(context.Background(), c, "1"); !errors.Is(err, desk.ErrNotFound) {
		t.Errorf("read after the failed write: %v", err)
	}
}

func failsToInsert(t *testing.T, e Engine, c *Collection, id string) {
	doc, err := Encode(bson.D{{Key: "_id", Value: id}, {Key: "version", Value: int64(1)}})
	if err != nil {
		t.Error(err)
	}
	_, err = e.Insert(t.Context(), c, []bson.Raw{doc})
	if err == nil || errors.Is(err, desk.ErrConflict) || errors.Is(err, desk.ErrNotFound) {
		t.Errorf("write %s: %v", id, err)
	}
}

func TestACopyLeavesOnTheDiskWhatTheServerNeeds(t *testing.T) {
	e := openTestSQLite(t)
	if err := e.Make(t.Context(), &wordedThings); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		left uint64
		fits bool
	}{{leastFree, false}, {leastFree + 1<<20, true}} {
		to := t.TempDir()
		_, err := copySQLite(t.Context(), e.dir, to, func(string) (uint64, error) { return c.left, nil })
		if c.fits && err != nil || !c.fits && (err == nil || !strings.Contains(err.Error(), "MB are left on the disk")) {
			t.Errorf("%d bytes left: %v", c.left, err)
		}
		if files, err := os.ReadDir(to); err != nil || len(files) > 0 != c.fits {
			t.Errorf("%d bytes left: %v in the folder, %v", c.left, files, err)
		}
	}
}
