package cases

import (
	"context"
	"fmt"
	"slices"

	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/same/link"
	"phatngon/internal/flow/matching"
)

// LeadTo says what a short link of a case leads to, as an officer found it: nothing is
// opened here. Reports of that address come to this case from then on, unless it is known
// from another, which Suggest then shows.
func (q *Cases) LeadTo(ctx context.Context, by people.Officer, at Ref, short, address, why string) error {
	a := cases.Alias{Link: short, Given: address}
	if found := link.Find(address); len(found) == 1 {
		a.Key = found[0].Text
	}
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) {
		next, err := cases.LeadTo(c, a, why, by, q.Now())
		return learns(next, a.Key), err
	})
}

// Unlead takes back what was said of a short link.
func (q *Cases) Unlead(ctx context.Context, by people.Officer, at Ref, short, why string) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) {
		i := slices.IndexFunc(c.Aliases, func(a cases.Alias) bool { return a.Link == short && a.Undone == nil })
		next, err := cases.Unlead(c, short, why, by, q.Now())
		if err != nil {
			return next, err
		}
		return learns(next, c.Aliases[i].Key), nil
	})
}

// learns adds to a case the effect by which what is known of an address follows it.
func learns(c cases.Case, key string) cases.Case {
	if len(c.Steps) == 0 {
		return c // refused
	}
	e := effect.Effect{Key: fmt.Sprintf("case:%s/%d/alias", c.Code, len(c.Steps)), Kind: effect.DoAlias, At: c.UpdatedAt,
		Case: &effect.Case{Code: c.Code, Link: key}}
	c.Effects = append(c.Effects, e)
	return c
}

// Alias is the handler that has an address lead to the case whose short link leads to it,
// as long as that is said, or a report shows it.
func (q *Cases) Alias(ctx context.Context, _ string, e effect.Effect) error {
	c, err := q.Store.Case(ctx, e.Case.Code)
	if err != nil {
		return fmt.Errorf("load case %s: %w", e.Case.Code, err)
	}
	t := cases.Trace{ID: matching.LinkTrace(e.Case.Link), Kind: cases.TraceLink, Case: c.Code, At: e.At}
	if leads(c, e.Case.Link) {
		_, err := q.Store.ClaimTrace(ctx, t)
		return err
	}
	shown, err := q.tracesOfAll(ctx, c.Reports)
	if err != nil || shown[t.ID] {
		return err
	}
	return q.Store.ReleaseTrace(ctx, t.ID, c.Code)
}

func leads(c cases.Case, key string) bool {
	return slices.ContainsFunc(c.Aliases, func(a cases.Alias) bool { return a.Key == key && a.Undone == nil })
}
