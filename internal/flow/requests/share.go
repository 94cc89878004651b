package requests

import (
	"context"
	"fmt"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/request"
	"phatngon/internal/store"
)

// Share is the handler that has the queues of all units know where the parts of a divided
// request stand by now.
func (q *Requests) Share(ctx context.Context, _ string, e effect.Effect) error {
	r, err := q.Store.Request(ctx, e.News.Request)
	if err != nil {
		return fmt.Errorf("load request %s: %w", e.News.Request, err)
	}
	for i, p := range r.Parts {
		share := store.Share{ID: fmt.Sprintf("%s/%d", r.Code, request.Number(i)), Request: r.Code, Part: i, Unit: p.Unit, State: p.State,
			Open: (p.State.Open()) && p.Unit != r.Unit, Due: p.Clock.Due, Of: r.Version}
		if err := q.Store.SaveShare(ctx, share); err != nil {
			return fmt.Errorf("share part %d of %s: %w", i, r.Code, err)
		}
	}
	return nil
}
