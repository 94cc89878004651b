package flow_test

import (
	"bytes"
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow"
	"phatngon/internal/flow/access"
	"phatngon/internal/flow/delivery"
	"phatngon/internal/queue"
	"phatngon/internal/queue/budget"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/internal/zalo"
	"phatngon/internal/zalo/zalotest"
	"phatngon/knowledge/answer"
)

// world is what outlives a process: the database, Zalo, and time.
type world struct {
	t       *testing.T
	ctx     context.Context
	base    *store.Store
	sim     *zalotest.Server
	clock   *clock
	log     *bytes.Buffer
	logger  *slog.Logger
	secrets access.Secrets
	alive   atomic.Pointer[process] // who answers the webhook; nil: nobody
	plant   func(*flow.Flow)        // a mistake to be caught, or nil
	hold    bool                    // the outbox is not worked off
	storm   bool                    // Zalo takes nothing more this minute
	runs    int                     // numbers what runs make
	erased  int
}

// lease is longer than any run, and shorter than the life of Zalo's token.
const lease = 10 * time.Minute

func newWorld(t *testing.T, s *store.Store) *world {
	t.Helper()
	w := &world{t: t, ctx: t.Context(), base: s, log: &bytes.Buffer{}, clock: &clock{at: time.Date(2026, 11, 23, 9, 0, 0, 0, calendar.Zone)}}
	w.logger = slog.New(slog.NewTextHandler(&locked{w: w.log}, nil))
	hours := []time.Duration{time.Hour, time.Hour, time.Hour, time.Hour, time.Hour}
	w.sim = zalotest.New(zalotest.Options{Now: w.clock.now, Retries: hours, WebhookTimeout: time.Minute})
	var err error
	if w.secrets, err = access.NewSecrets(make([]byte, 32)); err != nil {
		t.Fatal(err)
	}
	s.EraseUnder(w.secrets.Derive("erasure"))
	if err := access.NewTokenStore(s, w.secrets, w.clock.now).Begin(w.ctx, w.sim.Token(), false); err != nil {
		t.Fatal(err)
	}
	door := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		if p := w.alive.Load(); p != nil {
			p.door.ServeHTTP(rw, r)
			return
		}
		rw.WriteHeader(http.StatusServiceUnavailable)
	}))
	w.sim.SetWebhook(door.URL)
	t.Cleanup(func() {
		w.sim.Close()
		door.Close()
		if p := w.alive.Load(); p != nil {
			p.kill()
		}
	})
	return w
}

// process is one program over the world, from its start to its death.
type process struct {
	*office
	fault   *storetest.Fault
	door    http.Handler
	work    context.Context
	stop    context.CancelFunc
	workers sync.WaitGroup
	sending sync.Once
}

// registry is read once: it takes longer than a story.
var registry = sync.OnceValue(routing.DefaultRegistry)

// start is what the program does when it starts.
func (w *world) start(fault *storetest.Fault) *process {
	w.t.Helper()
	s := storetest.Faulty(w.base, fault)
	units := registry()
	quick := queue.Options{Workers: 2, Lease: lease, Now: w.clock.now, Poll: 5 * time.Millisecond, Logger: w.logger, Backoff: func(int) time.Duration { return time.Second }}
	p := &process{fault: fault, office: &office{t: w.t, ctx: w.ctx, sim: w.sim, clock: w.clock, log: w.log}}
	p.work, p.stop = context.WithCancel(context.Background())
	deps := flow.Deps{
		Store: s, Units: units, Secrets: w.secrets, Log: w.logger, Now: w.clock.now,
		Base:  answer.NewBase(answer.Options{UnitName: units.Name, Places: units.PlacesNamed, PlacesToday: units.PlacesToday, PublicURL: "https://phatngon.example"}),
		Inbox: queue.New(s, "inbox", quick), Outbox: queue.New(s, "outbox", quick), PublicURL: "https://phatngon.example",
	}
	if w.storm {
		deps.Pace = w.usedUp()
		quick.Gate = delivery.OutboxGate(deps.Pace)
		deps.Outbox = queue.New(s, "outbox", quick)
	}
	p.Flow = flow.New(deps)
	if w.plant != nil {
		w.plant(p.Flow)
	}
	p.Connect(zalo.NewClient(observed(w.sim.Config(), p.Flow), access.NewTokenStore(s, w.secrets, w.clock.now)), w.sim.Config().OAID, "")
	for _, begin := range []func(context.Context) error{p.Index.Load, p.Requests.AdoptApproved, p.Relay.Sweep} {
		if err := begin(w.ctx); err != nil {
			w.t.Fatal(err)
		}
	}
	p.workers.Go(func() { _ = p.Inbox.Run(p.work, p.Inbound.Handle) })
	if !w.hold {
		p.send()
	}
	p.door = p.webhook(w.sim.Secrets())
	w.alive.Store(p)
	return p
}

