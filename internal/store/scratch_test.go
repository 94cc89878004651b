package store_test

import (
	"errors"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/request"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

func TestWhatIsTypedIsKeptUntilNobodyTypesItAnyMore(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for i, id := range []string{"a", "b", "c"} {
			typed := request.Scratch{ID: id, Request: "TH-1", Text: id, At: day.Add(time.Duration(i) * time.Hour)}
			if err := s.SaveScratch(t.Context(), &typed); err != nil {
				t.Fatal(err)
			}
		}
		old := request.Scratch{ID: "c", Version: 7, Request: "TH-1"}
		if err := s.SaveScratch(t.Context(), &old); !errors.Is(err, desk.ErrConflict) {
			t.Errorf("over a version that is not there: %v", err)
		}
		if err := s.DeleteScratchesBefore(t.Context(), day.Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
		found, err := s.ScratchesOf(t.Context(), "TH-1")
		if err != nil || len(found) != 2 || found[0].Text != "c" || found[1].Text != "b" {
			t.Errorf("%v, %v; want the latest first, without the old", found, err)
		}
	})
}
