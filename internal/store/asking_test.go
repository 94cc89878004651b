package store_test

import (
	"errors"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

// askerOf is a person's hash per statement; the keyed one is flow's.
func askerOf(person string) func(statement string) string {
	return func(statement string) string { return statement + "<" + person }
}

func asking(statement, person, text, how string, at time.Time) store.Asking {
	asker := askerOf(person)(statement)
	return store.Asking{ID: asker + "/" + text, Statement: statement, How: how, Asker: asker, Text: text, Day: at}
}

func ask(t *testing.T, s *store.Store, all ...store.Asking) {
	t.Helper()
	for _, a := range all {
		if err := s.AddAsking(t.Context(), a); err != nil {
			t.Fatal(err)
		}
	}
}

func asked(t *testing.T, s *store.Store, statement string) []store.Asking {
	t.Helper()
	all, err := s.AskingsOf(t.Context(), statement)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestAnAskingComesBackAsItWasAndByItsStatementOnly(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		want := []store.Asking{
			asking("PN-1", "oa:2", "ngày nào?", store.AskingPicked, day.AddDate(0, 0, 1)),
			asking("PN-1", "oa:1", "hôm nào?", store.AskingPicked, day),
			asking("PN-1", "oa:3", "bao giờ?", store.AskingFiled, day),
			asking("PN-1", "oa:1", "ngày nào?", store.AskingAnswered, day),
		}
		ask(t, s, want[3], want[1], want[0], want[2], asking("PN-2", "oa:1", "ai?", store.AskingPicked, day))
		if diff := cmp.Diff(want, asked(t, s, "PN-1"), cmpopts.IgnoreFields(store.Asking{}, "Version")); diff != "" {
			t.Errorf("-counted +read\n%s", diff)
		}
		if a, err := s.Asking(t.Context(), want[2].ID); err != nil || a.Text != "bao giờ?" {
			t.Errorf("by id: %+v, %v", a, err)
		}
		if err := s.DeleteAskings(t.Context(), want[0].ID, want[1].ID, "never asked"); err != nil {
			t.Fatal(err)
		}
		if got := asked(t, s, "PN-1"); len(got) != 2 {
			t.Errorf("after taking two back: %+v", got)
		}
	})
}

func TestAskingAgainIsOneAskingHoweverOftenAndAtOnce(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		ways := []string{store.AskingAnswered, store.AskingPicked, store.AskingAnswered, store.AskingAnswered}
		race(16, func(i int) {
			if err := s.AddAsking(t.Context(), asking("PN-1", "oa:1", "ngày nào?", ways[i%4], day.AddDate(0, 0, i%3))); err != nil {
				t.Error(err)
			}
		})
		got := asked(t, s, "PN-1")
		if len(got) != 1 || got[0].How != store.AskingPicked || !got[0].Day.Equal(day.AddDate(0, 0, 2)) {
			t.Errorf("asked 16 times: %+v; want one, picked, of the last day", got)
		}
	})
}

func TestAskingsAreBoundedByPersonByStatementAndByAge(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for i := range 12 {
			ask(t, s, asking("PN-1", "oa:talkative", "cách "+strconv.Itoa(i), store.AskingPicked, day))
		}
		if got := asked(t, s, "PN-1"); len(got) != 5 {
			t.Errorf("one person left %d wordings, want 5", len(got))
		}
		for i := range 205 {
			ask(t, s, asking("PN-1", "oa:"+strconv.Itoa(i), "ngày nào?", store.AskingAnswered, day.AddDate(0, 0, i)))
		}
		got := asked(t, s, "PN-1")
		if len(got) != 205 || slices.ContainsFunc(got, func(a store.Asking) bool { return a.How == store.AskingAnswered && a.Day.Before(day.AddDate(0, 0, 5)) }) {
			t.Errorf("%d are kept; want the 5 picked and the newest 200 answered", len(got))
		}
		if _, err := s.Asking(t.Context(), asking("PN-1", "oa:0", "ngày nào?", "", day).ID); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("the oldest: %v, want it removed", err)
		}
		if err := s.DeleteAskingsBefore(t.Context(), day.AddDate(0, 0, 203)); err != nil {
			t.Fatal(err)
		}
		if got := asked(t, s, "PN-1"); len(got) != 2 {
			t.Errorf("%d are left of the last two days", len(got))
		}
	})
}

func TestAHiddenWordingIsANoteWithoutWords(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for range 2 {
			if err := s.HideAsking(t.Context(), "note", "PN-1", day); err != nil {
				t.Fatal(err)
			}
		}
		note, err := s.Asking(t.Context(), "note")
		if diff := cmp.Diff(store.Asking{ID: "note", Version: 1, Statement: "PN-1", How: store.AskingHidden, Day: day}, note); err != nil || diff != "" {
			t.Errorf("%v\n%s", err, diff)
		}
		if got := asked(t, s, "PN-1"); len(got) != 0 {
			t.Errorf("the note is listed: %+v", got)
		}
		if err := s.DeleteAskingsBefore(t.Context(), day.Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Asking(t.Context(), "note"); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("an old note: %v", err)
		}
	})
}

func TestAnErasedPersonLeavesNoAsking(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		person := people.Requester{ID: "oa:1", CreatedAt: day}
		if err := s.InsertRequester(t.Context(), &person); err != nil {
			t.Fatal(err)
		}
		for i := range 3 {
			code := "PN-" + strconv.Itoa(i)
			ask(t, s, asking(code, "oa:1", "ngày nào?", store.AskingPicked, day), asking(code, "oa:2", "ngày nào?", store.AskingPicked, day))
			told := store.LedgerEntry{ID: code, Requester: "oa:1", Statement: code, At: day}
			if err := s.AddLedger(t.Context(), told); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.EraseRequester(t.Context(), "oa:1", "wish", day, askerOf("oa:1")); err != nil {
			t.Fatal(err)
		}
		for i := range 3 {
			code := "PN-" + strconv.Itoa(i)
			if got := asked(t, s, code); len(got) != 1 || got[0].Asker != askerOf("oa:2")(code) {
				t.Errorf("%s: %+v; want the other person's", code, got)
			}
		}
	})
}
