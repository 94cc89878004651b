package store_test

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

// filed puts a request of one part into the store.
func filed(t *testing.T, s *store.Store, n int, unit string, state request.State, question string) request.Request {
	t.Helper()
	r := request.Request{Code: fmt.Sprintf("TH-2026-%05d", n), Source: "event-" + strconv.Itoa(n), Requester: "oa:1", RequesterKind: people.Citizen, Question: question,
		Unit: unit, State: state, Due: day.AddDate(0, 0, n), CreatedAt: day, UpdatedAt: day.AddDate(0, 0, n), Parts: []request.Part{{Unit: unit, State: state}}}
	if state == request.Assigned {
		r.Parts[0].Steps = []request.Step{{Action: request.ActAssign, Officer: "o1"}}
	}
	if err := s.InsertRequest(t.Context(), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestRequestsAreFoundByWhatIsWrittenInThem(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		filed(t, s, 1, "TH-YT", request.Received, "Bệnh viện tỉnh bao giờ có khoa xạ trị?")
		filed(t, s, 2, "TH-XD", request.Assigned, "Đường vào bệnh viện bao giờ xong?")
		bird := filed(t, s, 3, "TH-YT", request.Sent, "Bến xe phía Tây")
		for name, c := range map[string]struct {
			q    store.RequestSearch
			want []string
		}{
			"with diacritics, the newest first":       {store.RequestSearch{Text: "bệnh viện"}, []string{"TH-2026-00002", "TH-2026-00001"}},
			"without diacritics":                      {store.RequestSearch{Text: "BENH vien"}, []string{"TH-2026-00002", "TH-2026-00001"}},
			"words in any order":                      {store.RequestSearch{Text: "xạ trị bệnh"}, []string{"TH-2026-00001"}},
			"a word typed with marks is that word":    {store.RequestSearch{Text: "bện"}, nil},
			"within a unit":                           {store.RequestSearch{Text: "benh", Unit: "TH-XD"}, []string{"TH-2026-00002"}},
			"in a state":                              {store.RequestSearch{State: request.Sent}, []string{"TH-2026-00003"}},
			"of one officer":                          {store.RequestSearch{Handler: "o1"}, []string{"TH-2026-00002"}},
			"still open":                              {store.RequestSearch{Text: "bao gio", Open: true}, []string{"TH-2026-00002", "TH-2026-00001"}},
			"done":                                    {store.RequestSearch{Done: true}, []string{"TH-2026-00003"}},
			"by the role of who asked":                {store.RequestSearch{Text: "xe", Kind: people.ReporterVerified}, nil},
			"words that no request has together":      {store.RequestSearch{Text: "bến bệnh"}, nil},
			"what is typed cannot widen the unit":     {store.RequestSearch{Text: "@unit:TH-YT benh", Unit: "TH-XD"}, nil},
			"nothing to find by finds nothing at all": {store.RequestSearch{Text: " ?! "}, nil},
		} {
			found, _, err := s.SearchRequests(t.Context(), c.q)
			if diff := cmp.Diff(c.want, codes(found)); err != nil || diff != "" {
				t.Errorf("%s: %v\n%s", name, err, diff)
			}
		}
		bird.Question = "Đã xóa theo yêu cầu"
		if err := s.ReplaceRequest(t.Context(), &bird); err != nil {
			t.Fatal(err)
		}
		for text, want := range map[string]int{"ben xe": 0, "đã xóa": 1} {
			if found, _, err := s.SearchRequests(t.Context(), store.RequestSearch{Text: text}); err != nil || len(found) != want {
				t.Errorf("after a change %q finds %d, want %d (%v)", text, len(found), want, err)
			}
		}
	})
}

func TestFoundRequestsComeInPages(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for n := range 5 {
			filed(t, s, n+1, "TH-YT", request.Received, "Lịch cắt điện")
		}
		found := walk(t, 2, func(below string) ([]request.Request, string, error) {
			return s.SearchRequests(t.Context(), store.RequestSearch{Text: "cat dien", Below: below, Limit: 2})
		})
		if diff := cmp.Diff([]string{"TH-2026-00005", "TH-2026-00004", "TH-2026-00003", "TH-2026-00002", "TH-2026-00001"}, codes(found)); diff != "" {
			t.Error(diff)
		}
	})
}

func TestAListCountsNoFurtherThanAsked(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for n := range 4 {
			filed(t, s, n+1, "TH-YT", request.Received, "Hỏi")
		}
		filed(t, s, 9, "TH-YT", request.Sent, "Hỏi")
		mine := filed(t, s, 10, "TH-XD", request.Assigned, "Hỏi")
		for name, c := range map[string]struct {
			f    store.RequestFilter
			most int
			want int
		}{
			"all that are open":      {store.RequestFilter{Unit: "TH-YT", Open: true}, 10, 4},
			"no further than three":  {store.RequestFilter{Unit: "TH-YT", Open: true}, 3, 3},
			"due before a day":       {store.RequestFilter{Unit: "TH-YT", Open: true, DueTo: day.AddDate(0, 0, 3)}, 10, 2},
			"due between two days":   {store.RequestFilter{Open: true, DueFrom: day.AddDate(0, 0, 2), DueTo: day.AddDate(0, 0, 4)}, 10, 2},
			"done":                   {store.RequestFilter{Unit: "TH-YT", Done: true}, 10, 1},
			"of one officer":         {store.RequestFilter{Handler: "o1"}, 10, 1},
			"in a state, everywhere": {store.RequestFilter{State: request.Received}, 10, 4},
		} {
			if n, err := s.TallyRequests(t.Context(), c.f, c.most); err != nil || n != c.want {
				t.Errorf("%s: %d, want %d (%v)", name, n, c.want, err)
			}
		}
		found, _, err := s.Requests(t.Context(), store.RequestFilter{Handler: "o1"})
		if err != nil || len(found) != 1 || found[0].Code != mine.Code {
			t.Errorf("of one officer: %v, %v", codes(found), err)
		}
	})
}
