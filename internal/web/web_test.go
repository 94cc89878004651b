package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"flag"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow"
	"phatngon/internal/flow/access"
	"phatngon/internal/queue"
	"phatngon/internal/store"
	"phatngon/internal/zalo"
	"phatngon/internal/zalo/zalotest"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

var update = flag.Bool("update", false, "rewrite golden files")

var today = time.Date(2026, 11, 23, 9, 0, 0, 0, calendar.Zone)

// house is the surface on a real socket over a real flow, an embedded store
// and a simulated Zalo.
type house struct {
	t     *testing.T
	url   string
	flow  *flow.Flow
	store *store.Store
	sim   *zalotest.Server
	log   *bytes.Buffer
	late  atomic.Int64 // how far the clock was moved from today, in ns

	contract apiDocument
	given    map[string]bool // answers of /api/v1, as "get /units 200"
}

const publicURL = "https://phatngon.example"

func newHouse(t *testing.T, change func(*Deps), statements ...statement.Statement) *house {
	t.Helper()
	ctx := t.Context()
	s, err := store.OpenEmbedded(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	h := &house{t: t, store: s, log: &bytes.Buffer{}, contract: readContract(t), given: map[string]bool{}}
	h.sim = zalotest.New(zalotest.Options{Now: h.now})
	t.Cleanup(h.sim.Close)
	h.flow = newFlow(t, ctx, s, h.sim, h.now)
	for _, st := range statements {
		if err := s.InsertStatement(ctx, &st); err != nil {
			t.Fatal(err)
		}
	}
	if err := h.flow.Index.Load(ctx); err != nil {
		t.Fatal(err)
	}
	d := Deps{Flow: h.flow, Store: s, Secrets: h.sim.Secrets(), MiniAppKey: h.sim.Config().MiniAppKey, PublicURL: publicURL,
		OAName: "Cổng thử", OAID: "oa-1", MiniAppID: "mini-1", Version: "test", Log: slog.New(slog.NewTextHandler(h.log, nil)),
		MiniAppFiles: fstest.MapFS{
			"index.html":              {Data: []byte("<!doctype html><title>App</title>")},
			"assets/index-a1b2.js":    {Data: []byte("console.log(1)")},
			"assets/index-a1b2.js.br": {Data: []byte("as brotli")},
			"assets/index-a1b2.js.gz": {Data: gzipped("console.log(1)")},
			".keep":                   {Data: []byte("")},
			".vite/manifest.json":     {Data: []byte("{}")},
		}}
	if change != nil {
		change(&d)
	}
	h.serve(d)
	return h
}

// now is today, until it is moved.
func (h *house) now() time.Time { return today.Add(time.Duration(h.late.Load())) }

func (h *house) move(d time.Duration) { h.late.Add(int64(d)) }

func newFlow(t *testing.T, ctx context.Context, s *store.Store, sim *zalotest.Server, now func() time.Time) *flow.Flow {
	t.Helper()
	secrets, err := access.NewSecrets(make([]byte, 32))
	if err != nil {
		t.Fatal(err)
	}
	tokens := access.NewTokenStore(s, secrets, now)
	if err := tokens.Begin(ctx, sim.Token(), false); err != nil {
		t.Fatal(err)
	}
	units := routing.DefaultRegistry()
	quiet := slog.New(slog.DiscardHandler)
	f := flow.New(flow.Deps{
		Store: s, Units: units, Secrets: secrets, Log: quiet, Now: now,
		Base:  answer.NewBase(answer.Options{UnitName: units.Name, Places: units.PlacesNamed, PlacesToday: units.PlacesToday, PublicURL: publicURL}),
		Inbox: queue.New(s, "inbox", queue.Options{Logger: quiet}), Outbox: queue.New(s, "outbox", queue.Options{Logger: quiet}),
		PublicURL: publicURL,
	})
	f.Connect(zalo.NewClient(sim.Config(), tokens), sim.Config().OAID, "")
	f.Access.DemoPersona = func(id string) (access.Persona, bool) {
		p, ok := sim.Persona(id)
		return access.Persona{Name: p.Name, OAUserID: p.UserID, AppUserID: p.AppUserID}, ok
	}
	return f
}

func gzipped(text string) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, _ = w.Write([]byte(text))
	_ = w.Close()
	return out.Bytes()
}

func (h *house) serve(d Deps) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		h.t.Fatal(err)
	}
	app := New(d)
	done := make(chan struct{})
	go func() { defer close(done); _ = app.Listener(l) }()
	h.t.Cleanup(func() { _ = app.ShutdownWithTimeout(5 * time.Second); <-done })
	h.url = "http://" + l.Addr().String()
}

// response is what came back.
type response struct {
	status int
	header http.Header
	body   string
}

// call sends a request; headers come in pairs.
func (h *house) call(method, path, body string, headers ...string) response {
	h.t.Helper()
	req, err := http.NewRequestWithContext(h.t.Context(), method, h.url+path, strings.NewReader(body))
	if err != nil {
		h.t.Fatal(err)
	}
	for i := 0; i < len(headers); i += 2 {
		req.Header.Set(headers[i], headers[i+1])
	}
	client := http.Client{Transport: &http.Transport{DisableKeepAlives: true}, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := client.Do(req)
	if err != nil {
		h.t.Fatal(err)
	}
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	if err != nil {
		h.t.Fatal(err)
	}
	a := response{res.StatusCode, res.Header, string(data)}
	if a.header.Get("Content-Encoding") == "" { // what is packed was held to it unpacked
		h.holdToContract(method, path, a)
	}
	return a
}

func (h *house) holdToContract(method, path string, a response) {
	h.t.Helper()
	h.contract.keeps(h.t, method, path, a)
	if path, ours := strings.CutPrefix(path, "/api/v1"); ours {
		_, name := h.contract.response(method, path, a.status)
		h.given[name] = true
	}
}

func (h *house) get(path string, headers ...string) response {
	h.t.Helper()
	return h.call("GET", path, "", headers...)
}

// login opens a session for a persona and returns the Authorization header.
func (h *house) login(persona string) []string {
	h.t.Helper()
	a := h.call("POST", "/api/v1/session", `{"persona":"`+persona+`"}`)
	var s struct{ Token string }
	if err := json.Unmarshal([]byte(a.body), &s); err != nil || s.Token == "" {
		h.t.Fatalf("login: %d %s", a.status, a.body)
	}
	return []string{"Authorization", "Bearer " + s.Token}
}

func (h *house) persona(t *testing.T, id string) zalotest.Persona {
	t.Helper()
	p, ok := h.sim.Persona(id)
	if !ok {
		t.Fatalf("the simulator has no %s", id)
	}
	return p
}

func (a response) wantStatus(t *testing.T, status int) response {
	t.Helper()
	if a.status != status {
		t.Fatalf("status %d, want %d: %s", a.status, status, a.body)
	}
	return a
}

func (a response) wantText(t *testing.T, pieces ...string) {
	t.Helper()
	for _, p := range pieces {
		if !strings.Contains(a.body, p) {
			t.Errorf("no %q in the answer:\n%s", p, a.body)
		}
	}
}

func (a response) wantNoText(t *testing.T, pieces ...string) {
	t.Helper()
	for _, p := range pieces {
		if strings.Contains(a.body, p) {
			t.Errorf("%q is in the answer:\n%s", p, a.body)
		}
	}
}
