package store

import (
	"context"
	"errors"
	"fmt"

	"phatngon/internal/desk"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/handover"
	"phatngon/internal/store/engine"
)

// JoinRequesters gives everything of one requester to another, who is the same person:
// requests, deliveries, hand-overs, ledger with what they asked and said of it, what was not answered, wishes, reports, registrations and claims. asker is the hash that a person has for a statement. The first keeps only to whom it was joined,
// so that its sessions go on, and lets go of its Mini App user. It may be repeated after a
// crash.
func (s *Store) JoinRequesters(ctx context.Context, from, to string, asker func(statement, who string) string) error {
	joinMisses := func(ctx context.Context, from, to string) error {
		return s.JoinMisses(ctx, asker("", from), asker("", to))
	}
	joinTold := func(ctx context.Context, from, to string) error { return s.joinTold(ctx, from, to, asker) }
	for _, move := range []func(context.Context, string, string) error{s.joinRequests, s.joinDeliveries, s.joinHandOvers, s.joinAttachments, joinMisses, joinTold, s.JoinWishes, s.JoinSenders, s.JoinRegistrations, s.JoinClaims, s.joinPerson} {
		if err := move(ctx, from, to); err != nil {
			return fmt.Errorf("join requesters: %w", err)
		}
	}
	return nil
}

func (s *Store) joinRequests(ctx context.Context, from, to string) error {
	return requests.Change(ctx, s.e, engine.Query{Index: "requester_created", Equal: []any{from}}, func(r *requestDocument) { r.Requester = to })
}

func (s *Store) joinDeliveries(ctx context.Context, from, to string) error {
	return deliveries.Change(ctx, s.e, engine.Query{Index: "requester", Equal: []any{from}}, func(d *delivery.Delivery) { d.Requester = to })
}

func (s *Store) joinHandOvers(ctx context.Context, from, to string) error {
	return handOvers.Change(ctx, s.e, engine.Query{Index: "requester", Equal: []any{from}}, func(h *handover.HandOver) { h.Requester = to })
}

// joinTold enters each entry of the ledger anew before it removes the old one: what somebody
// was told is never forgotten in between. What they asked and said of it goes first: by the
// entry it is found when they are erased.
func (s *Store) joinTold(ctx context.Context, from, to string, asker func(statement, who string) string) error {
	for {
		told, err := ledger.Find(ctx, s.e, engine.Query{Index: "requester_at", Equal: []any{from}, Limit: engine.MaxBatch})
		if err != nil || len(told) == 0 {
			return err
		}
		ids := make([]string, len(told))
		for i := range told {
			if err := s.joinAskers(ctx, asker(told[i].Statement, from), asker(told[i].Statement, to)); err != nil {
				return err
			}
			ids[i] = told[i].ID
			told[i].ID, told[i].Requester = told[i].ID+"/joined", to
		}
		if err := s.AddLedger(ctx, told...); err != nil {
			return err
		}
		if err := ledger.Remove(ctx, s.e, ids...); err != nil {
			return err
		}
	}
}

func (s *Store) joinAskers(ctx context.Context, from, to string) error {
	if err := askings.Change(ctx, s.e, engine.Query{Index: "asker_day", Equal: []any{from}}, func(a *Asking) { a.Asker = to }); err != nil {
		return err
	}
	return s.JoinVerdicts(ctx, from, to)
}

func (s *Store) joinPerson(ctx context.Context, from, to string) error {
	for {
		r, err := requesters.Get(ctx, s.e, from)
		if errors.Is(err, desk.ErrNotFound) || err == nil && r.JoinedTo == to {
			return nil
		}
		if err != nil {
			return err
		}
		r.AppUserID, r.JoinedTo = "", to
		if err := s.ReplaceRequester(ctx, &r); !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}
