package matching

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
)

// Captures are the pictures of a case as they were received, each once, the earliest first.
func (q *Matching) Captures(ctx context.Context, c cases.Case) ([]cases.Capture, error) {
	seen := map[string]bool{}
	var all []cases.Capture
	for _, id := range c.Reports {
		r, err := q.Store.Report(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("load report: %w", err)
		}
		for _, picture := range r.Pictures {
			e, err := q.Store.Evidence(ctx, picture)
			if err != nil && !errors.Is(err, desk.ErrNotFound) { // one that could not be had yet is none
				return nil, fmt.Errorf("look at a picture: %w", err)
			}
			if err == nil && e.Size > 0 && !seen[e.SHA256] {
				seen[e.SHA256] = true
				all = append(all, cases.Capture{SHA256: e.SHA256, ReceivedAt: e.ReceivedAt})
			}
		}
	}
	slices.SortFunc(all, func(a, b cases.Capture) int {
		return cmp.Or(a.ReceivedAt.Compare(b.ReceivedAt), cmp.Compare(a.SHA256, b.SHA256))
	})
	return all[:min(len(all), cases.MostCaptures)], nil
}
