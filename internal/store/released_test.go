package store_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"testing"
	"time"

	"phatngon/internal/desk/request"
	"phatngon/internal/store"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// seesAll reads everything that testdata/v1 holds, and changes nothing.
func seesAll(t *testing.T, s *store.Store) {
	t.Helper()
	for name, see := range map[string]func(context.Context, *store.Store) error{
		"statements": seeStatements, "requests": seeRequests, "people": seePeople, "the rest": seeRest, "queues": seeQueues,
	} {
		if err := see(t.Context(), s); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if found, err := s.Outstanding(t.Context(), 10); err != nil || len(found) != 0 {
		t.Errorf("outstanding: %v, %v", found, err)
	}
}

// holds is an error unless it holds.
func holds(ok bool, err error, got ...any) error {
	if err == nil && !ok {
		err = fmt.Errorf("%+v", got)
	}
	return err
}

func seeStatements(ctx context.Context, s *store.Store) error {
	all, _, errAll := s.Statements(ctx, store.StatementFilter{})
	published, _, errPublished := s.Statements(ctx, store.StatementFilter{Unit: "TH-NNMT", Status: statement.StatusPublished})
	changed, last, errChanged := s.StatementsChangedAfter(ctx, 0)
	number, errNumber := s.ChangeNumber(ctx)
	return errors.Join(
		holds(len(all) == 4 && all[0].Code == "PN-2026-0004" && all[0].Body != "", errAll, all),
		holds(len(published) == 1 && published[0].Questions[0] == "khi nào xong đường ven biển?", errPublished, published),
		holds(len(changed) == 0 && last == 0, errChanged, changed),
		holds(number == 0, errNumber, number))
}

func seeRequests(ctx context.Context, s *store.Store) error {
	open, _, errOpen := s.Requests(ctx, store.RequestFilter{Unit: "TH-YT", Open: true})
	unsent, _, errUnsent := s.Requests(ctx, store.RequestFilter{Unit: "TH-YT", State: request.Approved})
	found, _, errFound := s.SearchRequests(ctx, store.RequestSearch{Text: "cau hoi", Unit: "TH-YT"})
	counts, errCounts := s.CountRequests(ctx, "TH-YT")
	own, errOwn := s.RequestsOf(ctx, "oa:1", 0)
	filed, errFiled := s.RequestBySource(ctx, "event-7")
	return errors.Join(
		// Requests of that release are stored once more, with what they are listed by: it still
		// counted an approved one among the open.
		holds(len(open) == 4 && open[0].Code == "TH-2026-00001" && open[0].Version == 3, errOpen, open),
		holds(len(unsent) == 1 && unsent[0].Code == "TH-2026-00005", errUnsent, unsent),
		holds(len(found) == 7, errFound, found),
		holds(len(counts) == 7 && counts[request.Refused] == 1, errCounts, counts),
		holds(len(own) == 7, errOwn, own),
		holds(filed.Parts[0].Refusal.Reason == "Không thuộc thẩm quyền.", errFiled, filed))
}

func seePeople(ctx context.Context, s *store.Store) error {
	officers, errOfficers := s.Officers(ctx)
	session, errSession := s.Session(ctx, "session-1")
	citizen, errCitizen := s.Requester(ctx, "oa:1")
	reporter, errReporter := s.RequesterByApp(ctx, "2")
	chat, errChat := s.Conversation(ctx, "oa:1")
	return errors.Join(
		holds(len(officers) == 3 && officers[1].Email == "o1@example.vn", errOfficers, officers),
		holds(session.Officer == "o1", errSession, session),
		holds(citizen.Follows && citizen.AppUserID == "", errCitizen, citizen),
		holds(reporter.Newsroom == "Báo", errReporter, reporter),
		holds(chat.Greeted && len(chat.Lines) == 1, errChat, chat))
}

func seeRest(ctx context.Context, s *store.Store) error {
	about, errAbout := s.AuditOf(ctx, "TH-2026-00001", 0)
	told, errTold := s.LedgerOfRequester(ctx, "oa:1", 0)
	asked, errAsked := s.AskingsOf(ctx, "PN-2026-0002")
	token, errToken := s.Setting(ctx, "zalo-token")
	revision, errRevision := s.Revision(ctx, "knowledge")
	passage := sha256.Sum256([]byte("a"))
	vectors, errVectors := s.Vectors(ctx, "m", []answer.Hash{passage})
	return errors.Join(
		holds(len(about) == 3 && about[0].At.After(about[2].At), errAbout, about),
		holds(len(told) == 1, errTold, told),
		holds(len(asked) == 1 && asked[0].How == store.AskingPicked, errAsked, asked),
		holds(string(token.Value) == "sealed", errToken, token),
		holds(revision == 1, errRevision, revision),
		holds(len(vectors[passage]) == 2, errVectors, vectors))
}

func seeQueues(ctx context.Context, s *store.Store) error {
	var errs []error
	for _, name := range []string{"inbox", "outbox"} {
		q := s.Queue(name)
		open, errOpen := q.OpenItems(ctx, "oa:1", 0)
		aside, errAside := q.AsideItems(ctx, "oa:1")
		due, errDue := q.LanesDue(ctx, time.Time{}, store.Never, 10)
		errs = append(errs,
			holds(len(open) == 2 && string(open[0].Body) == "chào" && open[0].Subject == "", errOpen, open),
			holds(len(aside) == 1, errAside, aside),
			holds(len(due) == 1, errDue, due))
	}
	return errors.Join(errs...)
}
