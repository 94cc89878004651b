package requests

import (
	"context"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
)

// rulesOf is the data that a part's clock goes on under: the deadlines of when it began,
// all else as of now.
func (q *Requests) rulesOf(p request.Part) policy.Set {
	return q.Rules.Book().For(p.Clock, q.Now())
}

// Clarify asks the person something; the clock of the part stands still until they answer.
func (q *Requests) Clarify(ctx context.Context, by people.Officer, at Ref, question string) error {
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) {
		return request.Clarify(r, at.Part, by, q.rulesOf(r.Parts[at.Part]), question, q.Now())
	})
}

// Resume goes on without the person's answer.
func (q *Requests) Resume(ctx context.Context, by people.Officer, at Ref) error {
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) {
		return request.Resume(r, at.Part, by, q.rulesOf(r.Parts[at.Part]), q.Now())
	})
}

// Extend prolongs the term once; the person is told with the reason.
func (q *Requests) Extend(ctx context.Context, by people.Officer, at Ref, amount int, reason string) error {
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) {
		return request.Extend(r, at.Part, by, q.rulesOf(r.Parts[at.Part]), amount, reason, q.Now())
	})
}

// ChangeKind says that a request is of another kind; the person is told with the reason.
func (q *Requests) ChangeKind(ctx context.Context, by people.Officer, at Ref, kind, reason string) error {
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) {
		return request.ChangeKind(r, at.Part, by, q.rulesOf(r.Parts[at.Part]), kind, reason, q.Now())
	})
}
