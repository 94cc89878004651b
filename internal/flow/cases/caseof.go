package cases

import (
	"context"
	"fmt"

	"phatngon/internal/desk/cases"
)

// caseFor is the code of the case that a report belongs to: of one that has the same link,
// picture or text, else a new number. Of reports of one matter that come at once, one
// names the case for all.
func (q *Cases) caseFor(ctx context.Context, r cases.Report) (string, error) {
	traces, err := q.TracesOf(ctx, r)
	if err != nil {
		return "", err
	}
	code, err := q.caseOf(ctx, r, traces)
	if err != nil {
		return "", err
	}
	for i, t := range traces {
		t.Case, t.At = code, r.CreatedAt
		led, err := q.Store.ClaimTrace(ctx, t)
		if err != nil {
			return "", fmt.Errorf("note what a report is recognised by: %w", err)
		}
		if i == 0 && r.Adds == "" { // faster by a moment: the others follow it
			code = led
		}
	}
	return q.CodeNow(ctx, code)
}

// caseOf is the case of the report that r adds to, else the one that its traces lead to,
// else a new number.
func (q *Cases) caseOf(ctx context.Context, r cases.Report, traces []cases.Trace) (string, error) {
	if r.Adds != "" {
		first, err := q.Store.Report(ctx, r.Adds)
		return first.Case, err
	}
	if code, err := q.KnownBy(ctx, traces); err != nil || code != "" {
		return code, err
	}
	return q.newCode(ctx, yearOf(r.CreatedAt))
}
