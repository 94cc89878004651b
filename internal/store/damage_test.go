package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"phatngon/internal/store/engine"
)

// overwritten is a database in which pages behind the first hold rubbish.
func overwritten(t *testing.T) *Store {
	t.Helper()
	dir := t.TempDir()
	s, err := OpenEmbedded(dir)
	if err != nil {
		t.Fatal(err)
	}
	for i := range 200 {
		item := &Item{ID: fmt.Sprint(i), Lane: "a", Body: make([]byte, 2000), State: ItemPending, Seq: int64(i)}
		if _, err := s.Queue("inbox").InsertItems(t.Context(), []*Item{item}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Check(t.Context()); err != nil {
		t.Fatalf("a sound database: %v", err)
	}
	if err := s.Close(); err != nil { // the log goes into the file
		t.Fatal(err)
	}
	file := filepath.Join(dir, "phatngon.db")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := len(data) / 2; i < len(data); i++ {
		data[i] = 0xa5
	}
	if err := os.WriteFile(file, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return openTest(t, dir)
}

func TestADamagedDatabaseIsFoundByACheck(t *testing.T) {
	s := overwritten(t)
	if err := s.Check(t.Context()); err == nil {
		t.Error("the check found nothing")
	}
	if err := s.Damage(); !errors.Is(err, ErrDamaged) {
		t.Errorf("damage: %v", err)
	}
}

func TestADamagedDatabaseIsKnownAfterWhoeverCameUponIt(t *testing.T) {
	s := overwritten(t)
	if err := s.Damage(); err != nil {
		t.Fatalf("known before anybody looked: %v", err)
	}
	_, _ = s.Queue("inbox").OpenItems(t.Context(), "a", 0)
	if err := s.Damage(); !errors.Is(err, ErrDamaged) {
		t.Errorf("damage: %v", err)
	}
}

func TestAFullDiskIsTold(t *testing.T) {
	s := openTest(t, t.TempDir())
	if err := s.Room(); err != nil {
		t.Fatalf("with room: %v", err)
	}
	s.e = &fullDisk{s.e}
	if err := s.Room(); !errors.Is(err, errFull) {
		t.Errorf("a full disk: %v", err)
	}
}

var errFull = errors.New("full")

type fullDisk struct{ engine.Engine }

func (*fullDisk) Room() error { return errFull }
