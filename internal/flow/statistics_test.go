package flow_test

import (
	"slices"
	"strconv"
	"testing"
	"time"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/statistics"
	"phatngon/internal/flow"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

// A month is counted over all its pages, in Vietnam's days, and again when it has changed.
func TestAMonthIsCountedWholeAndAgain(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		now := time.Date(2026, 11, 30, 16, 59, 0, 0, time.UTC) // a minute before Vietnam's December
		f := flow.New(flow.Deps{Store: s, Now: func() time.Time { return now }})
		f.Statistics.Page = 3
		put := func(code string, at time.Time) request.Request {
			r := request.Request{Code: code, Source: code, RequesterKind: people.Citizen, CreatedAt: at, Parts: []request.Part{{Unit: "TH-YT", State: request.Received}}}
			if err := s.InsertRequest(t.Context(), &r); err != nil {
				t.Fatal(err)
			}
			return r
		}
		var last request.Request
		for i := range 7 {
			last = put("TH-2026-"+strconv.Itoa(i), now.Add(-time.Duration(i)*time.Minute))
		}
		put("TH-2026-900", now.Add(2*time.Minute)) // December's
		if err := f.Statistics.Refresh(t.Context()); err != nil {
			t.Fatal(err)
		}
		received := func() statistics.Counts {
			months, _, err := f.Statistics.Months(t.Context(), "2026-11", "2026-11")
			if err != nil {
				t.Fatal(err)
			}
			return statistics.Sum(months, statistics.Only{})
		}
		if got := received(); got.Received != 7 || got.Open != 7 {
			t.Errorf("%d came, %d are open", got.Received, got.Open)
		}
		last.Parts[0].State = request.Withdrawn
		if err := s.ReplaceRequest(t.Context(), &last); err != nil {
			t.Fatal(err)
		}
		if err := f.Statistics.Refresh(t.Context()); err != nil || received().Withdrawn != 0 {
			t.Errorf("counted again before its time, or %v", err)
		}
		now = now.Add(time.Hour)
		if err := f.Statistics.Refresh(t.Context()); err != nil || received().Withdrawn != 1 {
			t.Errorf("not counted again: %+v, %v", received(), err)
		}
	})
}

// A page counts what is quickly counted, and asks for the rest.
func TestAMonthOfManyRequestsIsCountedBehindThePages(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		now := time.Date(2026, 11, 30, 12, 0, 0, 0, time.UTC)
		f := flow.New(flow.Deps{Store: s, Now: func() time.Time { return now }})
		f.Statistics.AtOnce = 3
		for i, monthsAgo := range []int{0, 0, 0, 0, 1, 1, 2, 2} {
			code := "TH-2026-0000" + strconv.Itoa(i)
			r := request.Request{Code: code, Source: code, RequesterKind: people.Citizen, CreatedAt: now.AddDate(0, -monthsAgo, 0), Parts: []request.Part{{Unit: "TH-YT", State: request.Received}}}
			if err := s.InsertRequest(t.Context(), &r); err != nil {
				t.Fatal(err)
			}
		}
		look := func(wantReceived int, wantPending ...string) {
			t.Helper()
			months, pending, err := f.Statistics.Months(t.Context(), "2026-09", "2026-11")
			if err != nil {
				t.Fatal(err)
			}
			if got := statistics.Sum(months, statistics.Only{}).Received; got != wantReceived || !slices.Equal(pending, wantPending) {
				t.Errorf("%d of %v, pending %v; want %d, pending %v", got, months, pending, wantReceived, wantPending)
			}
		}
		look(2, "2026-10", "2026-11") // September's two leave room for one more
		look(4, "2026-11")            // whoever looks again gets further
		look(4, "2026-11")
		if err := f.Statistics.CountAsked(t.Context()); err != nil {
			t.Fatal(err)
		}
		look(8)
		if pending, err := f.Statistics.Recount(t.Context(), "2026-11", "2026-11"); err != nil || !slices.Equal(pending, []string{"2026-11"}) {
			t.Errorf("recounting four at once: pending %v, %v", pending, err)
		}
		look(8) // what was counted before stays
	})
}
