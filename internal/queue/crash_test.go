package queue

import (
	"context"
	"errors"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

func TestALaneIsTakenOverWhenItsOwnerFallsSilent(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		c := newClock()
		o := quiet(Options{Now: c.now, Lease: forever, Poll: time.Millisecond})
		silent, other := New(s, "outbox", o), New(s, "outbox", o)
		put(t, silent, Item{ID: "m1", Lane: "a"}, Item{ID: "m2", Lane: "a"})

		marked, wake, late := make(chan bool), make(chan bool), make(chan error, 1)
		stop := start(t, silent, func(ctx context.Context, j *Job) error {
			if err := j.SetMark(ctx, "sending"); err != nil {
				t.Error(err)
			}
			marked <- true
			<-wake
			late <- j.SetMark(ctx, "sent")
			return nil
		})
		receive(t, marked)
		found, err := (&dispatcher{q: other, busy: map[string]bool{}}).due(t.Context())
		if err != nil || len(found) != 0 {
			t.Errorf("%d lanes to take over before the lease ends, %v", len(found), err)
		}

		c.advance(forever + time.Second)
		jobs := make(chan Item, 2)
		start(t, other, func(_ context.Context, j *Job) error {
			j.Ref = "by other"
			jobs <- j.Item
			return nil
		})
		if j := receive(t, jobs); j.ID != "m1" || j.Mark != "sending" || j.Attempts != 2 {
			t.Errorf("taken over: %+v", j)
		}
		if j := receive(t, jobs); j.ID != "m2" {
			t.Errorf("then came %s", j.ID)
		}
		wake <- true
		if err := receive(t, late); !errors.Is(err, desk.ErrConflict) {
			t.Errorf("the former owner's mark: %v, want ErrConflict", err)
		}
		stop()
		if item := stateOf(t, other, "m1"); item.Ref != "by other" || item.State != store.ItemDone {
			t.Errorf("the former owner's outcome counted: %+v", item)
		}
	})
}

func TestAnItemStoredJustBeforeACrashIsFound(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		q := New(s, "inbox", quiet(Options{Poll: time.Millisecond}))
		for _, id := range []string{"swept", "repeated"} { // Put up to its first write
			if _, err := q.s.InsertItems(t.Context(), []*Item{q.fresh(Item{ID: id, Lane: id})}); err != nil {
				t.Fatal(err)
			}
		}
		if added := put(t, q, Item{ID: "repeated", Lane: "repeated"}); added[0] {
			t.Error("put twice")
		}
		if _, err := q.s.Lane(t.Context(), "repeated"); err != nil {
			t.Errorf("putting it again left the lane asleep: %v", err)
		}
		handled := make(chan string, 2)
		start(t, q, func(_ context.Context, j *Job) error { handled <- j.ID; return nil })
		if got := []string{receive(t, handled), receive(t, handled)}; got[0] == got[1] {
			t.Errorf("handled %v", got)
		}
	})
}

func TestRunFinishesWhatItHoldsAndClaimsNoMore(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		q := New(s, "inbox", quiet(Options{}))
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error)
		begun := make(chan bool)
		go func() {
			ended <- q.Run(ctx, func(ctx context.Context, j *Job) error {
				begun <- true
				cancel()
				return ctx.Err() // still alive
			})
		}()
		put(t, q, Item{ID: "m1", Lane: "a"}, Item{ID: "m2", Lane: "a"})
		receive(t, begun)
		if err := receive(t, ended); err != nil {
			t.Error(err)
		}
		if one, two := stateOf(t, q, "m1"), stateOf(t, q, "m2"); one.State != store.ItemDone || two.State != store.ItemPending || two.Attempts != 0 {
			t.Errorf("m1 is %s, m2 is %s after %d attempts", one.State, two.State, two.Attempts)
		}
		if lane, err := q.s.Lane(t.Context(), "a"); err != nil || lane.Owner != "" || lane.Due.After(time.Now()) {
			t.Errorf("the lane was not let go: %+v, %v", lane, err)
		}
	})
}
