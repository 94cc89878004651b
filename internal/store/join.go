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
// requests, deliveries, hand-overs, ledger, wishes, reports, registrations and claims. The first keeps only to whom it was joined,
// so that its sessions go on, and lets go of its Mini App user. It may be repeated after a
// crash.
func (s *Store) JoinRequesters(ctx context.Context, from, to string) error {
	for _, move := range []func(context.Context, string, string) error{s.joinRequests, s.joinDeliveries, s.joinHandOvers, s.joinAttachments, s.joinLedger, s.JoinWishes, s.JoinSenders, s.JoinRegistrations, s.JoinClaims, s.joinPerson} {
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

// joinLedger enters each entry anew before it removes the old one: what somebody was told
// is never forgotten in between.
func (s *Store) joinLedger(ctx context.Context, from, to string) error {
	for {
		told, err := ledger.Find(ctx, s.e, engine.Query{Index: "requester_at", Equal: []any{from}, Limit: engine.MaxBatch})
		if err != nil || len(told) == 0 {
			return err
		}
		ids := make([]string, len(told))
		for i := range told {
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
