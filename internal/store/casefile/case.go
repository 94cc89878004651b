package casefile

import (
	"context"
	"fmt"

	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// InsertCase stores a new case with its Effects and those given.
func (s *Files) InsertCase(ctx context.Context, c *cases.Case, effects ...effect.Effect) error {
	doc := caseDocument{Case: *c, Board: boardOf(c.State)}
	err := caseTable.Insert(ctx, s.e, &doc, append(c.Effects, effects...)...)
	if c.Version = doc.Version; err == nil {
		c.Effects = nil
	}
	return err
}

// ReplaceCase stores c, with its Effects and those given, over the version it was read at.
func (s *Files) ReplaceCase(ctx context.Context, c *cases.Case, effects ...effect.Effect) error {
	doc := caseDocument{Case: *c, Board: boardOf(c.State)}
	err := caseTable.Replace(ctx, s.e, &doc, append(c.Effects, effects...)...)
	if c.Version = doc.Version; err == nil {
		c.Effects = nil
	}
	return err
}

// Case returns the case with this code.
func (s *Files) Case(ctx context.Context, code string) (cases.Case, error) {
	doc, err := caseTable.Get(ctx, s.e, code)
	return doc.Case, err
}

// mostMerges bounds how far a case is followed into others.
const mostMerges = 20

// CaseNow is the case that has the reports of the one with this code: itself, or what it
// went into.
func (s *Files) CaseNow(ctx context.Context, code string) (cases.Case, error) {
	for range mostMerges {
		c, err := s.Case(ctx, code)
		if err != nil || c.Into == "" {
			return c, err
		}
		code = c.Into
	}
	return cases.Case{}, fmt.Errorf("case %s goes into others without end", code)
}

// CaseFilter narrows a list; the zero value is all.
type CaseFilter struct {
	Unit  string
	Board cases.Column
	After string // cursor: the next of the page before
	Limit int    // 0 = 50; at most 500
}

// Cases lists cases, the oldest first.
func (s *Files) Cases(ctx context.Context, f CaseFilter) (items []cases.Case, next string, err error) {
	q := engine.Query{Index: "created", Limit: f.Limit}
	switch {
	case f.Unit != "" && f.Board != "":
		q.Index, q.Equal = "unit_board_created", []any{f.Unit, string(f.Board)}
	case f.Unit != "":
		q.Index, q.Equal = "unit_created", []any{f.Unit}
	case f.Board != "":
		q.Index, q.Equal = "board_created", []any{string(f.Board)}
	}
	docs, next, err := caseTable.Page(ctx, s.e, q, f.After)
	for _, doc := range docs {
		items = append(items, doc.Case)
	}
	return items, next, err
}

// CountCases says how many cases of a unit stand in each column of the board; of all units
// when unit is "".
func (s *Files) CountCases(ctx context.Context, unit string) (map[cases.Column]int, error) {
	g := engine.Grouping{Index: "board_created"}
	if unit != "" {
		g.Index, g.Equal = "unit_board_created", []any{unit}
	}
	for _, column := range cases.Columns() {
		g.Values = append(g.Values, string(column))
	}
	counts, err := caseTable.Count(ctx, s.e, g)
	byColumn := make(map[cases.Column]int, len(counts))
	for column, n := range counts {
		byColumn[cases.Column(column)] = n
	}
	return byColumn, err
}

// caseDocument adds to a case what the board reads by.
type caseDocument struct {
	cases.Case `bson:",inline"`
	Board      string `bson:"board"`
}

func boardOf(s cases.State) string { return string(s.Column()) }

var caseTable = table.Table[caseDocument]{
	Collection: engine.Carrier(CaseName, []engine.Index{
		{Name: "created", Fields: []string{"created_at"}},
		{Name: "board_created", Fields: []string{"board", "created_at"}},
		{Name: "unit_created", Fields: []string{"unit", "created_at"}},
		{Name: "unit_board_created", Fields: []string{"unit", "board", "created_at"}},
	}),
	Key: func(c *caseDocument) (string, *int64) { return c.Code, &c.Version },
}
