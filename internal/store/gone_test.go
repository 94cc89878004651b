package store_test

import (
	"context"
	"io"
	"net"
	"net/url"
	"testing"
	"time"

	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

func TestADatabaseServerThatIsGoneIsTold(t *testing.T) {
	server, err := url.Parse(storetest.Server(t))
	if err != nil {
		t.Fatal(err)
	}
	cut := relay(t, server)
	s, err := store.OpenMongo(t.Context(), server.String(), "test_gone")
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
