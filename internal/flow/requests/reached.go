package requests

import (
	"context"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/request"
)

// Reached records that an approved answer is with its requester, or readable in their
// Mini App. A decision that is not approved any more stays as it is.
func (q *Requests) Reached(ctx context.Context, d delivery.Delivery) error {
	if len(d.Whole) > 0 {
		return q.reachedWhole(ctx, d)
	}
	return q.reached(ctx, d.Request, d.Part, d.Revision)
}

func (q *Requests) reachedWhole(ctx context.Context, d delivery.Delivery) error {
	for part, revision := range d.Whole {
		if err := q.reached(ctx, d.Request, part, revision); err != nil {
			return err
		}
	}
	return nil
}

func (q *Requests) reached(ctx context.Context, code string, part, revision int) error {
	if revision < 1 {
		return nil // what was refused or withdrawn is final as it is
	}
	return q.system(ctx, code, func(r request.Request) (request.Request, error) {
		return request.MarkReached(r, part, revision, q.Now())
	})
}
