package queue

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
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

func (c *clock) now() time.Time          { return time.Unix(0, c.at.Load()).UTC() }
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

func TestOneEventPutAHundredTimesIsOneItem(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		q := New(s, "inbox", quiet(Options{}))
		var handled, added atomic.Int64
		var all sync.WaitGroup
		for range 100 {
			all.Go(func() {
				ok, err := q.Put(t.Context(), Item{ID: "e1", Lane: "oa:1", Body: []byte("chào")})
				if err != nil {
					t.Error(err)
				} else if ok[0] {
					added.Add(1)
				}
			})
		}
		all.Wait()
		put(t, q, Item{ID: "last", Lane: "oa:1"})
		done := make(chan string)
		stop := start(t, q, func(_ context.Context, j *Job) error {
			handled.Add(1)
			if j.ID == "last" {
				close(done)
			}
			return nil
		})
		receive(t, done)
		stop()
		if added.Load() != 1 || handled.Load() != 2 {
			t.Errorf("added %d times, handled %d items; want 1 and 2", added.Load(), handled.Load())
		}
	})
}

func TestALaneIsHandledInOrderByOneAtATime(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		const lanes, each = 12, 6
		var mu sync.Mutex
		order, working := map[string][]string{}, map[string]int{}
		var left sync.WaitGroup
		left.Add(lanes * each)
		handle := func(_ context.Context, j *Job) error {
			defer left.Done()
			mu.Lock()
			working[j.Lane]++
			if working[j.Lane] > 1 {
				t.Errorf("two items of lane %s at the same time", j.Lane)
			}
			order[j.Lane] = append(order[j.Lane], string(j.Body))
			mu.Unlock()
			mu.Lock()
			working[j.Lane]--
			mu.Unlock()
			return nil
		}
		one, two := New(s, "inbox", quiet(Options{})), New(s, "inbox", quiet(Options{}))
		start(t, one, handle)
		start(t, two, handle)
		var all sync.WaitGroup
		for lane := range lanes {
			all.Go(func() {
				for n := range each {
					id := fmt.Sprintf("%d/%d", lane, n)
					if _, err := one.Put(t.Context(), Item{ID: id, Lane: strconv.Itoa(lane), Body: []byte(strconv.Itoa(n))}); err != nil {
						t.Error(err)
					}
				}
			})
		}
		all.Wait()
		left.Wait()
		for lane, got := range order {
			if !slices.IsSorted(got) || len(got) != each {
				t.Errorf("lane %s was handled in the order %v", lane, got)
			}
		}
	})
}

func TestNothingPutHereWaitsForAPoll(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		q := New(s, "inbox", quiet(Options{Poll: forever, Lease: forever}))
		var left sync.WaitGroup
		left.Add(60)
		start(t, q, func(context.Context, *Job) error { left.Done(); return nil })
		var all sync.WaitGroup
		for i := range 60 { // in two lanes, so that many are put while the lane is let go
			all.Go(func() {
				if _, err := q.Put(t.Context(), Item{ID: strconv.Itoa(i), Lane: strconv.Itoa(i % 2)}); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		left.Wait() // hangs if one is missed
		if counts, err := q.Counts(t.Context()); err != nil || counts[store.ItemAside] != 0 {
			t.Errorf("counts %v, %v", counts, err)
		}
	})
}

func TestALaneWithALongBacklogLetsOthersHaveTheirTurn(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		q := New(s, "inbox", quiet(Options{Workers: 1, Poll: forever}))
		var items []Item
		for i := range 3 * turn {
			items = append(items, Item{ID: strconv.Itoa(i), Lane: "busy"})
		}
		put(t, q, items...)
		put(t, q, Item{ID: "other", Lane: "other"})
		handled := make(chan string, len(items)+1)
		start(t, q, func(_ context.Context, j *Job) error { handled <- j.Lane; return nil })
		var before int
		for receive(t, handled) != "other" {
			before++
		}
		if before > 2*turn {
			t.Errorf("another lane waited for %d items", before)
		}
	})
}

func TestRetryMakesTheLaneWaitAndCountsNoAttempt(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		c := newClock()
		q := New(s, "outbox", quiet(Options{Now: c.now, Poll: time.Millisecond, MaxAttempts: 1}))
		handled := make(chan string, 10)
		tries := 0
		stop := start(t, q, func(_ context.Context, j *Job) error {
			handled <- j.ID
			if j.ID == "a1" {
				if tries++; tries < 3 {
					return fmt.Errorf("send: %w", Retry(time.Minute, "Zalo bận"))
				}
			}
			return nil
		})
		put(t, q, Item{ID: "a1", Lane: "a"}, Item{ID: "a2", Lane: "a"})
		got := []string{receive(t, handled)}
		put(t, q, Item{ID: "b1", Lane: "b"})
		got = append(got, receive(t, handled))
		waiting := stateOf(t, q, "a1")
		for range 2 {
			c.advance(time.Minute)
			got = append(got, receive(t, handled))
		}
		got = append(got, receive(t, handled))
		stop()
		if diff := cmp.Diff([]string{"a1", "b1", "a1", "a1", "a2"}, got); diff != "" {
			t.Errorf("order: -want +got\n%s", diff)
		}
		if waiting.Reason != "Zalo bận" || waiting.Attempts != 0 || waiting.State != store.ItemPending {
			t.Errorf("while it waits: %+v", waiting)
		}
		if item := stateOf(t, q, "a1"); item.State != store.ItemDone || item.Reason != "" {
			t.Errorf("at last: %+v", item)
		}
	})
}

