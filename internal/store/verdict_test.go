package store_test

import (
	"errors"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/verdict"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

// judged is what a person says of a statement of a unit.
func judged(statement, unit, person, text string, right bool, at time.Time) verdict.Verdict {
	asker := askerOf(person)(statement)
	return verdict.Verdict{ID: asker + "/" + text, Statement: statement, Unit: unit, State: verdict.Open, Asker: asker, Text: text, Right: right, Day: at,
		Outcome: "related", Shown: []effect.Shown{{Statement: statement, Version: 2, Quote: "Ngày 5."}}}
}

func judge(t *testing.T, s *store.Store, all ...verdict.Verdict) {
	t.Helper()
	for _, v := range all {
		if err := s.PutVerdict(t.Context(), v); err != nil {
			t.Fatal(err)
		}
	}
}

func verdictsIn(t *testing.T, s *store.Store, unit string, state verdict.State) []verdict.Verdict {
	t.Helper()
	all, next, err := s.VerdictsIn(t.Context(), unit, state, "", 50)
	if err != nil || next != "" {
		t.Fatalf("%q, %v", next, err)
	}
	return all
}

func TestAVerdictComesBackAsItWasToItsUnitTheNewestFirst(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		old, other := judged("PN-1", "TH-YT", "oa:1", "ngày nào?", true, day), judged("PN-2", "TH-GDDT", "oa:1", "ngày nào?", false, day.AddDate(0, 0, 1))
		young := judged("PN-1", "TH-YT", "oa:2", "hôm nào?", false, day.AddDate(0, 0, 2))
		judge(t, s, old, other, young)
		old.Version, other.Version, young.Version = 1, 1, 1
		if diff := cmp.Diff([]verdict.Verdict{young, old}, verdictsIn(t, s, "TH-YT", verdict.Open)); diff != "" {
			t.Errorf("of a unit, -want +got\n%s", diff)
		}
		if diff := cmp.Diff([]verdict.Verdict{young, other, old}, verdictsIn(t, s, "", verdict.Open)); diff != "" {
			t.Errorf("of all, -want +got\n%s", diff)
		}
		counts, err := s.CountVerdicts(t.Context(), "")
		if err != nil || counts["open"] != 3 || counts["taken"] != 0 {
			t.Errorf("counts %v, %v", counts, err)
		}
	})
}

func TestAVerdictRepeatedAtOnceIsOneAndAChangedMindReplacesIt(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		race(16, func(int) {
			if err := s.PutVerdict(t.Context(), judged("PN-1", "TH-YT", "oa:1", "ngày nào?", true, day)); err != nil {
				t.Error(err)
			}
		})
		all := verdictsIn(t, s, "", verdict.Open)
		if len(all) != 1 || !all[0].Right || all[0].Version != 1 {
			t.Fatalf("said 16 times: %+v", all)
		}
		if err := all[0].Take(people.Officer{Unit: "TH-YT"}, "Ngày 5.", ""); err != nil {
			t.Fatal(err)
		}
		if err := s.ReplaceVerdict(t.Context(), &all[0], audited("take")); err != nil {
			t.Fatal(err)
		}
		judge(t, s, judged("PN-1", "TH-YT", "oa:1", "ngày nào?", true, day.AddDate(0, 0, 1)))
		if got := verdictsIn(t, s, "TH-YT", verdict.Taken); len(got) != 1 {
			t.Errorf("the same again opens it: %+v", got)
		}
		judge(t, s, judged("PN-1", "TH-YT", "oa:1", "ngày nào?", false, day.AddDate(0, 0, 1)))
		if got := verdictsIn(t, s, "TH-YT", verdict.Open); len(got) != 1 || got[0].Right || got[0].Expect != "" {
			t.Errorf("changed mind: %+v", got)
		}
		if pending, err := s.Pending(t.Context(), store.Verdicts, all[0].ID); err != nil || len(pending) != 1 {
			t.Errorf("the audit line is lost: %+v, %v", pending, err)
		}
		stale := all[0]
		stale.Version = 1
		if err := s.ReplaceVerdict(t.Context(), &stale); !errors.Is(err, desk.ErrConflict) {
			t.Errorf("over a stale version: %v", err)
		}
	})
}

