package store

import (
	"context"
	"fmt"
	"slices"
	"time"

	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/privacy"
	"phatngon/internal/desk/request"
	"phatngon/internal/store/engine"
)

// EraseRequester removes what is known of a person: themselves but for an Erasure, the
// conversation, the ledger, the askings, the verdicts, what was not answered, what officers noted on their
// requests or typed for them, and the bodies of handled and set-aside messages, from the embedded engine's log too. by is the event that wished it; asker is
// the hash that their askings of a statement carry. Their requests, deliveries and
// hand-overs stay as nobody's, their reports anonymous: the requests to be answered, with what is personal taken
// out of what the person typed, hand-overs closed and without words. Messages still to be
// handled stay too: they are newer than the wish to be erased. The lanes keep their name
// until queue.Disown. It may be repeated after a crash; a person who is not known is no
// error.
func (s *Store) EraseRequester(ctx context.Context, id, by string, at time.Time, asker func(statement string) string) error {
	for _, erase := range []func(context.Context, string) error{
		func(ctx context.Context, id string) error { return s.leaveErasures(ctx, id, by, at) },
		s.eraseMessages,
		func(ctx context.Context, id string) error { return conversations.Remove(ctx, s.e, id) },
		func(ctx context.Context, id string) error { return s.eraseTold(ctx, id, asker) },
		func(ctx context.Context, _ string) error { return s.EraseMissesOf(ctx, asker("")) },
		s.eraseAttachments,
		s.eraseTyped, // before the requests are nobody's
		s.eraseFromRequests,
		s.eraseFromDeliveries,
		s.eraseHandOvers,
		s.caseFiles.Erase,
		s.removePerson,
	} {
		if err := erase(ctx, id); err != nil {
			return fmt.Errorf("erase a requester: %w", err)
		}
	}
	return s.Scrub(ctx)
}

func (s *Store) eraseMessages(ctx context.Context, id string) error {
	for _, name := range []string{"inbox", "outbox"} {
		if err := s.Queue(name).EmptyLane(ctx, id, id); err != nil {
			return err
		}
	}
	return nil
}

// eraseTold removes a person's entries in the ledger, and first the askings and verdicts of
// the statements they name: an asking is written before its entry, so that none
// is left without one.
func (s *Store) eraseTold(ctx context.Context, id string, asker func(statement string) string) error {
	for {
		told, err := ledger.Find(ctx, s.e, engine.Query{Index: "requester_at", Equal: []any{id}, Limit: engine.MaxBatch})
		if err != nil || len(told) == 0 {
			return err
		}
		var ids []string
		statements := map[string]bool{}
		for _, entry := range told {
			ids, statements[entry.Statement] = append(ids, entry.ID), true
		}
		for statement := range statements {
			if err := askings.RemoveAll(ctx, s.e, engine.Query{Index: "asker_day", Equal: []any{asker(statement)}}); err != nil {
				return err
			}
			if err := s.EraseVerdictsOf(ctx, asker(statement)); err != nil {
				return err
			}
		}
		if err := ledger.Remove(ctx, s.e, ids...); err != nil {
			return err
		}
	}
}

func (s *Store) eraseFromRequests(ctx context.Context, id string) error {
	return requests.Change(ctx, s.e, engine.Query{Index: "requester_created", Equal: []any{id}}, func(r *requestDocument) {
		r.Requester, r.Newsroom, r.Context = "", "", nil
		eraseWords(&r.Request)
		r.Notes = slices.DeleteFunc(r.Notes, request.OfForm)
		for i := range r.Notes {
			r.Notes[i] = privacy.Erase(r.Notes[i])
		}
		*r = requestDocumentOf(&r.Request) // nor is it found by what was taken out
	})
}

func (s *Store) eraseFromDeliveries(ctx context.Context, id string) error {
	return deliveries.Change(ctx, s.e, engine.Query{Index: "requester", Equal: []any{id}}, func(d *delivery.Delivery) { d.Requester = "" })
}

// eraseHandOvers leaves a closed one without words: the effect that entered it may
// come again, and must find it there.
func (s *Store) eraseHandOvers(ctx context.Context, id string) error {
	return handOvers.Change(ctx, s.e, engine.Query{Index: "requester", Equal: []any{id}}, func(h *handover.HandOver) {
		h.Requester, h.Newsroom, h.Context, h.Lines, h.Heard = "", "", nil, nil, nil
		h.State, h.Open = handover.Ended, false
	})
}

// eraseWords takes what is personal out of what the person wrote; the rest goes on to be
// answered.
func eraseWords(r *request.Request) {
	r.Question = privacy.Erase(r.Question)
	r.Form.Residence, r.Form.Concern, r.Form.Consent = "", "", ""
	r.Files = nil
	for i := range r.Additions {
		r.Additions[i].Text = privacy.Erase(r.Additions[i].Text)
		r.Additions[i].Files = nil
	}
	for n := range r.Parts {
		p := &r.Parts[n]
		p.Asks = privacy.Erase(p.Asks)
		for i := range p.Clarifications {
			p.Clarifications[i].Answer = privacy.Erase(p.Clarifications[i].Answer)
		}
	}
}