// usedUp is a budget whose calls of this minute are used up, but for those that may tell
// of a wait.
func (w *world) usedUp() *budget.Budget {
	b := budget.New(budget.Options{Now: w.clock.now})
	for range 95 {
		b.Observe(budget.Outcome{})
	}
	return b
}

// send begins to work off the outbox.
func (p *process) send() {
	p.sending.Do(func() { p.workers.Go(func() { _ = p.Outbox.Run(p.work, p.Delivery.Handle) }) })
}

// kill ends the process: nothing of it reaches the database any more.
func (p *process) kill() {
	p.fault.Kill()
	p.stop()
	p.workers.Wait()
}

// settle lets everything come to rest; false: the process died of it.
func (w *world) settle(p *process) bool {
	w.t.Helper()
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	idle, calm := 0, 0
	for began := time.Now(); ; <-tick.C {
		if time.Since(began) > 20*time.Second {
			w.t.Fatalf("does not come to rest; waiting: %v", w.waiting())
		}
		w.sim.RetryNow()
		if err := w.sim.Settle(w.ctx); err != nil {
			w.t.Fatal(err)
		}
		if p.fault.Dead() {
			return false
		}
		pending, working := w.open()
		if pending+working == 0 {
			if calm++; calm == 3 { // what was done after Settle may lead to an event, and that to a reply
				return true
			}
			continue
		}
		calm = 0
		if working > 0 {
			idle = 0
			continue
		}
		w.clock.move(w.tick()) // what waits for its time has it
		if idle++; idle%200 == 0 {
			w.clock.move(lease)
			w.sweep(p)
		}
	}
}

// tick is how much time passes when nothing is at work.
func (w *world) tick() time.Duration {
	if w.storm {
		return 5 * time.Second
	}
	return 50 * time.Millisecond
}

// sweep has lanes looked at as the queue itself does once per lease, by a clock that the
// test does not move: a lane that was put into just while it was freed of a dead owner.
func (w *world) sweep(p *process) {
	for _, q := range []*queue.Queue{p.Inbox, p.Outbox} {
		items, _, err := w.base.Queue(map[*queue.Queue]string{p.Inbox: "inbox", p.Outbox: "outbox"}[q]).ItemsIn(w.ctx, store.ItemPending, "", 100)
		if err == nil && len(items) > 0 {
			_, err = q.Put(w.ctx, items...)
		}
		if err != nil {
			w.t.Log(err)
		}
	}
}

func (w *world) queues() []string {
	if w.hold {
		return []string{"inbox"}
	}
	return []string{"inbox", "outbox"}
}

func (w *world) open() (pending, working int) {
	for _, name := range w.queues() {
		n, err := w.base.Queue(name).CountItems(w.ctx, store.ItemPending, store.ItemWorking)
		if err != nil {
			w.t.Fatal(err)
		}
		pending, working = pending+n[store.ItemPending], working+n[store.ItemWorking]
		if w.storm && n[store.ItemWorking] > 0 {
			left := w.left(name)
			pending, working = pending+left, working-left
		}
	}
	return pending, working
}

// left is how many items a dead process was at work on, whose lanes wait for their turn.
func (w *world) left(name string) (n int) {
	items, _, err := w.base.Queue(name).ItemsIn(w.ctx, store.ItemWorking, "", 100)
	if err != nil {
		w.t.Fatal(err)
	}
	for _, it := range items {
		if lane, err := w.base.Queue(name).Lane(w.ctx, it.Lane); err == nil && lane.Owner == "" && lane.Due.After(w.clock.now()) {
			n++
		}
	}
	return n
}

func (w *world) waiting() (out []string) {
	for _, name := range w.queues() {
		for _, state := range []string{store.ItemPending, store.ItemWorking} {
			items, _, _ := w.base.Queue(name).ItemsIn(w.ctx, state, "", 10)
			for _, it := range items {
				out = append(out, strings.Join([]string{name, it.State, it.Kind, it.ID, it.NotBefore.String(), it.Reason}, " "))
			}
		}
	}
	return out
}
