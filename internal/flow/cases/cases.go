// Package cases is what happens to reports of false content and to the cases they make.
// The rules are internal/desk/cases'; here they are loaded, asked and stored, each change
// with what must follow it.
package cases

import (
	"context"
	"errors"
	"fmt"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/cases"
	"phatngon/internal/flow/effects"
	"phatngon/internal/flow/telling"
	"phatngon/internal/store"
	"phatngon/knowledge/statement"
)

// Cases changes cases. All fields are set before use.
type Cases struct {
	*telling.Telling // and by it what Matching has: store, clock, the key under which causes are hashed
	Relay            *effects.Relay

	Import  func(ctx context.Context, all []statement.Statement) (int, error)
	Find    func(words string, most int) []string         // codes of public statements, the best first
	InForce func(code string) (statement.Statement, bool) // a public statement that says what holds
	Retract func(ctx context.Context, code, reason string, at time.Time) error
}

// Ref is a case as a form was shown with it: a change is refused with desk.ErrConflict
// when someone changed the case meanwhile.
type Ref struct {
	Code    string
	Version int64
}

// change loads a case, checks that the form was shown with its current version, lets the
// desk decide, and stores the result with what must follow it in one write.
func (q *Cases) change(ctx context.Context, at Ref, decide func(cases.Case) (cases.Case, error)) error {
	c, err := q.Store.Case(ctx, at.Code)
	if err != nil {
		return fmt.Errorf("load case %s: %w", at.Code, err)
	}
	if c.Version != at.Version {
		return desk.ErrConflict
	}
	next, err := decide(c)
	if err != nil {
		return err
	}
	return q.replace(ctx, next)
}

func (q *Cases) replace(ctx context.Context, c cases.Case) error {
	if err := q.Store.ReplaceCase(ctx, &c); err != nil {
		return fmt.Errorf("change case %s: %w", c.Code, err)
	}
	q.Relay.Finish(ctx, store.Cases, c.Code)
	return nil
}

// system takes a step for the program; a lost race is tried again, a step that leaves the
// case as it is stores nothing.
func (q *Cases) system(ctx context.Context, code string, step func(cases.Case) (cases.Case, error)) error {
	for {
		c, err := q.Store.Case(ctx, code)
		if err != nil {
			return fmt.Errorf("load case %s: %w", code, err)
		}
		next, err := step(c)
		if err != nil || len(next.Effects) == 0 {
			return err
		}
		if err = q.replace(ctx, next); !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}

// Recompute runs the clocks of open cases under the rules as they now are.
func (q *Cases) Recompute(ctx context.Context) error {
	for _, column := range cases.Columns()[:len(cases.Columns())-1] {
		for after, more := "", true; more; more = after != "" {
			found, next, err := q.Store.Cases(ctx, store.CaseFilter{Board: column, After: after, Limit: 200})
			if err != nil {
				return fmt.Errorf("list open cases: %w", err)
			}
			for _, c := range found {
				if err := q.recompute(ctx, c.Code); err != nil {
					return err
				}
			}
			after = next
		}
	}
	return nil
}

func (q *Cases) recompute(ctx context.Context, code string) error {
	now := q.Now()
	again := func(k calendar.Clock) calendar.Clock { return q.Rules.Book().For(k, now).Recompute(k) }
	return q.system(ctx, code, func(c cases.Case) (cases.Case, error) {
		next, err := cases.Reclock(c, again, now)
		var rule *desk.RuleError
		if errors.As(err, &rule) { // it came to an end meanwhile
			return c, nil
		}
		return next, err
	})
}