func TestVerdictsAreBoundedByPersonAndByAge(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for i := range 9 {
			judge(t, s, judged("PN-1", "TH-YT", "oa:talkative", "cách "+strconv.Itoa(i), true, day))
		}
		judge(t, s, judged("PN-1", "TH-YT", "oa:2", "ngày nào?", true, day.AddDate(0, 0, 3)))
		if got := verdictsIn(t, s, "", verdict.Open); len(got) != 6 {
			t.Errorf("%d are kept, want 5 of one person and another's", len(got))
		}
		if err := s.DeleteVerdictsBefore(t.Context(), day.AddDate(0, 0, 1)); err != nil {
			t.Fatal(err)
		}
		if got := verdictsIn(t, s, "", verdict.Open); len(got) != 1 {
			t.Errorf("%d are left, want the young one", len(got))
		}
	})
}

func TestAnErasedPersonLeavesNoVerdict(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		person := people.Requester{ID: "oa:1", CreatedAt: day}
		if err := s.InsertRequester(t.Context(), &person); err != nil {
			t.Fatal(err)
		}
		judge(t, s, judged("PN-1", "TH-YT", "oa:1", "ngày nào?", true, day), judged("PN-1", "TH-YT", "oa:2", "ngày nào?", true, day))
		if err := s.AddLedger(t.Context(), store.LedgerEntry{ID: "1", Requester: "oa:1", Statement: "PN-1", At: day}); err != nil {
			t.Fatal(err)
		}
		if err := s.EraseRequester(t.Context(), "oa:1", "wish", day, askerOf("oa:1")); err != nil {
			t.Fatal(err)
		}
		if got := verdictsIn(t, s, "", verdict.Open); len(got) != 1 || got[0].Asker != askerOf("oa:2")("PN-1") {
			t.Errorf("left: %+v", got)
		}
	})
}

func TestAnErasedPersonWhoWasTwoLeavesNothingOfEither(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for _, id := range []string{"oa:1", "app:1"} {
			person := people.Requester{ID: id, CreatedAt: day}
			if err := s.InsertRequester(t.Context(), &person); err != nil {
				t.Fatal(err)
			}
		}
		for _, id := range []string{"app:1", "oa:2"} {
			judge(t, s, judged("PN-1", "TH-YT", id, "ngày nào?", true, day))
			ask(t, s, asking("PN-1", id, "ngày nào?", store.AskingPicked, day))
			put(t, s, miss(id, "TH-YT", "tiêm khi nào", day))
		}
		if err := s.AddLedger(t.Context(), store.LedgerEntry{ID: "1", Requester: "app:1", Statement: "PN-1", At: day}); err != nil {
			t.Fatal(err)
		}
		hash := func(statement, who string) string { return askerOf(who)(statement) }
		if err := s.JoinRequesters(t.Context(), "app:1", "oa:1", hash); err != nil {
			t.Fatal(err)
		}
		if err := s.EraseRequester(t.Context(), "oa:1", "wish", day, askerOf("oa:1")); err != nil {
			t.Fatal(err)
		}
		if got := verdictsIn(t, s, "", verdict.Open); len(got) != 1 || got[0].Asker != askerOf("oa:2")("PN-1") {
			t.Errorf("verdicts left: %+v", got)
		}
		if got := asked(t, s, "PN-1"); len(got) != 1 || got[0].Asker != askerOf("oa:2")("PN-1") {
			t.Errorf("askings left: %+v", got)
		}
		if got := missesIn(t, s, "", day, day.AddDate(0, 0, 1)); len(got) != 1 || got[0].Asker != askerOf("oa:2")("") {
			t.Errorf("misses left: %+v", got)
		}
	})
}
