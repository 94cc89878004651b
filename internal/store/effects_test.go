package store_test

import (
	"context"
	"errors"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/verdict"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/knowledge/statement"
)

func audited(key string) effect.Effect {
	return effect.Effect{Key: key, Kind: effect.DoAudit, At: day, Audit: &effect.AuditLine{Action: "approve", Subject: key}}
}

// carriers write a document of each carrying collection, twice.
func carriers(s *store.Store) map[string]func(ctx context.Context, first, second effect.Effect) (id string, err error) {
	return map[string]func(ctx context.Context, first, second effect.Effect) (string, error){
		store.Statements: func(ctx context.Context, first, second effect.Effect) (string, error) {
			d := statement.Statement{Code: "PN-1"}
			return d.Code, errors.Join(s.InsertStatement(ctx, &d, first), s.ReplaceStatement(ctx, &d, second))
		},
		store.Requests: func(ctx context.Context, first, second effect.Effect) (string, error) {
			d := request.Request{Code: "TH-1"}
			return d.Code, errors.Join(s.InsertRequest(ctx, &d, first), s.ReplaceRequest(ctx, &d, second))
		},
		store.Requesters: func(ctx context.Context, first, second effect.Effect) (string, error) {
			d := people.Requester{ID: "oa:1"}
			return d.ID, errors.Join(s.InsertRequester(ctx, &d, first), s.ReplaceRequester(ctx, &d, second))
		},
		store.Officers: func(ctx context.Context, first, second effect.Effect) (string, error) {
			d := people.Officer{ID: "o1"}
			return d.ID, errors.Join(s.InsertOfficer(ctx, &d, first), s.ReplaceOfficer(ctx, &d, second))
		},
		store.Sessions: func(ctx context.Context, first, second effect.Effect) (string, error) {
			d := people.Session{ID: "s1"}
			return d.ID, s.InsertSession(ctx, &d, first, second)
		},
		store.Deliveries: func(ctx context.Context, first, second effect.Effect) (string, error) {
			d := delivery.Delivery{ID: "d1"}
			return d.ID, errors.Join(s.InsertDelivery(ctx, &d, first), s.ReplaceDelivery(ctx, &d, second))
		},
		store.HandOvers: func(ctx context.Context, first, second effect.Effect) (string, error) {
			d := handover.HandOver{ID: "h1"}
			return d.ID, errors.Join(s.InsertHandOver(ctx, &d, first), s.ReplaceHandOver(ctx, &d, second))
		},
		store.Verdicts: func(ctx context.Context, first, second effect.Effect) (string, error) {
			d := verdict.Verdict{ID: "v1"}
			if err := s.PutVerdict(ctx, d); err != nil {
				return "", err
			}
			d.Version = 1
			return d.ID, s.ReplaceVerdict(ctx, &d, first, second)
		},
		store.Policies: func(ctx context.Context, first, second effect.Effect) (string, error) {
			d := store.PolicyVersion{ID: "p1"}
			return d.ID, s.InsertPolicy(ctx, &d, first, second)
		},
		store.Settings: func(ctx context.Context, first, second effect.Effect) (string, error) {
			d := store.Setting{ID: "calendar"}
			return d.ID, errors.Join(s.SaveSetting(ctx, &d, first), s.SaveSetting(ctx, &d, second))
		},
	}
}

func TestAChangeAndWhatFollowsItAreOneDocument(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for collection, write := range carriers(s) {
			want := []effect.Effect{audited(collection + "/1"), audited(collection + "/2")}
			id, err := write(t.Context(), want[0], want[1])
			if err != nil {
				t.Errorf("%s: %v", collection, err)
				continue
			}
			got, err := s.Pending(t.Context(), collection, id)
			if diff := cmp.Diff(want, got); err != nil || diff != "" {
				t.Errorf("%s: %v, -written +pending\n%s", collection, err, diff)
			}
		}
	})
}

func TestAnEffectComesBackWithAllItNeeds(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		line := []effect.Line{{At: day, From: "requester", Text: "chào"}}
		want := []effect.Effect{
			{Key: "e1/say", Kind: effect.DoSay, At: day, Message: &effect.Message{Text: "Đã ghi nhận.", Buttons: []effect.Button{{Title: "Xem", URL: "https://example.vn"}}}},
			{Key: "e1/file", Kind: effect.DoFile, At: day, Filing: &effect.Filing{Question: "ngày nào?", Notes: []string{"gấp"}, Unit: "TH-YT", Context: line}},
			{Key: "e1/hand_over", Kind: effect.DoHandOver, At: day, HandOver: &effect.HandOver{Context: line}},
			{Key: "e1/tell", Kind: effect.DoTell, At: day, Told: []effect.Told{{Statement: "PN-1", Version: 3}}},
			{Key: "e1/asked", Kind: effect.DoAsked, At: day, Asking: &effect.Asking{Question: "ngày nào?", Statements: []string{"PN-1"}, Picked: true}},
			{Key: "e1/verdict", Kind: effect.DoVerdict, At: day, Verdict: &effect.Verdict{Question: "ngày nào?", Before: "khám ở đâu?", Outcome: "related", Shown: []effect.Shown{{Statement: "PN-1", Version: 3, Quote: "Ngày 5."}}, Right: true}},
			{Key: "e1/answer", Kind: effect.DoAnswer, At: day, Answer: &effect.Answer{Request: "TH-1", Part: 1, Revision: 2}},
			{Key: "e1/supersede", Kind: effect.DoSupersede, At: day, Statement: &effect.Statement{Code: "PN-2", Version: 1, Codes: []string{"PN-1"}}},
		}
		if err := s.InsertRequester(t.Context(), &people.Requester{ID: "oa:1"}, want...); err != nil {
			t.Fatal(err)
		}
		if err := s.Settle(t.Context(), store.Requesters, "oa:1", "e1/say"); err != nil {
			t.Fatal(err)
		}
		got, err := s.Pending(t.Context(), store.Requesters, "oa:1")
		if diff := cmp.Diff(want[1:], got); err != nil || diff != "" {
			t.Errorf("%v, -written +pending\n%s", err, diff)
		}
	})
}

