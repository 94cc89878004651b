package photo

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestOnlyZalosPictureHostsAreAsked(t *testing.T) {
	asked := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked++
		switch r.URL.Path {
		case "/ok":
			_, _ = w.Write([]byte("picture"))
		case "/large":
			_, _ = w.Write([]byte(strings.Repeat("x", 11)))
		case "/away":
			http.Redirect(w, r, "http://evil.example/ok", http.StatusFound)
		case "/inside":
			http.Redirect(w, r, "http://169.254.169.254/latest/meta-data", http.StatusFound)
		case "/on":
			http.Redirect(w, r, "http://f7.photo.talk.zdn.vn/ok", http.StatusFound)
		case "/loop":
			http.Redirect(w, r, "/loop", http.StatusFound)
		case "/broken":
			w.WriteHeader(http.StatusBadGateway)
		default:
			w.WriteHeader(http.StatusNotFound)
		}
	}))
	defer server.Close()
	c := with(10, func(ctx context.Context, network, _ string) (net.Conn, error) {
		return new(net.Dialer).DialContext(ctx, network, server.Listener.Addr().String())
	})
	for address, want := range map[string]error{
		"http://f6.photo.talk.zdn.vn/ok": nil, "https://zdn.vn/ok": ErrHost, "http://f6.photo.talk.zdn.vn/on": nil,
		"http://f6.photo.talk.zdn.vn/large": ErrLarge, "http://f6.photo.talk.zdn.vn/gone": ErrGone,
		"http://f6.photo.talk.zdn.vn/away": ErrHost, "http://f6.photo.talk.zdn.vn/inside": ErrHost, "http://f6.photo.talk.zdn.vn/loop": ErrHost,
		"http://evil.example/ok": ErrHost, "http://f6.photo.talk.zdn.vn.evil.example/ok": ErrHost, "http://evilzdn.vn/ok": ErrHost,
		"http://127.0.0.1/ok": ErrHost, "http://f6.photo.talk.zdn.vn:8080/ok": ErrHost, "http://me@f6.photo.talk.zdn.vn/ok": ErrHost,
		"file:///etc/passwd": ErrHost, "gopher://f6.photo.talk.zdn.vn/ok": ErrHost, "http://f6.photo.talk.zdn.vn@evil.example/ok": ErrHost, "://": ErrHost,
	} {
		data, err := c.Fetch(t.Context(), address)
		if !errors.Is(err, want) || err == nil && string(data) != "picture" {
			t.Errorf("%s: %q, %v; want %v", address, data, err, want)
		}
	}
	if _, err := c.Fetch(t.Context(), "http://f6.photo.talk.zdn.vn/broken"); err == nil || errors.Is(err, ErrGone) {
		t.Errorf("a broken server: %v", err)
	}
	if asked == 0 {
		t.Error("nothing was asked")
	}
}

func TestANameThatLeadsInsideIsNotDialled(t *testing.T) {
	for address, fine := range map[string]bool{
		"127.0.0.1:80": false, "10.1.2.3:80": false, "192.168.1.1:443": false, "172.16.0.1:80": false, "169.254.169.254:80": false, "0.0.0.0:80": false,
		"100.64.0.1:80": false, "[::1]:80": false, "[fe80::1]:80": false, "[fd00::1]:80": false, "[::ffff:127.0.0.1]:80": false, "[64:ff9b::7f00:1]:80": false,
		"224.0.0.1:80": false, "nonsense": false, "118.102.1.1:80": true, "[2402:800::1]:443": true,
	} {
		if err := outside("tcp", address, nil); (err == nil) != fine {
			t.Errorf("%s: %v", address, err)
		}
	}
}
