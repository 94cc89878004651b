package store

import (
	"context"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/handover"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// InsertHandOver enters a person who waits for an officer. desk.ErrConflict: their
// wish was entered before.
func (s *Store) InsertHandOver(ctx context.Context, h *handover.HandOver, effects ...effect.Effect) error {
	return handOvers.Insert(ctx, s.e, h, append(h.Effects, effects...)...)
}

// ReplaceHandOver stores h over the version it was read at, with its effects.
func (s *Store) ReplaceHandOver(ctx context.Context, h *handover.HandOver, effects ...effect.Effect) error {
	return handOvers.Replace(ctx, s.e, h, append(h.Effects, effects...)...)
}

// HandOver returns the hand-over with this id.
func (s *Store) HandOver(ctx context.Context, id string) (handover.HandOver, error) {
	h, err := handOvers.Get(ctx, s.e, id)
	return h.Settled(), err
}

// HandOversOpen lists by pages who waits for an officer or talks with one, longest first;
// unit "" is every unit.
func (s *Store) HandOversOpen(ctx context.Context, unit, after string, limit int) (items []handover.HandOver, next string, err error) {
	q := engine.Query{Index: "unit_open_created", Equal: []any{unit, true}, Limit: limit}
	if unit == "" {
		q.Index, q.Equal = "open_created", []any{true}
	}
	items, next, err = handOvers.Page(ctx, s.e, q, after)
	return settled(items), next, err
}

// HandOversOf lists the hand-overs of a requester, newest first.
func (s *Store) HandOversOf(ctx context.Context, requester string, limit int) ([]handover.HandOver, error) {
	items, err := handOvers.Find(ctx, s.e, engine.Query{Index: "requester", Equal: []any{requester}, Desc: true, Limit: table.PageSize(limit)})
	return settled(items), err
}

// recentHandOvers is among how many of a person's the open one is looked for.
const recentHandOvers = 5

// HandOverOpenOf is the open hand-over of a requester; desk.ErrNotFound: there is none.
func (s *Store) HandOverOpenOf(ctx context.Context, requester string) (handover.HandOver, error) {
	items, err := s.HandOversOf(ctx, requester, recentHandOvers)
	if err != nil {
		return handover.HandOver{}, err
	}
	for _, h := range items {
		if h.Open {
			return h, nil
		}
	}
	return handover.HandOver{}, desk.ErrNotFound
}

// CountHandOversOpen says how many wait for an officer or talk with one; unit "" is every
// unit.
func (s *Store) CountHandOversOpen(ctx context.Context, unit string) (int, error) {
	g := engine.Grouping{Index: "unit_open_created", Equal: []any{unit, true}}
	if unit == "" {
		g.Index, g.Equal = "open_created", []any{true}
	}
	counts, err := handOvers.Count(ctx, s.e, g)
	return counts[""], err
}

func settled(all []handover.HandOver) []handover.HandOver {
	for i := range all {
		all[i] = all[i].Settled()
	}
	return all
}

// SilenceGraveEndedBefore takes the words out of talks in which somebody was denounced and that
// ended before t; that there was one stays.
func (s *Store) SilenceGraveEndedBefore(ctx context.Context, t time.Time) error {
	return handOvers.Change(ctx, s.e, engine.Query{Index: "grave_open_closed", Equal: []any{true, false}, To: t}, func(h *handover.HandOver) {
		h.Context, h.Lines, h.Grave = nil, nil, false
	})
}

// DeleteHandOversEndedBefore removes those that were entered before t and have ended.
func (s *Store) DeleteHandOversEndedBefore(ctx context.Context, t time.Time) error {
	return handOvers.RemoveAll(ctx, s.e, engine.Query{Index: "open_created", Equal: []any{false}, To: t})
}
