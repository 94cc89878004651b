package store_test

import (
	"errors"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/knowledge/statement"
)

func TestPagesFollowTheOrderAlsoWhereItTies(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		var want []string
		for i := range 25 {
			st := statement.Statement{Code: "PN-" + strconv.Itoa(100+i), Status: statement.StatusPublished, Unit: "TH-YT",
				IssuedAt: day.AddDate(0, 0, i/10), UpdatedAt: day}
			if err := s.InsertStatement(t.Context(), &st); err != nil {
				t.Fatal(err)
			}
			want = append(want, st.Code)
		}
		slices.Reverse(want) // newest issued first; among equals the last code
		for _, f := range []store.StatementFilter{{}, {Status: statement.StatusPublished}, {Unit: "TH-YT"}, {Unit: "TH-YT", Status: statement.StatusPublished}} {
			f.Limit = 7
			var got []string
			for _, st := range walk(t, f.Limit, func(after string) ([]statement.Statement, string, error) {
				f.After = after
				return s.Statements(t.Context(), f)
			}) {
				got = append(got, st.Code)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%+v: -want +got\n%s", f, diff)
			}
		}
	})
}

func TestAMadeUpCursorIsRefused(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		var invalid *desk.InvalidError
		for _, after := range []string{"x", "!!", "AAAAAAAA", "FgAAAAJ2AAIAAABh"} {
			if _, _, err := s.Statements(t.Context(), store.StatementFilter{After: after}); !errors.As(err, &invalid) {
				t.Errorf("cursor %q: %v, want InvalidError", after, err)
			}
		}
	})
}

func TestChangedStatementsAreFoundSince(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for i := range 3 {
			st := statement.Statement{Code: "PN-" + strconv.Itoa(i), UpdatedAt: day.Add(time.Duration(i) * time.Millisecond), IssuedAt: day}
			if err := s.InsertStatement(t.Context(), &st); err != nil {
				t.Fatal(err)
			}
		}
		changed, err := s.StatementsChangedSince(t.Context(), day.Add(time.Millisecond))
		if err != nil || len(changed) != 2 || changed[0].Code != "PN-1" || changed[1].Code != "PN-2" {
			t.Errorf("%d changed, %v", len(changed), err)
		}
	})
}
