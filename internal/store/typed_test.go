package store_test

import (
	"errors"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/bot"
	"phatngon/internal/desk"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/knowledge"
)

func TestNumbersAreGivenOnceAndWithoutGaps(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		var mu sync.Mutex
		var got []int64
		race(16, func(int) {
			for range 4 {
				n, err := s.NextNumber(t.Context(), "request/2026")
				if err != nil {
					t.Error(err)
				}
				mu.Lock()
				got = append(got, n)
				mu.Unlock()
			}
		})
		slices.Sort(got)
		for i, n := range got {
			if n != int64(i+1) {
				t.Fatalf("numbers %v", got)
			}
		}
		if n, err := s.NextNumber(t.Context(), "request/2027"); err != nil || n != 1 {
			t.Errorf("another name begins with %d, %v", n, err)
		}
	})
}

func TestRevisionsCountBumps(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		if n, err := s.Revision(t.Context(), "knowledge"); err != nil || n != 0 {
			t.Errorf("before any bump %d, %v", n, err)
		}
		for range 3 {
			if _, err := s.BumpRevision(t.Context(), "knowledge"); err != nil {
				t.Fatal(err)
			}
		}
		if n, err := s.Revision(t.Context(), "knowledge"); err != nil || n != 3 {
			t.Errorf("after three bumps %d, %v", n, err)
		}
	})
}

func TestTheAuditChainHoldsUnderRaces(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		race(8, func(i int) {
			for n := range 4 {
				r := desk.AuditRecord{At: time.Now(), Officer: "o" + strconv.Itoa(i), Action: "approve", Subject: "TH-" + strconv.Itoa(n)}
				if _, err := s.AppendAudit(t.Context(), r); err != nil {
					t.Error(err)
				}
			}
		})
		var prev desk.AuditRecord
		err := s.AuditTrail(t.Context(), func(next desk.AuditRecord) error {
			defer func() { prev = next }()
			return desk.VerifyChain(prev, next)
		})
		if err != nil || prev.Seq != 32 {
			t.Errorf("chain ends at %d: %v", prev.Seq, err)
		}
		about, err := s.AuditOf(t.Context(), "TH-3", 5)
		if err != nil || len(about) != 5 || about[0].Seq < about[1].Seq {
			t.Errorf("records about one subject: %d, newest first? %v", len(about), err)
		}
	})
}

func TestAnAuditRecordIsAppendedOnce(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		r := desk.AuditRecord{ID: "approve/TH-1/3", At: day, Action: "approve"}
		first, err := s.AppendAudit(t.Context(), r)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.AppendAudit(t.Context(), desk.AuditRecord{At: day, Action: "other"}); err != nil {
			t.Fatal(err)
		}
		again, err := s.AppendAudit(t.Context(), r)
		if diff := cmp.Diff(first, again); err != nil || diff != "" {
			t.Errorf("appended again: %v\n%s", err, diff)
		}
	})
}

func TestALeaseHasOneOwner(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		ctx := t.Context()
		var mu sync.Mutex
		var owners []string
		race(16, func(i int) {
			owner := "p" + strconv.Itoa(i)
			ok, err := s.AcquireLease(ctx, "zalo-token", owner, time.Minute, day)
			if err != nil {
				t.Error(err)
			}
			if ok {
				mu.Lock()
				owners = append(owners, owner)
				mu.Unlock()
			}
		})
		if len(owners) != 1 {
			t.Fatalf("owners %v, want one", owners)
		}
		acquire := func(owner string, at time.Time) bool {
			t.Helper()
			ok, err := s.AcquireLease(ctx, "zalo-token", owner, time.Minute, at)
			if err != nil {
				t.Fatal(err)
			}
			return ok
		}
		if acquire("other", day.Add(59*time.Second)) {
			t.Error("taken before it ended")
		}
		if !acquire(owners[0], day.Add(59*time.Second)) {
			t.Error("not renewed by its owner")
		}
		if acquire("other", day.Add(61*time.Second)) {
			t.Error("taken though it was renewed")
		}
		if !acquire("other", day.Add(119*time.Second)) {
			t.Error("not taken over after it ended")
		}
		if err := s.ReleaseLease(ctx, "zalo-token", owners[0]); err != nil || acquire("third", day.Add(2*time.Minute)) {
			t.Errorf("released by one who lost it (%v)", err)
		}
		if err := s.ReleaseLease(ctx, "zalo-token", "other"); err != nil || !acquire("third", day.Add(2*time.Minute)) {
			t.Errorf("not released by its owner (%v)", err)
		}
	})
}