func TestAChangeThatIsRefusedIsFollowedByNothing(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		o := people.Officer{ID: "o1", Email: "lan@thanhhoa.vn"}
		if err := s.InsertOfficer(t.Context(), &o); err != nil {
			t.Fatal(err)
		}
		stale := people.Officer{ID: "o1", Version: 7}
		taken := people.Officer{ID: "o2", Email: o.Email}
		for name, err := range map[string]error{
			"a stale replace": s.ReplaceOfficer(t.Context(), &stale, audited("stale")),
			"a taken id":      s.InsertOfficer(t.Context(), &people.Officer{ID: "o1"}, audited("again")),
			"a taken address": s.InsertOfficer(t.Context(), &taken, audited("taken")),
		} {
			if !errors.Is(err, desk.ErrConflict) {
				t.Errorf("%s: %v, want ErrConflict", name, err)
			}
		}
		if found, err := s.Outstanding(t.Context(), 10); err != nil || len(found) != 0 {
			t.Errorf("outstanding: %v, %v", found, err)
		}
	})
}

func TestAReplaceKeepsWhatIsPendingAndEachKeyOnce(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		r := request.Request{Code: "TH-1"}
		for _, some := range [][]effect.Effect{
			{audited("a"), audited("a")}, {audited("b"), audited("a"), audited("c")}, nil, {audited("c")},
		} {
			write := s.ReplaceRequest
			if r.Version == 0 {
				write = s.InsertRequest
			}
			if err := write(t.Context(), &r, some...); err != nil {
				t.Fatal(err)
			}
		}
		got, err := s.Pending(t.Context(), store.Requests, "TH-1")
		if diff := cmp.Diff([]string{"a", "b", "c"}, keysOf(got)); err != nil || diff != "" {
			t.Errorf("%v, -want +pending\n%s", err, diff)
		}
	})
}

func TestAnOfficersFormDoesNotConflictBecauseAnEffectIsDone(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		r := request.Request{Code: "TH-1", Question: "ngày nào?"}
		if err := s.InsertRequest(t.Context(), &r, audited("a"), audited("b")); err != nil {
			t.Fatal(err)
		}
		if err := s.Settle(t.Context(), store.Requests, "TH-1", "a", "never there"); err != nil {
			t.Fatal(err)
		}
		r.Question = "hôm nào?"
		if err := s.ReplaceRequest(t.Context(), &r); err != nil {
			t.Errorf("the form that was open meanwhile: %v", err)
		}
		if err := s.Settle(t.Context(), store.Requests, "TH-1", "b"); err != nil {
			t.Fatal(err)
		}
		if stored, err := s.Request(t.Context(), "TH-1"); err != nil || stored.Version != 2 || stored.Question != "hôm nào?" {
			t.Errorf("%+v, %v", stored, err)
		}
		if found, err := s.Outstanding(t.Context(), 10); err != nil || len(found) != 0 {
			t.Errorf("outstanding when all is done: %v, %v", found, err)
		}
	})
}

func TestWhatACrashLeftIsFoundByIdInEachCollection(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for i := range 5 {
			n := strconv.Itoa(5 - i)
			r, o := request.Request{Code: "TH-" + n, Source: n}, people.Officer{ID: "o" + n, Email: n}
			err := errors.Join(s.InsertRequest(t.Context(), &r, audited("TH-"+n)), s.InsertOfficer(t.Context(), &o))
			if err != nil {
				t.Fatal(err)
			}
		}
		o := people.Officer{ID: "o6", Email: "6"}
		if err := s.InsertOfficer(t.Context(), &o, audited("o6")); err != nil {
			t.Fatal(err)
		}
		found, err := s.Outstanding(t.Context(), 2)
		want := []store.Carrier{
			{Collection: store.Requests, ID: "TH-1", Effects: []effect.Effect{audited("TH-1")}},
			{Collection: store.Requests, ID: "TH-2", Effects: []effect.Effect{audited("TH-2")}},
			{Collection: store.Officers, ID: "o6", Effects: []effect.Effect{audited("o6")}},
		}
		if diff := cmp.Diff(want, found); err != nil || diff != "" {
			t.Errorf("%v, -left +found\n%s", err, diff)
		}
	})
}

func TestSettlingWhatIsGoneIsNoErrorAndWhatCarriesNothingIsOne(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		if err := s.Settle(t.Context(), store.Sessions, "ended", "a"); err != nil {
			t.Errorf("a document that is gone: %v", err)
		}
		if got, err := s.Pending(t.Context(), store.Sessions, "ended"); err != nil || len(got) != 0 {
			t.Errorf("pending in what is gone: %v, %v", got, err)
		}
		for _, collection := range []string{"conversations", "inbox", "none"} {
			if err := s.Settle(t.Context(), collection, "1", "a"); err == nil {
				t.Errorf("settled in %s", collection)
			}
		}
	})
}

func keysOf(effects []effect.Effect) []string {
	keys := make([]string, len(effects))
	for i, f := range effects {
		keys[i] = f.Key
	}
	return keys
}
