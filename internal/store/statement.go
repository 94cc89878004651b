package store

import (
	"context"
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/knowledge"
)

// InsertStatement stores a new statement. desk.ErrConflict: its code is taken.
func (s *Store) InsertStatement(ctx context.Context, st *knowledge.Statement, effects ...effect.Effect) error {
	return statements.insert(ctx, s.e, st, effects...)
}

// ReplaceStatement stores st over the version it was read at.
func (s *Store) ReplaceStatement(ctx context.Context, st *knowledge.Statement, effects ...effect.Effect) error {
	return statements.replace(ctx, s.e, st, effects...)
}

// Statement returns a statement in whatever status it is.
func (s *Store) Statement(ctx context.Context, code string) (knowledge.Statement, error) {
	return statements.get(ctx, s.e, code)
}

// StatementFilter narrows a list; the zero value is all.
type StatementFilter struct {
	Status knowledge.Status
	Unit   string
	After  string // cursor: the next of the page before
	Limit  int    // 0 = 50; at most 500
}

// Statements lists statements, newest issued first.
func (s *Store) Statements(ctx context.Context, f StatementFilter) (items []knowledge.Statement, next string, err error) {
	q := query{index: "issued", desc: true, limit: f.Limit}
	switch {
	case f.Unit != "" && f.Status != "":
		q.index, q.equal = "unit_status_issued", []any{f.Unit, string(f.Status)}
	case f.Unit != "":
		q.index, q.equal = "unit_issued", []any{f.Unit}
	case f.Status != "":
		q.index, q.equal = "status_issued", []any{string(f.Status)}
	}
	return statements.page(ctx, s.e, q, f.After)
}

// StatementsChangedSince returns every statement whose UpdatedAt is t or later,
// oldest change first.
func (s *Store) StatementsChangedSince(ctx context.Context, t time.Time) ([]knowledge.Statement, error) {
	return statements.all(ctx, s.e, query{index: "updated", from: t})
}
