package store

import (
	"context"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/request"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// InsertHandOver enters a person who waits for an officer. desk.ErrConflict: their
// wish was entered before.
func (s *Store) InsertHandOver(ctx context.Context, h *request.HandOver, effects ...effect.Effect) error {
	return handOvers.Insert(ctx, s.e, h, effects...)
}

// ReplaceHandOver stores h over the version it was read at.
func (s *Store) ReplaceHandOver(ctx context.Context, h *request.HandOver, effects ...effect.Effect) error {
	return handOvers.Replace(ctx, s.e, h, effects...)
}

// HandOver returns the hand-over with this id.
func (s *Store) HandOver(ctx context.Context, id string) (request.HandOver, error) {
	return handOvers.Get(ctx, s.e, id)
}

// HandOversOpen lists by pages who waits for an officer, longest first.
func (s *Store) HandOversOpen(ctx context.Context, after string, limit int) (items []request.HandOver, next string, err error) {
	return handOvers.Page(ctx, s.e, engine.Query{Index: "open_created", Equal: []any{true}, Limit: limit}, after)
}

// HandOversOf lists the hand-overs of a requester, newest first.
func (s *Store) HandOversOf(ctx context.Context, requester string, limit int) ([]request.HandOver, error) {
	return handOvers.Find(ctx, s.e, engine.Query{Index: "requester", Equal: []any{requester}, Desc: true, Limit: table.PageSize(limit)})
}

// CountHandOversOpen says how many wait for an officer.
func (s *Store) CountHandOversOpen(ctx context.Context) (int, error) {
	counts, err := handOvers.Count(ctx, s.e, engine.Grouping{Index: "open_created", Equal: []any{true}})
	return counts[""], err
}
