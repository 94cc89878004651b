package store_test

import (
	"errors"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

func TestPeopleWithoutAMiniAppUserDoNotCollide(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for _, r := range []people.Requester{{ID: "oa:1"}, {ID: "oa:2"}, {ID: "oa:3", AppUserID: "app-3"}} {
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
		dup := people.Requester{ID: "app:x", AppUserID: "app-3"}
		if err := s.InsertRequester(t.Context(), &dup); !errors.Is(err, desk.ErrConflict) {
			t.Errorf("one Mini App user twice: %v", err)
		}
	})
}

func TestSessionsEnd(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for i, officer := range []string{"o1", "o1", "o2", "o3"} {
			session := people.Session{ID: strconv.Itoa(i), Officer: officer, CreatedAt: day, ExpiresAt: day.Add(time.Duration(i) * time.Hour)}
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
		person := people.Requester{ID: "oa:1", OAUserID: "1", AppUserID: "a1", DisplayName: "Lê Thị Lan", Newsroom: "Báo", CreatedAt: day}
		handOver := handover.HandOver{ID: "h1", Unit: "TH-YT", State: handover.Waiting, Lines: []handover.Line{{At: day, From: "requester", Text: "bí mật"}}, Requester: "oa:1", Kind: people.ReporterVerified, Newsroom: "Báo", Open: true, CreatedAt: day,
			Context: []request.Line{{At: day, From: "requester", Text: "gặp cán bộ"}}}
		filed := request.Request{Code: "TH-1", Source: "e1", Requester: "oa:1", Question: "Khi nào xong?", Due: day, CreatedAt: day,
			Context: []request.Line{{At: day, From: "requester", Text: "số của tôi 09…"}}}
		chat := chat.Conversation{ID: "oa:1", UpdatedAt: day}
		items := []*store.Item{
			{ID: "m1", Lane: "oa:1", Seq: 1, State: store.ItemDone, Body: []byte("chào"), Ref: "z1"},
			{ID: "m2", Lane: "oa:1", Seq: 2, State: store.ItemAside, Body: []byte("lỗi")},
			{ID: "m3", Lane: "oa:1", Seq: 3, State: store.ItemPending, Body: []byte("mới")},
			{ID: "m4", Lane: "oa:2", Seq: 4, State: store.ItemDone, Body: []byte("khác")},
		}
		answer := delivery.Delivery{ID: "d1", Request: "TH-1", Requester: "oa:1", State: delivery.Accepted, CreatedAt: day, UpdatedAt: day}
		_, errItems := s.Queue("inbox").InsertItems(ctx, items)
		if err := errors.Join(errItems, s.InsertRequester(ctx, &person), s.InsertRequest(ctx, &filed), s.SaveConversation(ctx, &chat),
			s.InsertDelivery(ctx, &answer), s.InsertHandOver(ctx, &handOver),
			s.AddLedger(ctx, store.LedgerEntry{ID: "l1", Requester: "oa:1", Statement: "PN-1", At: day})); err != nil {
			t.Fatal(err)
		}
		for range 2 { // again, as after a crash
			if err := s.EraseRequester(ctx, "oa:1", "wish", day, askerOf("oa:1")); err != nil {
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
		if diff := cmp.Diff(people.Requester{ID: "oa:1", Kind: people.Citizen, Erased: true, ErasedAt: day, ErasedBy: gotPerson.ErasedBy}, gotPerson); err != nil || diff != "" {
			t.Errorf("the person: %v\n%s", err, diff)
		}
		if !s.ErasedBy(gotPerson, "wish") || s.ErasedBy(gotPerson, "another event") {
			t.Error("it is not known which event it was")
		}
		gotRequest, err := s.Request(ctx, "TH-1")
		if err != nil || gotRequest.Question != "Khi nào xong?" || gotRequest.Requester != "" || gotRequest.Context != nil {
			t.Errorf("the request: %+v, %v", gotRequest, err)
		}
		if got, err := s.Delivery(ctx, "d1"); err != nil || got.Requester != "" || got.Request != "TH-1" || got.State != delivery.Accepted {
			t.Errorf("the delivery: %+v, %v", got, err)
		}
		gotWish, err := s.HandOver(ctx, "h1")
		if diff := cmp.Diff(handover.HandOver{ID: "h1", Version: 2, Unit: "TH-YT", State: handover.Ended, Kind: people.ReporterVerified, CreatedAt: day, Since: gotWish.Since, SpokenAt: gotWish.SpokenAt, ClosedAt: gotWish.ClosedAt}, gotWish); err != nil || diff != "" {
			t.Errorf("the hand-over: %v\n%s", err, diff)
		}
		for id, want := range map[string]string{"m1": "", "m2": "", "m3": "mới", "m4": "khác"} {
			item, err := s.Queue("inbox").Item(ctx, id)
			if err != nil || string(item.Body) != want {
				t.Errorf("item %s has body %q, want %q, %v", id, item.Body, want, err)
			}
		}
	})
}
