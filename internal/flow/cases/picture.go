package cases

import (
	"context"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/matching"
)

// Picture is a picture of a report for viewing: written anew, without anything but what is
// to be seen. Who may not see the case may not see it; a look at Closed content is logged.
func (q *Cases) Picture(ctx context.Context, by people.Officer, code, id string) ([]byte, error) {
	c, err := q.Look(ctx, by, code, id)
	if err != nil {
		return nil, err
	}
	e, err := q.Store.Evidence(ctx, id)
	if err != nil {
		return nil, err
	}
	if !has(c, e.Report) || e.Size == 0 || e.Problem != "" {
		return nil, desk.ErrNotFound
	}
	data, err := q.Store.EvidenceBytes(ctx, e)
	if err != nil {
		return nil, err
	}
	return matching.Clean(data)
}

func has(c cases.Case, report string) bool {
	for _, r := range c.Reports {
		if r == report {
			return true
		}
	}
	return false
}
