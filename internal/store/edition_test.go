package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/knowledge/statement"
)

func TestWhatPeopleWereToldIsKeptWhenItIsCorrected(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		st := statement.Statement{Code: "PN-1", Status: statement.StatusDraft, Title: "Lịch", Body: "Nháp.", IssuedAt: day}
		if err := s.InsertStatement(t.Context(), &st); err != nil {
			t.Fatal(err)
		}
		if all, err := s.Editions(t.Context(), "PN-1"); err != nil || len(all) != 0 {
			t.Errorf("of a draft: %+v, %v", all, err)
		}
		steps := []func(){
			func() { st.Status, st.Body = statement.StatusPublished, "Ngày 5." },
			func() { st.Questions = []string{"ngày nào?"} },
			func() { st.Body, st.Corrections = "Ngày 6.", 1 },
			func() { st.Title, st.Corrections = "Lịch mới", 2 },
			func() { st.Status = statement.StatusWithdrawn },
		}
		for _, step := range steps {
			step()
			if err := s.ReplaceStatement(t.Context(), &st); err != nil {
				t.Fatal(err)
			}
		}
		all, err := s.Editions(t.Context(), "PN-1")
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range all {
			got = append(got, e.Title+": "+e.Body)
		}
		if diff := cmp.Diff([]string{"Lịch: Ngày 5.", "Lịch: Ngày 6.", "Lịch mới: Ngày 6."}, got); diff != "" {
			t.Error(diff)
		}
		if all[0].Number != 1 || all[2].Number != 3 || all[0].Version != 3 {
			t.Errorf("numbers %d, %d, version %d", all[0].Number, all[2].Number, all[0].Version)
		}
		stale := st
		stale.Version, stale.Status, stale.Corrections = 1, statement.StatusPublished, 9
		if err := s.ReplaceStatement(t.Context(), &stale); err == nil {
			t.Error("over a stale version")
		}
		if all, _ := s.Editions(t.Context(), "PN-1"); len(all) != 3 {
			t.Errorf("a refused write left %d", len(all))
		}
	})
}

func TestQuotedCountsTimesAndPeople(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for i, who := range []string{"oa:1", "oa:2", "oa:1"} {
			if err := s.AddLedger(t.Context(), store.LedgerEntry{ID: string(rune('a' + i)), Requester: who, Statement: "PN-1", At: day}); err != nil {
				t.Fatal(err)
			}
		}
		for most, want := range map[int][2]int{10: {3, 2}, 2: {2, 2}, 1: {1, 1}} {
			if times, people, err := s.Quoted(t.Context(), "PN-1", most); err != nil || times != want[0] || people > want[1] {
				t.Errorf("up to %d: %d times to %d, %v", most, times, people, err)
			}
		}
	})
}
