package cases

import (
	"context"
	"errors"
	"fmt"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/pack"
	"phatngon/internal/desk/people"
)

// Identify says who sent a report, once the look with its why stands with the case and in
// the audit chain. Of an anonymous report, of a person who was erased, and where it was
// kept no longer, nobody knows: known is false.
func (q *Cases) Identify(ctx context.Context, by people.Officer, at Ref, report, why string) (who people.Requester, known bool, err error) {
	err = q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.Identify(c, report, why, by, q.Now()) })
	if err != nil {
		return who, false, err
	}
	return q.sender(ctx, report)
}

func (q *Cases) sender(ctx context.Context, report string) (who people.Requester, known bool, err error) {
	id, err := q.Store.Sender(ctx, report)
	if err == nil {
		who, err = q.Store.Requester(ctx, id)
	}
	if errors.Is(err, desk.ErrNotFound) {
		return who, false, nil
	}
	if err != nil {
		return who, false, fmt.Errorf("look for who sent a report: %w", err)
	}
	return who, !who.Erased, nil
}

// identities are who sent the reports of a case, as far as it is known.
func (q *Cases) identities(ctx context.Context, c cases.Case) ([]pack.Identity, error) {
	all := []pack.Identity{}
	for _, id := range c.Reports {
		who, known, err := q.sender(ctx, id)
		if err != nil {
			return nil, err
		}
		if known {
			all = append(all, pack.Identity{Report: id, Name: who.DisplayName, ZaloOA: who.OAUserID, ZaloApp: who.AppUserID})
		}
	}
	return all, nil
}
