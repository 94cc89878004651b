package requests

import (
	"context"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
)

// Attach adds a file to the draft of a part.
func (q *Requests) Attach(ctx context.Context, by people.Officer, at Ref, f request.File) error {
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) { return request.Attach(r, at.Part, by, f, q.Now()) })
}

// Detach takes a file away from the draft of a part.
func (q *Requests) Detach(ctx context.Context, by people.Officer, at Ref, id string) error {
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) { return request.Detach(r, at.Part, by, id, q.Now()) })
}