func TestWhatFailsTooOftenIsSetAsideAndComesBackWhenAsked(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		c := newClock()
		q := New(s, "outbox", quiet(Options{Now: c.now, Poll: time.Millisecond, MaxAttempts: 3,
			Backoff: func(attempt int) time.Duration { return time.Duration(attempt) * time.Minute }}))
		handled := make(chan int, 10)
		var fail atomic.Bool
		fail.Store(true)
		start(t, q, func(_ context.Context, j *Job) error {
			defer func() { handled <- j.Attempts }()
			if j.ID == "next" || !fail.Load() {
				return nil
			}
			if j.Attempts == 2 {
				panic("nil map")
			}
			return errors.New("cổng gửi tin không trả lời")
		})
		put(t, q, Item{ID: "m1", Lane: "a"}, Item{ID: "next", Lane: "a"})
		attempts := []int{receive(t, handled)}
		c.advance(time.Minute)
		attempts = append(attempts, receive(t, handled))
		c.advance(2 * time.Minute)
		attempts = append(attempts, receive(t, handled), receive(t, handled))
		if diff := cmp.Diff([]int{1, 2, 3, 1}, attempts); diff != "" {
			t.Errorf("attempts of m1, then next: -want +got\n%s", diff)
		}
		aside, _, err := q.SetAside(t.Context(), "", 10)
		if err != nil || len(aside) != 1 || aside[0].ID != "m1" || aside[0].Reason != "cổng gửi tin không trả lời" {
			t.Fatalf("set aside: %+v, %v", aside, err)
		}
		if in, err := q.AsideIn(t.Context(), "a"); err != nil || len(in) != 1 {
			t.Errorf("set aside in the lane: %d, %v", len(in), err)
		}
		fail.Store(false)
		if err := q.Requeue(t.Context(), "m1"); err != nil {
			t.Fatal(err)
		}
		if n := receive(t, handled); n != 1 {
			t.Errorf("a new round begins at attempt %d", n)
		}
		if err := q.Requeue(t.Context(), "m1"); !errors.Is(err, desk.ErrConflict) {
			t.Errorf("requeue of what is not aside: %v, want ErrConflict", err)
		}
		if err := q.Requeue(t.Context(), "none"); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("requeue of nothing: %v, want ErrNotFound", err)
		}
	})
}

func TestAsideKeepsTheItemAndTheLaneGoesOn(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		q := New(s, "outbox", quiet(Options{}))
		handled := make(chan string, 2)
		stop := start(t, q, func(_ context.Context, j *Job) error {
			defer func() { handled <- j.ID }()
			if j.ID == "m1" {
				return Aside("Người nhận đã chặn.")
			}
			j.Ref = "zalo-2"
			return nil
		})
		put(t, q, Item{ID: "m1", Lane: "a", Body: []byte("x")}, Item{ID: "m2", Lane: "a"})
		receive(t, handled)
		receive(t, handled)
		stop()
		if item := stateOf(t, q, "m1"); item.State != store.ItemAside || item.Reason != "Người nhận đã chặn." || string(item.Body) != "x" {
			t.Errorf("set aside: %+v", item)
		}
		if item, err := q.FindRef(t.Context(), "zalo-2"); err != nil || item.ID != "m2" {
			t.Errorf("by ref: %q, %v", item.ID, err)
		}
		if _, err := q.FindRef(t.Context(), ""); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("by no ref: %v, want ErrNotFound", err)
		}
		if err := q.Settle(t.Context(), "m1", "zalo-1"); err != nil {
			t.Fatal(err)
		}
		if item, err := q.FindRef(t.Context(), "zalo-1"); err != nil || item.State != store.ItemDone {
			t.Errorf("settled: %+v, %v", item, err)
		}
		recent, err := q.Recent(t.Context(), "a", 1)
		if err != nil || len(recent) != 1 || recent[0].ID != "m2" {
			t.Errorf("most recent: %+v, %v", recent, err)
		}
	})
}

func TestPruneForgetsOnlyWhatIsDone(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		c := newClock()
		q := New(s, "inbox", quiet(Options{Now: c.now}))
		handled := make(chan string, 2)
		stop := start(t, q, func(_ context.Context, j *Job) error {
			defer func() { handled <- j.ID }()
			if j.ID == "aside" {
				return Aside("x")
			}
			return nil
		})
		put(t, q, Item{ID: "done", Lane: "a"}, Item{ID: "aside", Lane: "a"})
		receive(t, handled)
		receive(t, handled)
		stop()
		put(t, q, Item{ID: "pending", Lane: "a"})
		if added := put(t, q, Item{ID: "done", Lane: "a"}); added[0] {
			t.Error("what is done was put again")
		}
		if err := q.Prune(t.Context(), c.now().Add(time.Second)); err != nil {
			t.Fatal(err)
		}
		for id, want := range map[string]error{"done": desk.ErrNotFound, "aside": nil, "pending": nil} {
			if _, err := q.Item(t.Context(), id); !errors.Is(err, want) {
				t.Errorf("%s: %v, want %v", id, err, want)
			}
		}
	})
}

func TestPutRefusesWhatCouldNotBeHandledOnceOrInOrder(t *testing.T) {
	q := New(storetest.Embedded(t, t.TempDir()), "inbox", quiet(Options{}))
	for _, item := range []Item{{Lane: "a"}, {ID: "1"}} {
		if _, err := q.Put(t.Context(), item); err == nil {
			t.Errorf("%+v was put", item)
		}
	}
}
