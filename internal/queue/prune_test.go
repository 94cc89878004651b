package queue

import (
	"context"
	"errors"
	"strconv"
	"sync"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

// Lanes are removed while they are put into: what is put is handled all the same, once.
func TestNothingPutWhileItsLaneIsRemovedIsForgotten(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		q := New(s, "inbox", quiet(Options{Poll: forever, Lease: forever}))
		const items = 60
		handled := make(chan string, 2*items)
		start(t, q, func(_ context.Context, j *Job) error { handled <- j.ID; return nil })
		ctx, stop := context.WithCancel(t.Context())
		var pruning sync.WaitGroup
		pruning.Go(func() {
			for ctx.Err() == nil {
				if err := errors.Join(q.Prune(t.Context(), time.Now().Add(time.Second)), second(q.Disown(t.Context(), "0", "nobody"))); err != nil {
					t.Error(err)
				}
			}
		})
		var all sync.WaitGroup
		for i := range items {
			all.Go(func() {
				if _, err := q.Put(t.Context(), Item{ID: strconv.Itoa(i), Lane: strconv.Itoa(i % 2)}); err != nil {
					t.Error(err)
				}
			})
		}
		all.Wait()
		once := map[string]bool{}
		for range items {
			id := receive(t, handled)
			if once[id] {
				t.Errorf("item %s was handled twice", id)
			}
			once[id] = true
		}
		stop()
		pruning.Wait()
	})
}

func second(_ bool, err error) error { return err }

func TestADisownedLaneLeavesItsItemsKnownAndNameless(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		q := New(s, "inbox", quiet(Options{Poll: time.Millisecond}))
		put(t, q, Item{ID: "1", Lane: "her", Body: []byte("words")})
		if gone, err := q.Disown(t.Context(), "her", "nobody"); err != nil || gone {
			t.Fatalf("with something to be handled: gone %v, %v", gone, err)
		}
		stop := start(t, q, func(context.Context, *Job) error { return nil })
		for gone := false; !gone; {
			var err error
			if gone, err = q.Disown(t.Context(), "her", "nobody"); err != nil {
				t.Fatal(err)
			}
		}
		stop()
		if item := stateOf(t, q, "1"); item.Lane != "nobody" || item.Body != nil || item.State != store.ItemDone {
			t.Errorf("the item: %+v", item)
		}
		if _, err := q.s.Lane(t.Context(), "her"); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("the lane: %v; want it gone", err)
		}
		if added := put(t, q, Item{ID: "1", Lane: "her"}); added[0] {
			t.Error("the item could be put again")
		}
	})
}
