package store_test

import (
	"errors"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/people"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

func TestWhoWaitsLongestForAnOfficerIsFirst(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		if n, err := s.CountHandOversOpen(t.Context(), ""); err != nil || n != 0 {
			t.Errorf("before anyone waits: %d, %v", n, err)
		}
		for i := range 5 {
			h := handover.HandOver{ID: "h" + strconv.Itoa(i), Unit: "TH-YT", State: map[bool]handover.State{true: handover.Waiting, false: handover.Ended}[i != 2], Requester: "oa:1", Kind: people.Citizen, Open: i != 2, CreatedAt: day.Add(-time.Duration(i) * time.Hour),
				Context: []effect.Line{{At: day, From: "requester", Text: "gặp cán bộ"}}}
			if err := s.InsertHandOver(t.Context(), &h); err != nil {
				t.Fatal(err)
			}
			if err := s.InsertHandOver(t.Context(), &h); !errors.Is(err, desk.ErrConflict) {
				t.Errorf("entered twice: %v", err)
			}
		}
		open := walk(t, 2, func(after string) ([]handover.HandOver, string, error) {
			return s.HandOversOpen(t.Context(), "", after, 2)
		})
		if diff := cmp.Diff([]string{"h4", "h3", "h1", "h0"}, handOverIDs(open)); diff != "" {
			t.Errorf("-want +open\n%s", diff)
		}
		open[0].Open, open[0].ClosedBy, open[0].ClosedAt = false, "o1", day
		if err := s.ReplaceHandOver(t.Context(), &open[0]); err != nil {
			t.Fatal(err)
		}
		if n, err := s.CountHandOversOpen(t.Context(), ""); err != nil || n != 3 {
			t.Errorf("%d wait, %v; want 3", n, err)
		}
		closed, err := s.HandOver(t.Context(), "h4")
		if diff := cmp.Diff(open[0], closed); err != nil || diff != "" {
			t.Errorf("%v, -stored +read\n%s", err, diff)
		}
		own, err := s.HandOversOf(t.Context(), "oa:1", 2)
		if diff := cmp.Diff([]string{"h0", "h1"}, handOverIDs(own)); err != nil || diff != "" {
			t.Errorf("a person's own: %v\n%s", err, diff)
		}
	})
}

func handOverIDs(found []handover.HandOver) []string {
	var ids []string
	for _, h := range found {
		ids = append(ids, h.ID)
	}
	return ids
}
