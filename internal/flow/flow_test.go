package flow_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow"
	"phatngon/internal/flow/access"
	"phatngon/internal/flow/requests"
	"phatngon/internal/queue"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/internal/zalo"
	"phatngon/internal/zalo/webhook"
	"phatngon/internal/zalo/zalotest"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// clock is a time that tests move.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) move(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

// office is the product without its surfaces: flow over the embedded store,
// with a simulated Zalo on the other side of a real webhook.
type office struct {
	*flow.Flow
	t     *testing.T
	ctx   context.Context
	sim   *zalotest.Server
	clock *clock
	log   *bytes.Buffer // what was logged; read after the workers stopped
	stop  func()        // ends it before the test ends
}

// people of the tests: health officer, her spokesperson, the office's own.
var (
	drafter = people.Officer{ID: "thao", Name: "Nguyễn Thị Thảo", Role: people.RoleOperator, Unit: "TH-YT", Position: "Chuyên viên"}
	signer  = people.Officer{ID: "ky", Name: "Hoàng Văn Ký", Role: people.RoleSpokesperson, Unit: "TH-YT", Position: "Giám đốc Sở Y tế"}
	second  = people.Officer{ID: "pho", Name: "Lê Thị Phó", Role: people.RoleSpokesperson, Unit: "TH-YT", Position: "Phó Giám đốc Sở Y tế"}
	chief   = people.Officer{ID: "quantri", Name: "Phạm Quản Trị", Role: people.RoleAdmin, Unit: routing.ProvinceOffice, Position: "Quản trị viên"}
)

func newOffice(t *testing.T, statements ...statement.Statement) *office {
	t.Helper()
	return newOfficeWith(t, func(*flow.Deps) {}, statements...)
}

// newOfficeWith lets a test change the flow before anything runs.
func newOfficeWith(t *testing.T, change func(*flow.Deps), statements ...statement.Statement) *office {
	t.Helper()
	return newOfficeOf(t, zalotest.Options{}, change, statements...)
}

// newOfficeOf also says what Zalo is like.
func newOfficeOf(t *testing.T, like zalotest.Options, change func(*flow.Deps), statements ...statement.Statement) *office {
	t.Helper()
	return newOfficeOn(t, storetest.Embedded(t, t.TempDir()), like, change, statements...)
}

// onBoth runs a story in an office on each engine.
func onBoth(t *testing.T, story func(t *testing.T, o *office), statements ...statement.Statement) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		story(t, newOfficeOn(t, s, zalotest.Options{}, func(*flow.Deps) {}, statements...))
	})
}

// aLease is longer than any of these stories: nobody is taken for dead.
const aLease = 1000 * time.Hour

// poll is how soon a queue finds out that its clock was moved: what is put wakes it. To be
// asked all the time costs a server more than all of a story.
func poll(s *store.Store) time.Duration {
	if s.Exclusive() {
		return 5 * time.Millisecond
	}
	return 100 * time.Millisecond
}

// patience is after how long a story is taken to hang. The stand-in of MongoDB reads whole
// collections to answer some queries, so that a crowd costs it more than its number, though
// each of the crowd costs us the same (TestEachOfACrowdCostsTheSame).
func patience() time.Duration {
	if *thorough {
		return time.Hour
	}
	return 5 * time.Minute
}

// newOfficeOn also says where it keeps its data.
func newOfficeOn(t *testing.T, s *store.Store, like zalotest.Options, change func(*flow.Deps), statements ...statement.Statement) *office {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience())
	c := &clock{at: time.Date(2026, 11, 23, 9, 0, 0, 0, calendar.Zone)}
	// Zalo waits two seconds; how busy this machine is must not decide a test.
	like.Now, like.Retries, like.WebhookTimeout = c.now, []time.Duration{}, time.Minute
	sim := zalotest.New(like)
	o := &office{t: t, ctx: ctx, sim: sim, clock: c, log: &bytes.Buffer{}}
	logger := slog.New(slog.NewTextHandler(&locked{w: o.log}, nil))
	units := routing.DefaultRegistry()
	quick := queue.Options{Workers: 4, Lease: aLease, Now: c.now, Poll: poll(s), Logger: logger, Backoff: func(int) time.Duration { return 5 * time.Millisecond }}
	secrets, err := access.NewSecrets(make([]byte, 32))
	if err != nil {
		t.Fatal(err)
	}
	d := flow.Deps{
		Store: s, Units: units, Secrets: secrets, Log: logger, Now: c.now,
		Base:  answer.NewBase(answer.Options{UnitName: units.Name, Places: units.PlacesNamed, PlacesToday: units.PlacesToday, PublicURL: "https://phatngon.example"}),
		Inbox: queue.New(s, "inbox", quick), Outbox: queue.New(s, "outbox", quick),
		PublicURL: "https://phatngon.example",
	}
	change(&d)
	o.Flow = flow.New(d)
	tokens := access.NewTokenStore(s, secrets, c.now)
	if err := tokens.Begin(ctx, sim.Token(), false); err != nil {
		t.Fatal(err)
	}
	o.Connect(zalo.NewClient(observed(sim.Config(), o.Flow), tokens), sim.Config().OAID, "")
	if _, err := o.Statements.Import(ctx, statements); err != nil {
		t.Fatal(err)
	}
	if err := o.Index.Load(ctx); err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(o.webhook(sim.Secrets()))
	sim.SetWebhook(server.URL)
	var workers sync.WaitGroup
	work, stop := context.WithCancel(ctx)
	workers.Go(func() { _ = o.Inbox.Run(work, o.Inbound.Handle) })
	workers.Go(func() { _ = o.Outbox.Run(work, o.Delivery.Handle) })
	o.stop = sync.OnceFunc(func() {
		sim.Close()
		server.Close()
		stop()
		workers.Wait()
		cancel()
		_ = s.Close()
	})
	t.Cleanup(o.stop)
	return o
}

