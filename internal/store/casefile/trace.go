package casefile

import (
	"context"
	"errors"

	"phatngon/internal/desk"
)

// LeadTrace has a trace that leads to the case from lead to another; one that leads
// elsewhere, or is none, stays as it is.
func (s *Files) LeadTrace(ctx context.Context, id, from, to string) error {
	for {
		t, err := traces.Get(ctx, s.e, id)
		if errors.Is(err, desk.ErrNotFound) || err == nil && t.Case != from {
			return nil
		}
		if err != nil {
			return err
		}
		t.Case = to
		if err = traces.Replace(ctx, s.e, &t); !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}

// ReleaseTrace removes a trace that leads to this case.
func (s *Files) ReleaseTrace(ctx context.Context, id, from string) error {
	t, err := traces.Get(ctx, s.e, id)
	if errors.Is(err, desk.ErrNotFound) || err == nil && t.Case != from {
		return nil
	}
	if err != nil {
		return err
	}
	return traces.Remove(ctx, s.e, id)
}

// RehomeReport notes the case that a report belongs to now.
func (s *Files) RehomeReport(ctx context.Context, id, code string) error {
	for {
		r, err := reportTable.Get(ctx, s.e, id)
		if err != nil || r.Case == code {
			return err
		}
		r.Case = code
		if err = reportTable.Replace(ctx, s.e, &r); !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}
