package store

import (
	"context"
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/internal/store/engine"
	"phatngon/knowledge/statement"
)

// statementDocument adds to a statement the number of its last change.
type statementDocument struct {
	statement.Statement `bson:",inline"`
	Change              int64 `bson:"change"`
}

// changes is the counter that gives the numbers of changes of statements.
const changes = "number/statement-change"

// InsertStatement stores a new statement. desk.ErrConflict: its code is taken.
func (s *Store) InsertStatement(ctx context.Context, st *statement.Statement, effects ...effect.Effect) error {
	return s.writeStatement(ctx, st, statements.Insert, effects)
}

// ReplaceStatement stores st over the version it was read at.
func (s *Store) ReplaceStatement(ctx context.Context, st *statement.Statement, effects ...effect.Effect) error {
	return s.writeStatement(ctx, st, statements.Replace, effects)
}

func (s *Store) writeStatement(ctx context.Context, st *statement.Statement,
	write func(context.Context, engine.Engine, *statementDocument, ...effect.Effect) error, effects []effect.Effect) error {
	number, err := s.raise(ctx, changes)
	if err != nil {
		return err
	}
	doc := statementDocument{Statement: *st, Change: number}
	err = write(ctx, s.e, &doc, effects...)
	st.Version = doc.Version
	return err
}

// Statement returns a statement in whatever status it is.
func (s *Store) Statement(ctx context.Context, code string) (statement.Statement, error) {
	doc, err := statements.Get(ctx, s.e, code)
	return doc.Statement, err
}

// StatementFilter narrows a list; the zero value is all.
type StatementFilter struct {
	Status statement.Status
	Unit   string
	After  string // cursor: the next of the page before
	Limit  int    // 0 = 50; at most 500
}

// Statements lists statements, newest issued first.
func (s *Store) Statements(ctx context.Context, f StatementFilter) (items []statement.Statement, next string, err error) {
	q := engine.Query{Index: "issued", Desc: true, Limit: f.Limit}
	switch {
	case f.Unit != "" && f.Status != "":
		q.Index, q.Equal = "unit_status_issued", []any{f.Unit, string(f.Status)}
	case f.Unit != "":
		q.Index, q.Equal = "unit_issued", []any{f.Unit}
	case f.Status != "":
		q.Index, q.Equal = "status_issued", []any{string(f.Status)}
	}
	docs, next, err := statements.Page(ctx, s.e, q, f.After)
	return statementsIn(docs), next, err
}

// StatementsChangedSince returns every statement whose UpdatedAt is t or later,
// oldest change first.
func (s *Store) StatementsChangedSince(ctx context.Context, t time.Time) ([]statement.Statement, error) {
	docs, err := statements.All(ctx, s.e, engine.Query{Index: "updated", From: t})
	return statementsIn(docs), err
}

// ChangeNumber is the number that was given last to a change of a statement.
func (s *Store) ChangeNumber(ctx context.Context) (int64, error) {
	return s.counted(ctx, changes)
}

// StatementsChangedAfter returns the statements whose last change has a number above
// number, in that order, and the largest of them (number itself when there is none).
// No clock has a part in it. Who reads everything first asks ChangeNumber before that.
//
// A change takes its number before it is stored, so a smaller number may appear after a
// larger one was read. A reader therefore goes back each time, to the number it knew two
// minutes ago by its own clock (longer than any write lasts), and skips what it has at
// that version.
func (s *Store) StatementsChangedAfter(ctx context.Context, number int64) (changed []statement.Statement, last int64, err error) {
	docs, err := statements.All(ctx, s.e, engine.Query{Index: "change", From: number + 1})
	if len(docs) > 0 {
		number = docs[len(docs)-1].Change
	}
	return statementsIn(docs), number, err
}

func statementsIn(docs []statementDocument) []statement.Statement {
	out := make([]statement.Statement, len(docs))
	for i, doc := range docs {
		out[i] = doc.Statement
	}
	return out
}
