package store_test

import (
	"errors"
	"strconv"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/gap"
	"phatngon/internal/desk/people"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

func miss(person, unit, text string, at time.Time) gap.Miss {
	asker := askerOf(person)("")
	return gap.Miss{ID: asker + "/" + text, Asker: asker, Text: text, Unit: unit, Day: at}
}

func put(t *testing.T, s *store.Store, all ...gap.Miss) {
	t.Helper()
	for _, m := range all {
		if err := s.PutMiss(t.Context(), m); err != nil {
			t.Fatal(err)
		}
	}
}

func missesIn(t *testing.T, s *store.Store, unit string, from, to time.Time) []gap.Miss {
	t.Helper()
	all, err := s.MissesIn(t.Context(), unit, from, to, 50)
	if err != nil {
		t.Fatal(err)
	}
	n, err := s.TallyMisses(t.Context(), unit, from, to, 50)
	if err != nil || n != len(all) {
		t.Fatalf("%d are counted, %d listed: %v", n, len(all), err)
	}
	return all
}

func TestMissesAreListedByUnitAndDayTheNewestFirst(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		next := day.AddDate(0, 0, 1)
		put(t, s, miss("oa:1", "TH-YT", "tiêm ở đâu", day), miss("oa:2", "TH-YT", "tiêm khi nào", next), miss("oa:2", "TH-XD", "cầu nào sửa", next), miss("oa:1", "", "ai làm", day))
		if got := missesIn(t, s, "", day, next.AddDate(0, 0, 1)); len(got) != 4 || got[0].Day.Before(got[3].Day) {
			t.Errorf("of all: %+v", got)
		}
		if got := missesIn(t, s, "TH-YT", day, next.AddDate(0, 0, 1)); len(got) != 2 || got[0].Text != "tiêm khi nào" {
			t.Errorf("of a unit: %+v", got)
		}
		if got := missesIn(t, s, "TH-YT", day, next); len(got) != 1 || got[0].Text != "tiêm ở đâu" {
			t.Errorf("of a day: %+v", got)
		}
	})
}

func TestAMissRepeatedAtOnceIsOneOfTheNewestDay(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		race(16, func(i int) {
			m := miss("oa:1", "TH-YT", "tiêm ở đâu", day.AddDate(0, 0, i%3))
			if i%4 == 0 {
				m.Wrong = "PN-1"
			}
			if err := s.PutMiss(t.Context(), m); err != nil {
				t.Error(err)
			}
		})
		got := missesIn(t, s, "", day, day.AddDate(0, 0, 9))
		if len(got) != 1 || got[0].Wrong != "PN-1" || !got[0].Day.Equal(day.AddDate(0, 0, 2)) {
			t.Errorf("asked 16 times: %+v", got)
		}
	})
}

func TestMissesAreBoundedByPersonAndByAge(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for i := range 24 {
			put(t, s, miss("oa:talkative", "TH-YT", "cách "+strconv.Itoa(i), day))
		}
		put(t, s, miss("oa:2", "TH-YT", "ngày nào", day.AddDate(0, 0, 3)))
		if got := missesIn(t, s, "", day, day.AddDate(0, 0, 9)); len(got) != 21 {
			t.Errorf("%d are kept, want 20 of one person and another's", len(got))
		}
		if err := s.DeleteMissesBefore(t.Context(), day.AddDate(0, 0, 1)); err != nil {
			t.Fatal(err)
		}
		if got := missesIn(t, s, "", day, day.AddDate(0, 0, 9)); len(got) != 1 {
			t.Errorf("%d are left, want the young one", len(got))
		}
	})
}

func TestAnErasedPersonLeavesNoMiss(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		person := people.Requester{ID: "oa:1", CreatedAt: day}
		if err := s.InsertRequester(t.Context(), &person); err != nil {
			t.Fatal(err)
		}
		put(t, s, miss("oa:1", "TH-YT", "tiêm ở đâu", day), miss("oa:2", "TH-YT", "tiêm ở đâu", day))
		if err := s.EraseRequester(t.Context(), "oa:1", "wish", day, askerOf("oa:1")); err != nil {
			t.Fatal(err)
		}
		got := missesIn(t, s, "", day, day.AddDate(0, 0, 1))
		if len(got) != 1 || got[0].Asker != askerOf("oa:2")("") {
			t.Errorf("left: %+v", got)
		}
		if _, err := s.Miss(t.Context(), miss("oa:1", "", "tiêm ở đâu", day).ID); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("the erased one: %v", err)
		}
	})
}
