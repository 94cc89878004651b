package store_test

import (
	"bytes"
	"errors"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/store"
	"phatngon/internal/store/casefile"
	"phatngon/internal/store/storetest"
)

func TestCasesAreListedByColumnOldestFirst(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for i, c := range []cases.Case{
			{Code: "TG-1", Unit: "TH-YT", State: cases.Received}, {Code: "TG-2", Unit: "TH-YT", State: cases.Verifying},
			{Code: "TG-3", Unit: "TH-XD", State: cases.Classified}, {Code: "TG-4", Unit: "TH-YT", State: cases.Done},
		} {
			c.CreatedAt = day.Add(-time.Duration(i) * time.Hour)
			if err := s.InsertCase(t.Context(), &c); err != nil || c.Version != 1 {
				t.Fatal(c.Version, err)
			}
		}
		for _, c := range []struct {
			filter store.CaseFilter
			want   []string
		}{
			{store.CaseFilter{}, []string{"TG-4", "TG-3", "TG-2", "TG-1"}},
			{store.CaseFilter{Unit: "TH-YT"}, []string{"TG-4", "TG-2", "TG-1"}},
			{store.CaseFilter{Board: cases.ColumnVerifying}, []string{"TG-3", "TG-2"}},
			{store.CaseFilter{Unit: "TH-YT", Board: cases.ColumnVerifying}, []string{"TG-2"}},
		} {
			c.filter.Limit = 1
			found := walk(t, 1, func(after string) ([]cases.Case, string, error) {
				c.filter.After = after
				return s.Cases(t.Context(), c.filter)
			})
			var got []string
			for _, c := range found {
				got = append(got, c.Code)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("%+v: -want +got\n%s", c.filter, diff)
			}
		}
		counts, err := s.CountCases(t.Context(), "TH-YT")
		if diff := cmp.Diff(map[cases.Column]int{cases.ColumnNew: 1, cases.ColumnVerifying: 1, cases.ColumnDone: 1}, counts); err != nil || diff != "" {
			t.Errorf("%v\n%s", err, diff)
		}
	})
}

func TestACaseKeepsItsEffectsAndRefusesAnOldVersion(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		c := cases.Case{Code: "TG-1", State: cases.Received, CreatedAt: day, Effects: []effect.Effect{{Key: "a", Kind: effect.DoAudit, At: day}}}
		if err := s.InsertCase(t.Context(), &c); err != nil || len(c.Effects) > 0 {
			t.Fatal(c.Effects, err)
		}
		old := c
		c.Into, c.State = "TG-2", cases.Duplicate
		if err := s.ReplaceCase(t.Context(), &c); err != nil {
			t.Fatal(err)
		}
		if err := s.ReplaceCase(t.Context(), &old); !errors.Is(err, desk.ErrConflict) {
			t.Errorf("an old version: %v", err)
		}
		if left, err := s.Pending(t.Context(), store.Cases, "TG-1"); err != nil || len(left) != 1 {
			t.Errorf("pending %v, %v", left, err)
		}
		whole := cases.Case{Code: "TG-2", State: cases.Verifying, CreatedAt: day}
		if err := s.InsertCase(t.Context(), &whole); err != nil {
			t.Fatal(err)
		}
		if now, err := s.CaseNow(t.Context(), "TG-1"); err != nil || now.Code != "TG-2" {
			t.Errorf("it is now %s, %v", now.Code, err)
		}
	})
}

