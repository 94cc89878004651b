package e2e

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"sync"
	"testing"
	"time"

	"phatngon/internal/store/storetest"
	"phatngon/internal/zalo/zalotest"
)

// wire is the network between the program and its database; it can be cut.
type wire struct {
	listener net.Listener
	backend  string

	mu    sync.Mutex
	cut   bool
	conns []net.Conn
}

func newWire(t *testing.T, backend string) *wire {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w := &wire{listener: l, backend: backend}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go w.carry(c)
		}
	}()
	return w
}

func (w *wire) carry(client net.Conn) {
	defer client.Close()
	server, err := net.Dial("tcp", w.backend)
	if err != nil || !w.keep(client, server) {
		return
	}
	defer server.Close()
	go func() { _, _ = io.Copy(server, client) }()
	_, _ = io.Copy(client, server)
}

// keep remembers connections so that cutting the wire ends them too.
func (w *wire) keep(conns ...net.Conn) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.conns = append(w.conns, conns...)
	return !w.cut
}

func (w *wire) set(cut bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.cut = cut
	if cut {
		for _, c := range w.conns {
			_ = c.Close()
		}
		w.conns = nil
	}
}

func TestADeadDatabaseIsSaidAndLosesNothing(t *testing.T) {
	uri, err := url.Parse(storetest.Server(t))
	if err != nil {
		t.Fatal(err)
	}
	w := newWire(t, uri.Host)
	uri.Host = w.listener.Addr().String()
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	again := make([]time.Duration, 200)
	for i := range again {
		again[i] = 500 * time.Millisecond
	}
	sim := zalotest.New(zalotest.Options{Retries: again})
	defer sim.Close()
	host := httptest.NewServer(sim)
	defer host.Close()
	p := newProgram(t, host.URL, sim, []string{"MONGODB_URI=" + uri.String(), fmt.Sprintf("MONGODB_DATABASE=cut_%d", os.Getpid())})
	sim.SetWebhook("http://" + p.addr + "/webhook/zalo")
	p.start()
	waitStatus(ctx, t, "http://"+p.addr+"/readyz", http.StatusOK)

	w.set(true)
	waitStatus(ctx, t, "http://"+p.addr+"/readyz", http.StatusServiceUnavailable)
	sim.Say("hoa", "toan tinh co bao nhieu ca sot xuat huyet?")
	refused := func(m zalotest.Message) bool {
		return m.From == zalotest.FromUser && m.Status == http.StatusServiceUnavailable
	}
	if _, err := sim.WaitMessage(ctx, "hoa", refused); err != nil {
		t.Fatalf("the webhook did not answer 503: %v", err)
	}
	w.set(false)
	if _, err := sim.WaitMessage(ctx, "hoa", zalotest.BotSays("312 ca", 0)); err != nil {
		t.Fatalf("the message was lost: %v", err)
	}
	waitStatus(ctx, t, "http://"+p.addr+"/readyz", http.StatusOK)
}

// waitStatus asks until the address answers so.
func waitStatus(ctx context.Context, t *testing.T, url string, want int) {
	t.Helper()
	for ctx.Err() == nil {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
		if err != nil {
			t.Fatal(err)
		}
		res, err := http.DefaultClient.Do(req)
		if err != nil {
			continue
		}
		_ = res.Body.Close()
		if res.StatusCode == want {
			return
		}
	}
	t.Fatalf("%s never answered %d", url, want)
}
