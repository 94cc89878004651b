package store_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/rights"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

func claimIDs(found []rights.Claim) []string {
	var ids []string
	for _, c := range found {
		ids = append(ids, c.ID)
	}
	return ids
}

func TestClaimsAreListedByTheirDeadlineAndEnteredOnce(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for i, id := range []string{"DL-1", "DL-2", "DL-3"} {
			c := rights.Claim{ID: id, Source: id, Requester: "oa:1", State: rights.Received, Open: true, Due: day.AddDate(0, 0, -i), CreatedAt: day.Add(time.Duration(i) * time.Hour), UpdatedAt: day}
			if err := s.InsertClaim(t.Context(), &c); err != nil {
				t.Fatal(err)
			}
			c.ID = "other"
			if err := s.InsertClaim(t.Context(), &c); !errors.Is(err, desk.ErrConflict) {
				t.Errorf("the same source twice: %v", err)
			}
		}
		open := walk(t, 2, func(after string) ([]rights.Claim, string, error) {
			return s.OpenClaims(t.Context(), time.Time{}, after, 2)
		})
		if diff := cmp.Diff([]string{"DL-3", "DL-2", "DL-1"}, claimIDs(open)); diff != "" {
			t.Errorf("-want +open\n%s", diff)
		}
		late, _, err := s.OpenClaims(t.Context(), day, "", 10)
		if diff := cmp.Diff([]string{"DL-3", "DL-2"}, claimIDs(late)); err != nil || diff != "" {
			t.Errorf("%v, -want +overdue\n%s", err, diff)
		}
		open[0].State, open[0].Open, open[0].UpdatedAt = rights.Done, false, day.Add(time.Hour)
		if err := s.ReplaceClaim(t.Context(), &open[0]); err != nil {
			t.Fatal(err)
		}
		ended, _, err := s.EndedClaims(t.Context(), "", 10)
		if diff := cmp.Diff([]string{"DL-3"}, claimIDs(ended)); err != nil || diff != "" {
			t.Errorf("%v, -want +ended\n%s", err, diff)
		}
		if err := s.JoinClaims(t.Context(), "oa:1", "oa:2"); err != nil {
			t.Fatal(err)
		}
		own, err := s.ClaimsOf(t.Context(), "oa:2")
		if diff := cmp.Diff([]string{"DL-3", "DL-2", "DL-1"}, claimIDs(own)); err != nil || diff != "" {
			t.Errorf("%v, -want +own\n%s", err, diff)
		}
		if err := s.DeleteClaimsEndedBefore(t.Context(), day.Add(2*time.Hour)); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Claim(t.Context(), "DL-3"); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("an ended one that was kept long enough: %v", err)
		}
		if _, err := s.ClaimBySource(t.Context(), "DL-1"); err != nil {
			t.Errorf("an open one: %v", err)
		}
	})
}

func TestWordsOfGraveTalksAndOldChatsGoAlone(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		said := []handover.Line{{At: day, From: "requester", Text: "x"}}
		for _, h := range []handover.HandOver{
			{ID: "grave", Grave: true, State: handover.Ended, Lines: said, ClosedAt: day}, {ID: "open", Grave: true, State: handover.Talking, Open: true, Lines: said},
			{ID: "later", Grave: true, State: handover.Ended, Lines: said, ClosedAt: day.Add(time.Hour)}, {ID: "plain", State: handover.Ended, Lines: said, ClosedAt: day},
		} {
			if err := s.InsertHandOver(t.Context(), &h); err != nil {
				t.Fatal(err)
			}
		}
		for range 2 {
			if err := s.SilenceGraveEndedBefore(t.Context(), day.Add(time.Minute)); err != nil {
				t.Fatal(err)
			}
		}
		for id, want := range map[string]int{"grave": 0, "open": 1, "later": 1, "plain": 1} {
			if h, err := s.HandOver(t.Context(), id); err != nil || len(h.Lines) != want {
				t.Errorf("%s has %d lines, %v; want %d", id, len(h.Lines), err, want)
			}
		}
		for id, at := range map[string]time.Time{"oa:old": day, "oa:new": day.Add(time.Hour)} {
			if err := s.SaveConversation(t.Context(), &chat.Conversation{ID: id, UpdatedAt: at}); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.DeleteConversationsBefore(t.Context(), day.Add(time.Minute)); err != nil {
			t.Fatal(err)
		}
		_, gone := s.Conversation(t.Context(), "oa:old")
		_, there := s.Conversation(t.Context(), "oa:new")
		if !errors.Is(gone, desk.ErrNotFound) || there != nil {
			t.Errorf("the old chat: %v; the new one: %v", gone, there)
		}
	})
}