func TestAReportIsTakenOnceAndItsSenderIsKeptApart(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		ctx := t.Context()
		r := cases.Report{ID: "r1", Source: "e1", Requester: "oa:1", Consent: true, TextHash: "e3b0", Text: "Số của tôi 0912345678: vỡ đập.", CreatedAt: day}
		if err := s.InsertReport(ctx, &r); err != nil {
			t.Fatal(err)
		}
		again := cases.Report{ID: "r2", Source: "e1", Anonymous: true, CreatedAt: day}
		var taken *store.TakenError
		if err := s.InsertReport(ctx, &again); !errors.As(err, &taken) || taken.Key != "report_taken_already" {
			t.Errorf("taken twice: %v", err)
		}
		stored, err := s.ReportBySource(ctx, "e1")
		if err != nil || stored.Requester != "" || stored.Version != 1 {
			t.Errorf("stored %+v, %v", stored, err)
		}
		if who, err := s.Sender(ctx, "r1"); err != nil || who != "oa:1" {
			t.Errorf("sent by %q, %v", who, err)
		}
		if _, err := s.OwnReport(ctx, "oa:1", "r1"); err != nil {
			t.Error(err)
		}
		if _, err := s.OwnReport(ctx, "oa:2", "r1"); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("another's report: %v", err)
		}
		if own, err := s.ReportsOf(ctx, "oa:1", 5); err != nil || len(own) != 1 {
			t.Errorf("own %v, %v", own, err)
		}
		person := people.Requester{ID: "oa:1", OAUserID: "1", CreatedAt: day}
		if err := s.InsertRequester(ctx, &person); err != nil {
			t.Fatal(err)
		}
		for range 2 { // after a crash it is repeated
			if err := s.EraseRequester(ctx, "oa:1", "e9", day, func(string) string { return "" }); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := s.Sender(ctx, "r1"); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("an erased person is still the sender: %v", err)
		}
		left, err := s.Report(ctx, "r1")
		if err != nil || left.Consent || !left.Anonymous || left.TextHash != "" || bytes.Contains([]byte(left.Text), []byte("0912345678")) {
			t.Errorf("left: %+v, %v", left, err)
		}
	})
}

func TestEvidenceIsKeptAsReceivedAndAnAlterationIsFound(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		data := bytes.Repeat([]byte("0123456789abcdef"), 200_000) // over three chunks
		e := cases.Evidence{ID: "r1/0", Report: "r1", ReceivedAt: day}
		if err := s.KeepEvidence(t.Context(), &e, data); err != nil {
			t.Fatal(err)
		}
		twice := cases.Evidence{ID: "r1/0", Report: "r1", ReceivedAt: day}
		if err := s.KeepEvidence(t.Context(), &twice, data); err != nil {
			t.Errorf("kept again: %v", err)
		}
		kept, err := s.Evidence(t.Context(), "r1/0")
		if err != nil || kept.Size != len(data) || len(kept.SHA256) != 64 {
			t.Fatalf("%+v, %v", kept, err)
		}
		if got, err := s.EvidenceBytes(t.Context(), kept); err != nil || !bytes.Equal(got, data) {
			t.Errorf("%d bytes, %v", len(got), err)
		}
		other := cases.Evidence{ID: "r1/1", Report: "r1", ReceivedAt: day}
		if err := s.KeepEvidence(t.Context(), &other, []byte("khác")); err != nil {
			t.Fatal(err)
		}
		other.Size--
		if _, err := s.EvidenceBytes(t.Context(), cases.Evidence{SHA256: other.SHA256, Size: other.Size + 1}); err != nil {
			t.Error(err)
		}
		kept.Size = 10 // as if bytes had been taken away
		if _, err := s.EvidenceBytes(t.Context(), kept); !errors.Is(err, casefile.ErrAltered) {
			t.Errorf("altered: %v", err)
		}
	})
}

func TestOfManyReportsAtOnceOneNamesTheCase(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		led := make([]string, 8)
		race(len(led), func(i int) {
			to, err := s.ClaimTrace(t.Context(), cases.Trace{ID: "link:youtube:1", Kind: cases.TraceLink, Case: "TG-" + strconv.Itoa(i), At: day})
			if err != nil {
				t.Error(err)
			}
			led[i] = to
		})
		for _, to := range led {
			if to == "" || to != led[0] {
				t.Errorf("they lead to %v", led)
			}
		}
		if all, err := s.Traces(t.Context(), cases.TraceLink, 10); err != nil || len(all) != 1 {
			t.Errorf("%v, %v", all, err)
		}
	})
}

