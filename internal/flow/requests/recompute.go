package requests

import (
	"context"
	"errors"
	"fmt"

	"phatngon/internal/desk"
	"phatngon/internal/desk/request"
	"phatngon/internal/store"
)

// Recompute runs the clocks of open requests under the rules as they now are: those from
// when each began, with the calendar of today. One that comes out as it was is left alone,
// so that it may be repeated.
func (q *Requests) Recompute(ctx context.Context) error {
	for after, more := "", true; more; more = after != "" {
		found, next, err := q.Store.Requests(ctx, store.RequestFilter{Open: true, After: after, Limit: 200})
		if err != nil {
			return fmt.Errorf("list open requests: %w", err)
		}
		for _, r := range found {
			if err := q.recompute(ctx, r.Code); err != nil {
				return err
			}
		}
		after = next
	}
	return nil
}

func (q *Requests) recompute(ctx context.Context, code string) error {
	for {
		r, err := q.Store.Request(ctx, code)
		if err != nil {
			return fmt.Errorf("load request %s: %w", code, err)
		}
		now := q.Now()
		for part, p := range r.Parts {
			k := q.rulesOf(p).Recompute(p.Clock)
			if next, err := request.Reclock(r, part, k, now); err == nil { // else it is decided already
				r = next
			}
		}
		if len(r.Effects) == 0 {
			return nil
		}
		err = q.Store.ReplaceRequest(ctx, &r)
		if err == nil {
			q.Relay.Finish(ctx, store.Requests, code)
		}
		if !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}
