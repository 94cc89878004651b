package store

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/store/engine"
	"phatngon/knowledge/statement"
)

// statementDocument adds to a statement the number of its last change, and what people were
// told before.
type statementDocument struct {
	statement.Statement `bson:",inline"`
	Change              int64     `bson:"change"`
	Past                []Edition `bson:"past,omitempty"`
}

// Edition is what people were told of a statement, until it was corrected.
type Edition struct {
	Number       int       `bson:"number"` // 1 as first published
	Version      int64     `bson:"version"`
	Title        string    `bson:"title"`
	Body         string    `bson:"body"`
	Spokesperson string    `bson:"spokesperson"`
	Position     string    `bson:"position"`
	Since        time.Time `bson:"since"`
}

// mostPast is how many editions of a statement are kept beside the one in force.
const mostPast = 50

func editionOf(s statement.Statement) Edition {
	return Edition{Number: s.Edition(), Version: cmp.Or(s.SaidSince, s.Version), Title: s.Title, Body: s.Body, Spokesperson: s.Spokesperson, Position: s.Position, Since: s.ChangedAt()}
}

// Editions are what people were told of a statement, the first one first and last what they
// are told or were told last; none of a draft. What was corrected before a release that kept
// them is not there.
func (s *Store) Editions(ctx context.Context, code string) ([]Edition, error) {
	doc, err := statements.Get(ctx, s.e, code)
	if err != nil || doc.Status == statement.StatusDraft {
		return nil, err
	}
	return append(doc.Past, editionOf(doc.Statement)), nil
}

// changes is the counter that gives the numbers of changes of statements.
const changes = "number/statement-change"

// InsertStatement stores a new statement. desk.ErrConflict: its code is taken.
func (s *Store) InsertStatement(ctx context.Context, st *statement.Statement, effects ...effect.Effect) error {
	return s.writeStatement(ctx, st, nil, statements.Insert, effects)
}

// ReplaceStatement stores st over the version it was read at.
func (s *Store) ReplaceStatement(ctx context.Context, st *statement.Statement, effects ...effect.Effect) error {
	there, err := statements.Get(ctx, s.e, st.Code)
	if errors.Is(err, desk.ErrNotFound) {
		err = nil // the write says so
	}
	if err != nil {
		return err
	}
	return s.writeStatement(ctx, st, pastOf(there, *st), statements.Replace, effects)
}

// pastOf is what people were told before next is stored over there. It is right where the
// write comes to pass: that is only over the version of there.
func pastOf(there statementDocument, next statement.Statement) []Edition {
	old := there.Statement
	if old.Status != statement.StatusPublished || next.Status != statement.StatusPublished || old.Edition() == next.Edition() {
		return there.Past
	}
	past := append(slices.Clone(there.Past), editionOf(old))
	return past[max(0, len(past)-mostPast):]
}

func (s *Store) writeStatement(ctx context.Context, st *statement.Statement, past []Edition,
	write func(context.Context, engine.Engine, *statementDocument, ...effect.Effect) error, effects []effect.Effect) error {
	number, err := s.raise(ctx, changes)
	if err != nil {
		return err
	}
	doc := statementDocument{Statement: *st, Change: number, Past: past}
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