func TestRequestsAreListedMostUrgentFirst(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for i, r := range []desk.Request{
			{Code: "TH-1", Unit: "TH-YT", State: desk.Received, Due: day.AddDate(0, 0, 3)},
			{Code: "TH-2", Unit: "TH-YT", State: desk.Drafted, Due: day.AddDate(0, 0, 1)},
			{Code: "TH-3", Unit: "TH-XD", State: desk.Received, Due: day.AddDate(0, 0, 2)},
			{Code: "TH-4", Unit: "TH-YT", State: desk.Sent, Due: day},
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
			{store.RequestFilter{State: desk.Received}, []string{"TH-3", "TH-1"}},
			{store.RequestFilter{Unit: "TH-YT", State: desk.Received}, []string{"TH-1"}},
		} {
			c.filter.Limit = 1
			found := walk(t, 1, func(after string) ([]desk.Request, string, error) {
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
		if diff := cmp.Diff(map[desk.State]int{desk.Received: 1, desk.Drafted: 1, desk.Sent: 1}, counts); err != nil || diff != "" {
			t.Errorf("counts of a unit: %v\n%s", err, diff)
		}
		counts, err = s.CountRequests(t.Context(), "")
		if diff := cmp.Diff(map[desk.State]int{desk.Received: 2, desk.Drafted: 1, desk.Sent: 1}, counts); err != nil || diff != "" {
			t.Errorf("counts of all units: %v\n%s", err, diff)
		}
	})
}

func TestAnEventFilesOneRequest(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		first := desk.Request{Code: "TH-1", Source: "event-1", Due: day, CreatedAt: day}
		if err := s.InsertRequest(t.Context(), &first); err != nil {
			t.Fatal(err)
		}
		second := desk.Request{Code: "TH-2", Source: "event-1", Due: day, CreatedAt: day}
		var taken *store.TakenError
		if err := s.InsertRequest(t.Context(), &second); !errors.As(err, &taken) || taken.Key != "request_filed_already" {
			t.Errorf("filed twice: %v", err)
		}
		if r, err := s.RequestBySource(t.Context(), "event-1"); err != nil || r.Code != "TH-1" || r.Version != 1 {
			t.Errorf("found %s at version %d, %v", r.Code, r.Version, err)
		}
	})
}

func TestPeopleWithoutAMiniAppUserDoNotCollide(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for _, r := range []desk.Requester{{ID: "oa:1"}, {ID: "oa:2"}, {ID: "oa:3", AppUserID: "app-3"}} {
			if err := s.InsertRequester(t.Context(), &r); err != nil {
				t.Fatal(err)
			}
		}
		if r, err := s.RequesterByApp(t.Context(), "app-3"); err != nil || r.ID != "oa:3" {
			t.Errorf("by Mini App user: %q, %v", r.ID, err)
		}
		if r, err := s.Requester(t.Context(), "oa:1"); err != nil || r.AppUserID != "" {
			t.Errorf("one without has %q, %v", r.AppUserID, err)
		}
		dup := desk.Requester{ID: "app:x", AppUserID: "app-3"}
		if err := s.InsertRequester(t.Context(), &dup); !errors.Is(err, desk.ErrConflict) {
			t.Errorf("one Mini App user twice: %v", err)
		}
	})
}

