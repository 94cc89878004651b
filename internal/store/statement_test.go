package store_test

import (
	"errors"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/knowledge/statement"
)

// One writer's clock is an hour behind the other's: by time, the reader would miss it.
func TestAChangeIsFoundWhateverTheWritersClockSays(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		fast := statement.Statement{Code: "PN-1", UpdatedAt: day.Add(time.Hour)}
		slow := statement.Statement{Code: "PN-2", UpdatedAt: day}
		if err := errors.Join(s.InsertStatement(t.Context(), &fast), s.InsertStatement(t.Context(), &slow)); err != nil {
			t.Fatal(err)
		}
		known, err := s.ChangeNumber(t.Context())
		if err != nil || known != 2 {
			t.Fatalf("number %d, %v; want 2", known, err)
		}
		slow.Status = statement.StatusWithdrawn
		if err := s.ReplaceStatement(t.Context(), &slow); err != nil {
			t.Fatal(err)
		}
		changed, last, err := s.StatementsChangedAfter(t.Context(), known)
		if diff := cmp.Diff([]statement.Statement{slow}, changed); err != nil || diff != "" || last != 3 {
			t.Errorf("up to %d, %v, -changed +found\n%s", last, err, diff)
		}
		if changed, last, err := s.StatementsChangedAfter(t.Context(), last); err != nil || len(changed) != 0 || last != 3 {
			t.Errorf("after the last change: %v, up to %d, %v", changed, last, err)
		}
		all, _, err := s.StatementsChangedAfter(t.Context(), 0)
		if err != nil || len(all) != 2 || all[0].Code != "PN-1" {
			t.Errorf("from the beginning, in order of change: %v, %v", all, err)
		}
	})
}

func TestEveryChangeHasANumberOfItsOwn(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		var mu sync.Mutex
		var seen []int64
		race(8, func(i int) {
			st := statement.Statement{Code: "PN-" + strconv.Itoa(i)}
			if err := s.InsertStatement(t.Context(), &st); err != nil {
				t.Error(err)
				return
			}
			_, last, err := s.StatementsChangedAfter(t.Context(), 0)
			if err != nil {
				t.Error(err)
			}
			mu.Lock()
			defer mu.Unlock()
			seen = append(seen, last)
		})
		changed, last, err := s.StatementsChangedAfter(t.Context(), 0)
		if err != nil || len(changed) != 8 || last != 8 || slices.Max(seen) != 8 {
			t.Errorf("%d changed, up to %d, seen on the way %v, %v", len(changed), last, seen, err)
		}
	})
}

func TestWhatIsDoneAfterAChangeIsNoChange(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		st := statement.Statement{Code: "PN-1"}
		if err := s.InsertStatement(t.Context(), &st, audited("a")); err != nil {
			t.Fatal(err)
		}
		if err := s.Settle(t.Context(), store.Statements, "PN-1", "a"); err != nil {
			t.Fatal(err)
		}
		changed, last, err := s.StatementsChangedAfter(t.Context(), 0)
		if err != nil || len(changed) != 1 || last != 1 {
			t.Errorf("%v, up to %d, %v", changed, last, err)
		}
		stale := statement.Statement{Code: "PN-1", Version: 9}
		if err := s.ReplaceStatement(t.Context(), &stale); !errors.Is(err, desk.ErrConflict) || stale.Version != 9 {
			t.Errorf("a stale replace: %v, version %d", err, stale.Version)
		}
	})
}
