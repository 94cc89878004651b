package store_test

import (
	"errors"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk/request"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

func TestRequestsAreListedMostUrgentFirst(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for i, r := range []request.Request{
			{Code: "TH-1", Unit: "TH-YT", State: request.Received, Due: day.AddDate(0, 0, 3)},
			{Code: "TH-2", Unit: "TH-YT", State: request.Drafted, Due: day.AddDate(0, 0, 1)},
			{Code: "TH-3", Unit: "TH-XD", State: request.Received, Due: day.AddDate(0, 0, 2)},
			{Code: "TH-4", Unit: "TH-YT", State: request.Sent, Due: day},
		} {
			r.Source, r.Requester, r.CreatedAt = "event-"+strconv.Itoa(i), "oa:1", day.Add(time.Duration(i)*time.Hour)
			if err := s.InsertRequest(t.Context(), &r); err != nil {
				t.Fatal(err)
			}
		}
		for _, c := range []struct {
			filter store.RequestFilter
			want   []string
		}{
			{store.RequestFilter{}, []string{"TH-4", "TH-2", "TH-3", "TH-1"}},
			{store.RequestFilter{Open: true}, []string{"TH-2", "TH-3", "TH-1"}},
			{store.RequestFilter{Unit: "TH-YT"}, []string{"TH-4", "TH-2", "TH-1"}},
			{store.RequestFilter{Unit: "TH-YT", Open: true}, []string{"TH-2", "TH-1"}},
			{store.RequestFilter{State: request.Received}, []string{"TH-3", "TH-1"}},
			{store.RequestFilter{Unit: "TH-YT", State: request.Received}, []string{"TH-1"}},
		} {
			c.filter.Limit = 1
			found := walk(t, 1, func(after string) ([]request.Request, string, error) {
				c.filter.After = after
				return s.Requests(t.Context(), c.filter)
			})
			if diff := cmp.Diff(c.want, codes(found)); diff != "" {
				t.Errorf("%+v: -want +got\n%s", c.filter, diff)
			}
		}
		own, err := s.RequestsOf(t.Context(), "oa:1", 2)
		if diff := cmp.Diff([]string{"TH-4", "TH-3"}, codes(own)); err != nil || diff != "" {
			t.Errorf("a requester's own: %v\n%s", err, diff)
		}
		counts, err := s.CountRequests(t.Context(), "TH-YT")
		if diff := cmp.Diff(map[request.State]int{request.Received: 1, request.Drafted: 1, request.Sent: 1}, counts); err != nil || diff != "" {
			t.Errorf("counts of a unit: %v\n%s", err, diff)
		}
		counts, err = s.CountRequests(t.Context(), "")
		if diff := cmp.Diff(map[request.State]int{request.Received: 2, request.Drafted: 1, request.Sent: 1}, counts); err != nil || diff != "" {
			t.Errorf("counts of all units: %v\n%s", err, diff)
		}
	})
}

func TestAnEventFilesOneRequest(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		first := request.Request{Code: "TH-1", Source: "event-1", Due: day, CreatedAt: day}
		if err := s.InsertRequest(t.Context(), &first); err != nil {
			t.Fatal(err)
		}
		second := request.Request{Code: "TH-2", Source: "event-1", Due: day, CreatedAt: day}
		var taken *store.TakenError
		if err := s.InsertRequest(t.Context(), &second); !errors.As(err, &taken) || taken.Key != "request_filed_already" {
			t.Errorf("filed twice: %v", err)
		}
		if r, err := s.RequestBySource(t.Context(), "event-1"); err != nil || r.Code != "TH-1" || r.Version != 1 {
			t.Errorf("found %s at version %d, %v", r.Code, r.Version, err)
		}
	})
}

func codes(found []request.Request) []string {
	var codes []string
	for _, r := range found {
		codes = append(codes, r.Code)
	}
	return codes
}

func TestWhatChangedSinceIsListedTheFirstChangedFirst(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for i, state := range []request.State{request.Received, request.Assigned, request.Sent, request.Drafted} {
			r := request.Request{Code: "TH-2026-0000" + strconv.Itoa(i), Source: strconv.Itoa(i), Unit: "TH-YT", State: state, UpdatedAt: day.Add(time.Duration(i) * time.Minute), CreatedAt: day}
			if err := s.InsertRequest(t.Context(), &r); err != nil {
				t.Fatal(err)
			}
		}
		found, err := s.RequestsChangedSince(t.Context(), day.Add(time.Minute), 10)
		if err != nil || len(found) != 2 || found[0].Code != "TH-2026-00001" || found[1].Code != "TH-2026-00003" {
			t.Errorf("%v, %v; want what is not done, by when it changed", found, err)
		}
	})
}