func TestChangedStatementsAreFoundSince(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for i := range 3 {
			st := knowledge.Statement{Code: "PN-" + strconv.Itoa(i), UpdatedAt: day.Add(time.Duration(i) * time.Millisecond), IssuedAt: day}
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

func TestSessionsEnd(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for i, officer := range []string{"o1", "o1", "o2", "o3"} {
			session := desk.Session{ID: strconv.Itoa(i), Officer: officer, CreatedAt: day, ExpiresAt: day.Add(time.Duration(i) * time.Hour)}
			if err := s.InsertSession(t.Context(), &session); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.DeleteSessionsOf(t.Context(), "o1"); err != nil {
			t.Fatal(err)
		}
		if err := s.DeleteSessionsExpired(t.Context(), day.Add(3*time.Hour)); err != nil {
			t.Fatal(err)
		}
		for id, want := range map[string]error{"0": desk.ErrNotFound, "1": desk.ErrNotFound, "2": desk.ErrNotFound, "3": nil} {
			if _, err := s.Session(t.Context(), id); !errors.Is(err, want) {
				t.Errorf("session %s: %v, want %v", id, err, want)
			}
		}
	})
}

func TestAnErasedPersonLeavesOnlyQuestions(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		ctx := t.Context()
		person := desk.Requester{ID: "oa:1", OAUserID: "1", AppUserID: "a1", DisplayName: "Lê Thị Lan", Newsroom: "Báo", CreatedAt: day}
		request := desk.Request{Code: "TH-1", Source: "e1", Requester: "oa:1", Question: "Khi nào xong?", Due: day, CreatedAt: day,
			Context: []desk.Line{{At: day, From: "requester", Text: "số của tôi 09…"}}}
		chat := bot.Conversation{ID: "oa:1", UpdatedAt: day}
		items := []*store.Item{
			{ID: "m1", Lane: "oa:1", Seq: 1, State: store.ItemDone, Body: []byte("chào"), Ref: "z1"},
			{ID: "m2", Lane: "oa:1", Seq: 2, State: store.ItemAside, Body: []byte("lỗi")},
			{ID: "m3", Lane: "oa:1", Seq: 3, State: store.ItemPending, Body: []byte("mới")},
			{ID: "m4", Lane: "oa:2", Seq: 4, State: store.ItemDone, Body: []byte("khác")},
		}
		_, errItems := s.Queue("inbox").InsertItems(ctx, items)
		if err := errors.Join(errItems, s.InsertRequester(ctx, &person), s.InsertRequest(ctx, &request), s.SaveConversation(ctx, &chat),
			s.AddLedger(ctx, store.LedgerEntry{ID: "l1", Requester: "oa:1", Statement: "PN-1", At: day})); err != nil {
			t.Fatal(err)
		}
		for range 2 { // again, as after a crash
			if err := s.EraseRequester(ctx, "oa:1"); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := s.Conversation(ctx, "oa:1"); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("the conversation: %v", err)
		}
		if told, err := s.LedgerOfRequester(ctx, "oa:1", 0); err != nil || len(told) != 0 {
			t.Errorf("the ledger has %d, %v", len(told), err)
		}
		gotPerson, err := s.Requester(ctx, "oa:1")
		if diff := cmp.Diff(desk.Requester{ID: "oa:1", Version: 2, Kind: desk.Citizen, Erased: true, CreatedAt: gotPerson.CreatedAt}, gotPerson); err != nil || diff != "" {
			t.Errorf("the person: %v\n%s", err, diff)
		}
		gotRequest, err := s.Request(ctx, "TH-1")
		if err != nil || gotRequest.Question != "Khi nào xong?" || gotRequest.Requester != "" || gotRequest.Context != nil {
			t.Errorf("the request: %+v, %v", gotRequest, err)
		}
		for id, want := range map[string]string{"m1": "", "m2": "", "m3": "mới", "m4": "khác"} {
			item, err := s.Queue("inbox").Item(ctx, id)
			if err != nil || string(item.Body) != want {
				t.Errorf("item %s has body %q, want %q, %v", id, item.Body, want, err)
			}
		}
	})
}

func codes(found []desk.Request) []string {
	var codes []string
	for _, r := range found {
		codes = append(codes, r.Code)
	}
	return codes
}
