package store_test

import (
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

func TestNumbersAreGivenOnceAndWithoutGaps(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		var mu sync.Mutex
		var got []int64
		race(16, func(int) {
			for range 4 {
				n, err := s.NextNumber(t.Context(), "request/2026")
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				got = append(got, n)
				mu.Unlock()
			}
		})
		slices.Sort(got)
		for i, n := range got {
			if n != int64(i+1) {
				t.Fatalf("numbers %v", got)
			}
		}
		if n, err := s.NextNumber(t.Context(), "request/2027"); err != nil || n != 1 {
			t.Errorf("another name begins with %d, %v", n, err)
		}
	})
}

func TestRevisionsCountBumps(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		if n, err := s.Revision(t.Context(), "knowledge"); err != nil || n != 0 {
			t.Errorf("before any bump %d, %v", n, err)
		}
		for range 3 {
			if _, err := s.BumpRevision(t.Context(), "knowledge"); err != nil {
				t.Fatal(err)
			}
		}
		if n, err := s.Revision(t.Context(), "knowledge"); err != nil || n != 3 {
			t.Errorf("after three bumps %d, %v", n, err)
		}
	})
}

func TestALeaseHasOneOwner(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		ctx := t.Context()
		var mu sync.Mutex
		var owners []string
		race(16, func(i int) {
			owner := "p" + strconv.Itoa(i)
			ok, err := s.AcquireLease(ctx, "zalo-token", owner, time.Minute, day)
			if err != nil {
				t.Error(err)
			}
			if ok {
				mu.Lock()
				owners = append(owners, owner)
				mu.Unlock()
			}
		})
		if len(owners) != 1 {
			t.Fatalf("owners %v, want one", owners)
		}
		acquire := func(owner string, at time.Time) bool {
			t.Helper()
			ok, err := s.AcquireLease(ctx, "zalo-token", owner, time.Minute, at)
			if err != nil {
				t.Fatal(err)
			}
			return ok
		}
		if acquire("other", day.Add(59*time.Second)) {
			t.Error("taken before it ended")
		}
		if !acquire(owners[0], day.Add(59*time.Second)) {
			t.Error("not renewed by its owner")
		}
		if acquire("other", day.Add(61*time.Second)) {
			t.Error("taken though it was renewed")
		}
		if !acquire("other", day.Add(119*time.Second)) {
			t.Error("not taken over after it ended")
		}
		if err := s.ReleaseLease(ctx, "zalo-token", owners[0]); err != nil || acquire("third", day.Add(2*time.Minute)) {
			t.Errorf("released by one who lost it (%v)", err)
		}
		if err := s.ReleaseLease(ctx, "zalo-token", "other"); err != nil || !acquire("third", day.Add(2*time.Minute)) {
			t.Errorf("not released by its owner (%v)", err)
		}
	})
}
