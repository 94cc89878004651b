package store

import (
	"context"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/request"
)

// InsertHandOver enters a person who waits for an officer. desk.ErrConflict: their
// wish was entered before.
func (s *Store) InsertHandOver(ctx context.Context, h *request.HandOver, effects ...effect.Effect) error {
	return handOvers.insert(ctx, s.e, h, effects...)
}

// ReplaceHandOver stores h over the version it was read at.
func (s *Store) ReplaceHandOver(ctx context.Context, h *request.HandOver, effects ...effect.Effect) error {
	return handOvers.replace(ctx, s.e, h, effects...)
}

// HandOver returns the hand-over with this id.
func (s *Store) HandOver(ctx context.Context, id string) (request.HandOver, error) {
	return handOvers.get(ctx, s.e, id)
}

// HandOversOpen lists by pages who waits for an officer, longest first.
func (s *Store) HandOversOpen(ctx context.Context, after string, limit int) (items []request.HandOver, next string, err error) {
	return handOvers.page(ctx, s.e, query{index: "open_created", equal: []any{true}, limit: limit}, after)
}

// HandOversOf lists the hand-overs of a requester, newest first.
func (s *Store) HandOversOf(ctx context.Context, requester string, limit int) ([]request.HandOver, error) {
	return handOvers.find(ctx, s.e, query{index: "requester", equal: []any{requester}, desc: true, limit: pageSize(limit)})
}

// CountHandOversOpen says how many wait for an officer.
func (s *Store) CountHandOversOpen(ctx context.Context) (int, error) {
	counts, err := handOvers.count(ctx, s.e, grouping{index: "open_created", equal: []any{true}})
	return counts[""], err
}
