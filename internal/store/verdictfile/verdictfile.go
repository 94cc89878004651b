// Package verdictfile keeps what people say of what was shown to their question.
package verdictfile

import (
	"context"
	"errors"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/verdict"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// Name is the collection of verdicts, which carry effects.
const Name = "verdicts"

// Files are the verdicts of one database.
type Files struct{ e engine.Engine }

// New are the verdicts that e keeps.
func New(e engine.Engine) *Files { return &Files{e} }

// Collections is what an engine makes for them.
func Collections() []*engine.Collection { return []*engine.Collection{&verdicts.Collection} }

var verdicts = table.Table[verdict.Verdict]{
	Collection: engine.Carrier(Name, []engine.Index{
		{Name: "state_day", Fields: []string{"state", "day"}},
		{Name: "unit_state_day", Fields: []string{"unit", "state", "day"}},
		{Name: "asker_day", Fields: []string{"asker", "day"}},
		{Name: "day", Fields: []string{"day"}},
	}),
	Key: func(v *verdict.Verdict) (string, *int64) { return v.ID, &v.Version },
}

// keptVerdicts bounds what is kept of one person's wordings for one statement.
const keptVerdicts = 5

// PutVerdict keeps what a person says. The same again changes nothing, another verdict on
// the same question replaces the first; of a person who has worded it in many ways nothing
// more is kept.
func (s *Files) PutVerdict(ctx context.Context, v verdict.Verdict) error {
	for {
		there, err := verdicts.Get(ctx, s.e, v.ID)
		if errors.Is(err, desk.ErrNotFound) {
			err = s.insertVerdict(ctx, v)
		} else if err == nil {
			err = s.replaceVerdict(ctx, there, v)
		}
		if !errors.Is(err, desk.ErrConflict) && !errors.Is(err, desk.ErrNotFound) {
			return err
		} // else somebody made, changed or removed it meanwhile
	}
}

func (s *Files) insertVerdict(ctx context.Context, v verdict.Verdict) error {
	own, err := verdicts.Count(ctx, s.e, engine.Grouping{Index: "asker_day", Values: []string{v.Asker}})
	if err != nil || own[v.Asker] >= keptVerdicts {
		return err
	}
	return verdicts.Insert(ctx, s.e, &v)
}

func (s *Files) replaceVerdict(ctx context.Context, there, later verdict.Verdict) error {
	next, changed := there.Replaced(later)
	if !changed {
		return nil
	}
	return verdicts.Replace(ctx, s.e, &next)
}

// Verdict returns the verdict with this id.
func (s *Files) Verdict(ctx context.Context, id string) (verdict.Verdict, error) {
	return verdicts.Get(ctx, s.e, id)
}

// ReplaceVerdict stores an officer's decision over the version it was read at, with its
// effects.
func (s *Files) ReplaceVerdict(ctx context.Context, v *verdict.Verdict, effects ...effect.Effect) error {
	return verdicts.Replace(ctx, s.e, v, effects...)
}

func verdictsIn(unit string, state verdict.State) engine.Query {
	if unit == "" {
		return engine.Query{Index: "state_day", Equal: []any{string(state)}, Desc: true}
	}
	return engine.Query{Index: "unit_state_day", Equal: []any{unit, string(state)}, Desc: true}
}

// VerdictsIn lists by pages the verdicts in a state, newest first; unit "" is every unit.
func (s *Files) VerdictsIn(ctx context.Context, unit string, state verdict.State, after string, limit int) (items []verdict.Verdict, next string, err error) {
	q := verdictsIn(unit, state)
	q.Limit = limit
	return verdicts.Page(ctx, s.e, q, after)
}

// AllVerdictsIn collects them all.
func (s *Files) AllVerdictsIn(ctx context.Context, unit string, state verdict.State) ([]verdict.Verdict, error) {
	return verdicts.All(ctx, s.e, verdictsIn(unit, state))
}

// CountVerdicts says how many verdicts are in each state; unit "" is every unit.
func (s *Files) CountVerdicts(ctx context.Context, unit string) (map[string]int, error) {
	g := engine.Grouping{Index: "state_day"}
	if unit != "" {
		g = engine.Grouping{Index: "unit_state_day", Equal: []any{unit}}
	}
	for _, state := range verdict.States() {
		g.Values = append(g.Values, string(state))
	}
	return verdicts.Count(ctx, s.e, g)
}

// DeleteVerdict removes a verdict; one that is gone already is no error.
func (s *Files) DeleteVerdict(ctx context.Context, id string) error {
	return verdicts.Remove(ctx, s.e, id)
}

// EraseVerdictsOf removes what one person said of one statement.
func (s *Files) EraseVerdictsOf(ctx context.Context, asker string) error {
	return verdicts.RemoveAll(ctx, s.e, engine.Query{Index: "asker_day", Equal: []any{asker}})
}

// JoinVerdicts gives what one person said of a statement to another, who is the same.
func (s *Files) JoinVerdicts(ctx context.Context, from, to string) error {
	return verdicts.Change(ctx, s.e, engine.Query{Index: "asker_day", Equal: []any{from}}, func(v *verdict.Verdict) { v.Asker = to })
}

// DeleteVerdictsBefore removes the verdicts of the days before t, whatever came of them.
func (s *Files) DeleteVerdictsBefore(ctx context.Context, t time.Time) error {
	return verdicts.RemoveAll(ctx, s.e, engine.Query{Index: "day", To: t})
}