func TestAnUploadIsKeptUntilItIsOldAndAloneIsRemoved(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		ctx, data := t.Context(), bytes.Repeat([]byte("0123456789abcdef"), 200_000)
		old, fresh := cases.Evidence{ID: "u1", ReceivedAt: day}, cases.Evidence{ID: "u2", ReceivedAt: day.Add(time.Hour)}
		taken := cases.Evidence{ID: "r1-1", Report: "r1", ReceivedAt: day}
		for _, keep := range []error{s.KeepUpload(ctx, &old, data), s.KeepUpload(ctx, &fresh, data), s.KeepEvidence(ctx, &taken, data)} {
			if keep != nil {
				t.Fatal(keep)
			}
		}
		again := cases.Evidence{ID: "u1", ReceivedAt: day}
		if err := s.KeepUpload(ctx, &again, data); err != nil {
			t.Errorf("kept again: %v", err)
		}
		if got, err := s.UploadBytes(ctx, old); err != nil || !bytes.Equal(got, data) {
			t.Errorf("%d bytes, %v", len(got), err)
		}
		if err := s.DeleteUploadsBefore(ctx, day.Add(time.Minute)); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Upload(ctx, "u1"); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("an old upload is still there: %v", err)
		}
		if _, err := s.UploadBytes(ctx, old); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("its bytes are: %v", err)
		}
		if got, err := s.UploadBytes(ctx, fresh); err != nil || !bytes.Equal(got, data) {
			t.Errorf("a fresh one has %d bytes, %v", len(got), err)
		}
		if got, err := s.EvidenceBytes(ctx, taken); err != nil || !bytes.Equal(got, data) {
			t.Errorf("the evidence has %d bytes, %v", len(got), err)
		}
	})
}

func TestAPictureThatIsNotKeptIsNoted(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for _, id := range []string{"r1/0", "r1/1"} {
			e := cases.Evidence{ID: id, Report: "r1", ReceivedAt: day, Problem: "Zalo không còn giữ ảnh này."}
			if err := s.KeepEvidence(t.Context(), &e, nil); err != nil {
				t.Fatal(err)
			}
			if err := s.RemoveEvidence(t.Context(), id, "Hết hạn."); err != nil {
				t.Error(err)
			}
		}
	})
}

func TestBytesAreRemovedWhenNoReportShowsThemAnyMore(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		data := bytes.Repeat([]byte("0123456789abcdef"), 100_000) // over two chunks
		for _, id := range []string{"r1/0", "r2/0"} {
			e := cases.Evidence{ID: id, Report: id[:2], ReceivedAt: day}
			if err := s.KeepEvidence(t.Context(), &e, data); err != nil {
				t.Fatal(err)
			}
		}
		for _, step := range []struct {
			id   string
			left bool
		}{{"r1/0", true}, {"r1/0", true}, {"r2/0", false}, {"r2/0", false}} { // after a crash it is repeated
			if err := s.RemoveEvidence(t.Context(), step.id, "Hết hạn."); err != nil {
				t.Fatal(err)
			}
			e, err := s.Evidence(t.Context(), step.id)
			if err != nil || e.Problem != "Hết hạn." || e.SHA256 == "" {
				t.Fatalf("%+v, %v", e, err)
			}
			if _, err := s.EvidenceBytes(t.Context(), e); (err == nil) != step.left {
				t.Errorf("%s removed: the bytes: %v", step.id, err)
			}
		}
		again := cases.Evidence{ID: "r3/0", Report: "r3", ReceivedAt: day}
		if err := s.KeepEvidence(t.Context(), &again, data); err != nil {
			t.Fatal(err)
		}
		if _, err := s.EvidenceBytes(t.Context(), again); err != nil {
			t.Errorf("received again: %v", err)
		}
	})
}
