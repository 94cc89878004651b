package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"testing"
	"time"

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

func TestADatabaseServerThatIsGoneIsTold(t *testing.T) {
	server, err := url.Parse(os.Getenv("MONGODB_TEST_URI"))
	if err != nil || server.Host == "" {
		t.Fatal("MONGODB_TEST_URI is not set: run `make test`")
	}
	cut := relay(t, server)
	s, err := OpenMongo(t.Context(), server.String(), "test_gone")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Ping(t.Context()); err != nil {
		t.Fatalf("while it is there: %v", err)
	}
	cut()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second) // as /readyz, in small
	defer cancel()
	if err := s.Ping(ctx); err == nil {
		t.Error("nobody noticed that the server is gone")
	}
}

// relay puts a wire between us and server that can be cut.
func relay(t *testing.T, server *url.URL) (cut func()) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	target := server.Host
	server.Host = l.Addr().String()
	go func() {
		for {
			in, err := l.Accept()
			if err != nil {
				return
			}
			out, err := net.Dial("tcp", target)
			if err != nil {
				_ = in.Close()
				continue
			}
			context.AfterFunc(ctx, func() { _, _ = in.Close(), out.Close() })
			go func() { _, _ = io.Copy(out, in) }()
			go func() { _, _ = io.Copy(in, out) }()
		}
	}()
	cut = func() { _ = l.Close(); cancel() }
	t.Cleanup(cut)
	return cut
}