// locked serialises writes of a log.
type locked struct {
	mu sync.Mutex
	w  io.Writer
}

func (l *locked) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(p)
}

// webhook is the door of web in small: verify, then receive.
func (o *office) webhook(secrets webhook.Secrets) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil || secrets.Verify(body, r.Header.Get(webhook.SignatureHeader)) != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		if err := o.Inbound.Receive(r.Context(), body); err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
}

// hears waits for a message of the bot that holds every piece.
func (o *office) hears(persona string, pieces ...string) zalotest.Message {
	o.t.Helper()
	m, err := o.sim.WaitMessage(o.ctx, persona, func(m zalotest.Message) bool {
		if m.From != zalotest.FromBot {
			return false
		}
		for _, p := range pieces {
			if !strings.Contains(m.Text, p) {
				return false
			}
		}
		return true
	})
	if err != nil {
		o.t.Fatalf("%s never heard %q; the chat: %v", persona, pieces, texts(o.sim.Messages(persona)))
	}
	return m
}

// quiet waits until nothing is left to do.
func (o *office) quiet() {
	o.t.Helper()
	for idle := 0; idle < 2; idle++ { // twice: a message that has just gone out makes Zalo speak again
		if err := o.sim.Settle(o.ctx); err != nil {
			o.t.Fatal(err)
		}
		open := 0
		for _, q := range []*queue.Queue{o.Inbox, o.Outbox} {
			n, err := q.Counts(o.ctx)
			if err != nil {
				o.t.Fatal(err)
			}
			open += n[store.ItemPending] + n[store.ItemWorking]
		}
		if open > 0 {
			idle = -1
		}
	}
}

func texts(messages []zalotest.Message) []string {
	var out []string
	for _, m := range messages {
		out = append(out, m.From+": "+m.Text)
	}
	return out
}

func replies(messages []zalotest.Message) int {
	n := 0
	for _, m := range messages {
		if m.From == zalotest.FromBot {
			n++
		}
	}
	return n
}

// must stops a test at an error.
func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// filed lets a person file a request with the health department.
func (o *office) filed(persona, question string, notes ...string) request.Request {
	o.t.Helper()
	who := people.Requester{ID: "oa:" + o.persona(persona).UserID}
	o.sim.OpenChat(persona)
	o.quiet()
	r := must(o.Store.Requester(o.ctx, who.ID))(o.t)
	return must(o.Requests.File(o.ctx, r, requests.Filing{Filing: effect.Filing{Question: question, Notes: notes, Unit: "TH-YT"}, Source: access.Hash(persona + question), Channel: "zalo", At: o.clock.now()}))(o.t)
}

func (o *office) persona(id string) zalotest.Persona {
	p, ok := o.sim.Persona(id)
	if !ok {
		o.t.Fatalf("no persona %s", id)
	}
	return p
}

// at is a form's view of a request now.
func (o *office) at(code string) requests.Ref {
	o.t.Helper()
	return requests.Ref{Code: code, Version: must(o.Store.Request(o.ctx, code))(o.t).Version}
}

// answered takes a request from filing to the signed answer.
func (o *office) answered(code, text string) {
	o.t.Helper()
	steps := []func() error{
		func() error { return o.Requests.Assign(o.ctx, drafter, o.at(code)) },
		func() error { return o.Requests.SaveDraft(o.ctx, drafter, o.at(code), request.Reply{Text: text}) },
		func() error { return o.Requests.Approve(o.ctx, signer, o.at(code), 1) },
	}
	for i, step := range steps {
		if err := step(); err != nil {
			o.t.Fatalf("step %d: %v", i, err)
		}
	}
}

func isRule(err error) bool {
	var rule *desk.RuleError
	return errors.As(err, &rule)
}

func statementOf(code, title, body string, questions ...string) statement.Statement {
	return statement.Statement{
		Code: code, Title: title, Unit: "TH-YT", Spokesperson: "Hoàng Văn Ký", Position: "Giám đốc Sở Y tế",
		SpokespersonKind: "A", Form: statement.FormDocument, Audience: statement.AudiencePublic,
		IssuedAt: time.Date(2026, 11, 20, 9, 0, 0, 0, calendar.Zone), Body: body, Questions: questions,
	}
}

// published makes a request's signed answer a statement: the officer who wrote the
// answer gives it a title, the spokesperson signs it. It returns the code.
func (o *office) published(code string, in publication.Publication) string {
	o.t.Helper()
	at := o.at(code)
	draft := must(o.Statements.PublishAnswer(o.ctx, drafter, at.Code, at.Part, at.Version, in))(o.t)
	if err := o.Statements.Publish(o.ctx, signer, draft.Code, draft.Version); err != nil {
		o.t.Fatal(err)
	}
	return draft.Code
}
