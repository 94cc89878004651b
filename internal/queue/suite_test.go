package queue

import (
	"context"
	"log/slog"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"phatngon/internal/store"
)

// forever is longer than any test: what must happen at once cannot be owed to a
// timer that long.
const forever = time.Hour

// clock is a time that stands still until it is moved.
type clock struct{ at atomic.Int64 }

func newClock() *clock {
	c := &clock{}
	c.at.Store(time.Date(2026, 11, 23, 7, 0, 0, 0, time.UTC).UnixNano())
	return c
}

func (c *clock) now() time.Time { return time.Unix(0, c.at.Load()).UTC() }

func (c *clock) advance(d time.Duration) { c.at.Add(int64(d)) }

func quiet(o Options) Options {
	o.Logger = slog.New(slog.DiscardHandler)
	return o
}

// start runs q until the test ends or stop is called; stop returns when Run has.
func start(t *testing.T, q *Queue, handle Handler) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- q.Run(ctx, handle) }()
	stop = sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("Run: %v", err)
		}
	})
	t.Cleanup(stop)
	return stop
}

func put(t *testing.T, q *Queue, items ...Item) []bool {
	t.Helper()
	added, err := q.Put(t.Context(), items...)
	if err != nil {
		t.Fatal(err)
	}
	return added
}

// receive waits for the next value; the test's own deadline is the limit.
func receive[T any](t *testing.T, from <-chan T) T {
	t.Helper()
	select {
	case v := <-from:
		return v
	case <-time.After(20 * time.Second):
		t.Fatal("nothing came")
		panic("unreachable")
	}
}

func stateOf(t *testing.T, q *Queue, id string) Item {
	t.Helper()
	item, err := q.Item(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return item
}

// atRest waits until the outcome of an item's attempt is stored.
func atRest(t *testing.T, q *Queue, id string) Item {
	t.Helper()
	for {
		item := stateOf(t, q, id)
		if item.State != store.ItemWorking {
			return item
		}
		runtime.Gosched()
	}
}
