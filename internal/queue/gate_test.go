package queue

import (
	"context"
	"sync"
	"testing"
	"time"

	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

// turnstile lets through while it is open, and is told who is done.
type turnstile struct {
	mu    sync.Mutex
	open  bool
	asked int
	shown []string // ids of the items it was last shown
	done  []string
}

func (g *turnstile) Admit(open []Item) time.Duration {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.asked++
	g.shown = nil
	for _, item := range open {
		g.shown = append(g.shown, item.ID)
	}
	if g.open {
		return 0
	}
	return time.Minute
}

func (g *turnstile) Done(item Item) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.done = append(g.done, item.ID)
}

func (g *turnstile) set(open bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.open = open
}

func (g *turnstile) times() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.asked
}

func TestAGateKeepsAnItemWaitingWithoutCountingAttempts(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		c, g := newClock(), &turnstile{}
		q := New(s, "outbox", quiet(Options{Now: c.now, Lease: forever, Poll: time.Millisecond, Gate: g}))
		handled := make(chan Item, 2)
		start(t, q, func(_ context.Context, j *Job) error { handled <- j.Item; return nil })
		put(t, q, Item{ID: "m1", Lane: "a", Priority: 2})
		for g.times() == 0 {
			atRest(t, q, "m1")
		}
		if m := stateOf(t, q, "m1"); m.State != store.ItemPending || m.Attempts != 0 || m.Version != 1 {
			t.Errorf("while it waits: %+v", m)
		}
		put(t, q, Item{ID: "m2", Lane: "a"}) // perhaps more urgent: the gate is asked before the time it gave
		for g.times() == 1 {
			atRest(t, q, "m1")
		}
		g.set(true)
		c.advance(time.Minute)
		first, second := receive(t, handled), receive(t, handled)
		if first.ID != "m1" || first.Attempts != 1 || first.Priority != 2 || second.ID != "m2" {
			t.Errorf("handled %+v, then %+v", first, second)
		}
	})
}

func TestAGateSeesWhatWaitsInTheLaneAndHearsWhenItIsDone(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		g := &turnstile{open: true}
		q := New(s, "outbox", quiet(Options{Gate: g}))
		put(t, q, Item{ID: "m1", Lane: "a"}, Item{ID: "m2", Lane: "a"})
		var shown []string
		handled := make(chan bool, 2)
		stop := start(t, q, func(_ context.Context, j *Job) error {
			if j.ID == "m1" {
				shown = g.shown
			}
			handled <- true
			return Aside("no")
		})
		receive(t, handled)
		receive(t, handled)
		stop()
		if len(shown) != 2 || len(g.done) != 2 || g.done[0] != "m1" {
			t.Errorf("shown %v, done %v", shown, g.done)
		}
	})
}
