package requests

import (
	"context"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
)

// Consult records that the draft was shown to somebody whom it quotes.
func (q *Requests) Consult(ctx context.Context, by people.Officer, at Ref, who string) error {
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) {
		return request.Consult(r, at.Part, by, who, q.Now())
	})
}

// Hear records what they said of it.
func (q *Requests) Hear(ctx context.Context, by people.Officer, at Ref, who string, o request.Opinion, note string) error {
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) {
		return request.Hear(r, at.Part, by, who, o, note, q.Now())
	})
}
