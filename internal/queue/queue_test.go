package queue

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"

	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

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

func TestPutRefusesWhatCouldNotBeHandledOnceOrInOrder(t *testing.T) {
	q := New(storetest.Embedded(t, t.TempDir()), "inbox", quiet(Options{}))
	for _, item := range []Item{{Lane: "a"}, {ID: "1"}} {
		if _, err := q.Put(t.Context(), item); err == nil {
			t.Errorf("%+v was put", item)
		}
	}
}
