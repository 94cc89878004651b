package requests

import (
	"context"
	"fmt"
	"slices"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/store"
)

// change loads a request, checks that the form was shown with its current version, lets
// the desk decide, and stores the result with what must follow it in one write.
func (q *Requests) change(ctx context.Context, by people.Officer, at Ref, decide func(request.Request) (request.Request, error)) error {
	r, err := q.Store.Request(ctx, at.Code)
	if err != nil {
		return fmt.Errorf("load request %s: %w", at.Code, err)
	}
	if !request.MaySee(by, r) {
		return desk.ErrForbidden
	}
	if r.Version != at.Version {
		return desk.ErrConflict
	}
	if at.Part < 0 || at.Part >= len(r.Parts) {
		return desk.ErrNotFound
	}
	next, err := decide(r)
	if err != nil {
		return err
	}
	if err := q.Store.ReplaceRequest(ctx, &next); err != nil {
		return fmt.Errorf("change request %s: %w", at.Code, err)
	}
	q.Relay.Finish(ctx, store.Requests, at.Code)
	return nil
}

// Assign makes by the one who works on the part.
func (q *Requests) Assign(ctx context.Context, by people.Officer, at Ref) error {
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) {
		return request.Assign(r, at.Part, by, q.Now())
	})
}

// Give makes a colleague the one who works on the part.
func (q *Requests) Give(ctx context.Context, by people.Officer, at Ref, to string) error {
	colleague, err := q.officer(ctx, to)
	if err != nil {
		return err
	}
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) {
		return request.Give(r, at.Part, by, colleague, q.Now())
	})
}

// officer is the one with this id, or nobody.
func (q *Requests) officer(ctx context.Context, id string) (people.Officer, error) {
	officers, err := q.Store.Officers(ctx)
	if err != nil {
		return people.Officer{}, fmt.Errorf("read officers: %w", err)
	}
	for _, o := range officers {
		if o.ID == id {
			return o, nil
		}
	}
	return people.Officer{}, nil
}

// Transfer gives the part to another unit, with a reason.
func (q *Requests) Transfer(ctx context.Context, by people.Officer, at Ref, unit, reason string) error {
	if _, ok := q.Units.Unit(unit); !ok {
		return &desk.InvalidError{Field: "unit", Text: "Xin chọn đơn vị trong danh sách."}
	}
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) {
		return request.Transfer(r, at.Part, by, unit, reason, q.Now())
	})
}

// SaveDraft keeps an answer or a refusal as a draft for the spokesperson.
func (q *Requests) SaveDraft(ctx context.Context, by people.Officer, at Ref, w request.Reply) error {
	typed, err := q.Store.ScratchesOf(ctx, at.Code)
	if err != nil {
		return fmt.Errorf("list what is typed for %s: %w", at.Code, err)
	}
	w.Beside = slices.DeleteFunc(typed, func(s request.Scratch) bool { return s.Part != at.Part })
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) {
		return request.SaveDraft(r, at.Part, by, q.Rules.At(q.Now()), w, q.Now())
	})
}

// TakeBack undoes a first draft at once; see request.TakeBack.
func (q *Requests) TakeBack(ctx context.Context, by people.Officer, at Ref) error {
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) {
		return request.TakeBack(r, at.Part, by, q.Now())
	})
}

// ReturnDraft sends the draft back with a reason.
func (q *Requests) ReturnDraft(ctx context.Context, by people.Officer, at Ref, reason string) error {
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) {
		return request.ReturnDraft(r, at.Part, by, reason, q.Now())
	})
}

// Approve signs one revision of the draft, an answer or a refusal. That it is brought to
// the requester follows from the signature itself, in the same write.
func (q *Requests) Approve(ctx context.Context, by people.Officer, at Ref, revision int) error {
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) {
		return request.Approve(r, at.Part, by, revision, q.Now())
	})
}

// Split divides a part among units; the person is told, and chooses how to be answered.
func (q *Requests) Split(ctx context.Context, by people.Officer, at Ref, pieces []request.Piece) error {
	for i, piece := range pieces {
		if _, ok := q.Units.Unit(piece.Unit); !ok && i > 0 {
			return &desk.InvalidError{Field: "unit", Text: fmt.Sprintf("Phần thứ %d: xin chọn đơn vị trong danh sách.", i+1)}
		}
	}
	return q.change(ctx, by, at, func(r request.Request) (request.Request, error) {
		return request.Split(r, at.Part, by, pieces, q.Now())
	})
}
