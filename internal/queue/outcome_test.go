package queue

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

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
		waiting := atRest(t, q, "a1")
		for range 2 {
			atRest(t, q, "a1")
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
		atRest(t, q, "m1")
		c.advance(time.Minute)
		attempts = append(attempts, receive(t, handled))
		atRest(t, q, "m1")
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

func TestAnItemTakesTheOnesBehindItAlongOnceAndInOrder(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		q := New(s, "outbox", quiet(Options{Poll: time.Millisecond}))
		handled := make(chan string, 10)
		put(t, q, Item{ID: "m1", Lane: "a"}, Item{ID: "m2", Lane: "a"}, Item{ID: "m3", Lane: "a"}, Item{ID: "m4", Lane: "a"}, Item{ID: "other", Lane: "b"})
		start(t, q, func(ctx context.Context, j *Job) error {
			if j.ID != "m1" {
				handled <- j.ID
				return nil
			}
			behind, err := j.Behind(ctx, 2)
			if err != nil {
				return err
			}
			j.Ref = "r1"
			for range 2 { // twice is once
				if err := j.Finish(ctx, behind[0].ID, behind[1].ID, "unknown"); err != nil {
					return err
				}
			}
			handled <- j.ID + "+" + behind[0].ID + "+" + behind[1].ID
			return nil
		})
		got := map[string]bool{receive(t, handled): true, receive(t, handled): true, receive(t, handled): true}
		if !got["m1+m2+m3"] || !got["m4"] || !got["other"] {
			t.Errorf("handled %v", got)
		}
		for _, id := range []string{"m2", "m3"} {
			if item := stateOf(t, q, id); item.State != store.ItemDone || item.Ref != "r1" || item.Attempts != 0 {
				t.Errorf("taken along: %+v", item)
			}
		}
	})
}
