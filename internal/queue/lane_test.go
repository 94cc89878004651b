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

func TestALeaseIsRenewedWhileTheLaneIsOurs(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		c := newClock()
		q := New(s, "inbox", quiet(Options{Now: c.now, Lease: time.Minute}))
		put(t, q, Item{ID: "m1", Lane: "a"})
		lane, err := q.s.Lane(t.Context(), "a")
		if err != nil {
			t.Fatal(err)
		}
		h, held, err := q.claim(t.Context(), lane)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := q.claim(t.Context(), lane); !errors.Is(err, errLost) {
			t.Errorf("claimed a second time: %v, want errLost", err)
		}
		c.advance(40 * time.Second)
		put(t, q, Item{ID: "m2", Lane: "a"}) // raises the lane's version
		h.renew(held)
		if got := h.until().Sub(c.now()); got != time.Minute || held.Err() != nil {
			t.Errorf("renewed for %v, %v", got, held.Err())
		}
		c.advance(2 * time.Minute)
		stolen, err := q.s.Lane(t.Context(), "a")
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := q.claim(t.Context(), stolen); err != nil {
			t.Fatal(err)
		}
		h.renew(held)
		if !errors.Is(context.Cause(held), errLost) {
			t.Errorf("the job goes on without its lane: %v", context.Cause(held))
		}
		if err := h.release(t.Context(), c.now()); err == nil {
			t.Error("released a lane of another owner")
		}
	})
}

func TestWhatIsPutWhileALaneIsLetGoIsSeen(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		q := New(s, "inbox", quiet(Options{}))
		put(t, q, Item{ID: "m1", Lane: "a", NotBefore: time.Now().Add(forever)})
		lane, err := q.s.Lane(t.Context(), "a")
		if err != nil {
			t.Fatal(err)
		}
		h, held, err := q.claim(t.Context(), lane)
		if err != nil {
			t.Fatal(err)
		}
		_, due, err := q.head(held, "a") // nothing to do now
		if err != nil || due.IsZero() {
			t.Fatalf("due %v, %v", due, err)
		}
		put(t, q, Item{ID: "m2", Lane: "a"})
		if err := h.release(held, due); !errors.Is(err, desk.ErrConflict) {
			t.Errorf("let go of a lane in which something is new: %v, want ErrConflict", err)
		}
		if err := h.check(held); err != nil {
			t.Errorf("the lane was lost to a put: %v", err)
		}
	})
}

func TestAnOwnerWhoWakesUpTooLateDoesNotStart(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		c := newClock()
		q := New(s, "inbox", quiet(Options{Now: c.now, Lease: time.Minute}))
		put(t, q, Item{ID: "m1", Lane: "a"})
		lane, err := q.s.Lane(t.Context(), "a")
		if err != nil {
			t.Fatal(err)
		}
		h, held, err := q.claim(t.Context(), lane)
		if err != nil {
			t.Fatal(err)
		}
		head, _, err := q.head(held, "a")
		if err != nil {
			t.Fatal(err)
		}
		c.advance(2 * time.Minute)
		if lane, err = q.s.Lane(t.Context(), "a"); err != nil {
			t.Fatal(err)
		}
		if _, _, err := q.claim(t.Context(), lane); err != nil {
			t.Fatal(err)
		}
		err = q.attempt(held, h, &head, func(context.Context, *Job) error {
			t.Error("handled by the former owner")
			return nil
		})
		if !errors.Is(err, errLost) {
			t.Errorf("got %v, want errLost", err)
		}
	})
}

func TestALaneLetGoIsNotRenewed(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		q := New(s, "inbox", quiet(Options{}))
		put(t, q, Item{ID: "m1", Lane: "a"})
		lane, err := q.s.Lane(t.Context(), "a")
		if err != nil {
			t.Fatal(err)
		}
		h, held, err := q.claim(t.Context(), lane)
		if err != nil {
			t.Fatal(err)
		}
		if err := h.release(held, store.Never); err != nil {
			t.Fatal(err)
		}
		h.renew(held)
		if lane, err = q.s.Lane(t.Context(), "a"); err != nil || lane.Owner != "" || !lane.Due.Equal(store.Never) {
			t.Errorf("after a late renewal: %+v, %v", lane, err)
		}
	})
}
