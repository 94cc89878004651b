package store_test

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"phatngon/internal/desk"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

func TestNoEffectIsLostBetweenChangesAndSettling(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		if err := s.SaveSetting(t.Context(), &store.Setting{ID: "calendar"}); err != nil {
			t.Fatal(err)
		}
		var done sync.Map
		race(12, func(i int) {
			for n := range 5 {
				if i%2 == 0 {
					change(t, s, fmt.Sprintf("%d/%d", i, n))
				} else {
					settleSome(t, s, &done)
				}
			}
		})
		left, err := s.Pending(t.Context(), store.Settings, "calendar")
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < 12; i += 2 {
			for n := range 5 {
				key := fmt.Sprintf("%d/%d", i, n)
				if _, ok := done.Load(key); !ok && !slices.Contains(keysOf(left), key) {
					t.Errorf("the effect %s is neither done nor pending", key)
				}
			}
		}
		if err := s.Settle(t.Context(), store.Settings, "calendar", keysOf(left)...); err != nil {
			t.Fatal(err)
		}
		if stored, err := s.Setting(t.Context(), "calendar"); err != nil || stored.Version != 31 {
			t.Errorf("version %d after 30 changes, %v", stored.Version, err)
		}
		if found, err := s.Outstanding(t.Context(), 10); err != nil || len(found) != 0 {
			t.Errorf("outstanding when all is done: %v, %v", found, err)
		}
	})
}

// change saves the setting once more, with an effect.
func change(t *testing.T, s *store.Store, key string) {
	for {
		v, err := s.Setting(t.Context(), "calendar")
		if err == nil {
			err = s.SaveSetting(t.Context(), &v, audited(key))
		}
		if !errors.Is(err, desk.ErrConflict) {
			if err != nil {
				t.Error(err)
			}
			return
		}
	}
}

// settleSome does what is pending, as the relay would.
func settleSome(t *testing.T, s *store.Store, done *sync.Map) {
	pending, err := s.Pending(t.Context(), store.Settings, "calendar")
	for _, key := range keysOf(pending) {
		done.Store(key, true)
		err = errors.Join(err, s.Settle(t.Context(), store.Settings, "calendar", key))
	}
	if err != nil {
		t.Error(err)
	}
}
