package store_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

func TestTheVersionsOfARuleAreListedByWhenTheyHold(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for _, p := range []store.PolicyVersion{
			{ID: "c", Name: "holidays", From: day.AddDate(1, 0, 0), Number: 3},
			{ID: "b", Name: "holidays", From: day, Number: 1, Data: []byte(`["2027-01-01"]`), Author: "o1", CreatedAt: day},
			{ID: "a", Name: "holidays", From: day, Number: 2},
			{ID: "d", Name: "rules", From: day, Number: 1},
		} {
			if err := s.InsertPolicy(t.Context(), &p, audited(p.ID)); err != nil {
				t.Fatal(err)
			}
		}
		all, err := s.Policies(t.Context(), "holidays")
		var got []string
		for _, p := range all {
			got = append(got, fmt.Sprintf("%d %s %s", p.Number, p.Author, p.Data))
		}
		if diff := cmp.Diff([]string{`1 o1 ["2027-01-01"]`, "2  ", "3  "}, got); err != nil || diff != "" {
			t.Errorf("%v, -want +got\n%s", err, diff)
		}
		var taken *store.TakenError
		again := store.PolicyVersion{ID: "e", Name: "rules", From: day, Number: 1}
		if err := s.InsertPolicy(t.Context(), &again); !errors.As(err, &taken) || taken.Key != "policy_number_taken" {
			t.Errorf("a number twice: %v", err)
		}
		if pending, err := s.Pending(t.Context(), store.Policies, "a"); err != nil || len(pending) != 1 {
			t.Errorf("pending %v, %v", pending, err)
		}
	})
}
