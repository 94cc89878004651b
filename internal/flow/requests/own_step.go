package requests

import (
	"context"
	"errors"
	"fmt"
	"time"

	"phatngon/bot/words"
	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/store"
)

// News is the handler that tells the person who asked of a step of their request. What
// holds by then is what they are told.
func (q *Requests) News(ctx context.Context, _ string, e effect.Effect) error {
	r, err := q.Store.Request(ctx, e.News.Request)
	if err != nil {
		return fmt.Errorf("load request %s: %w", e.News.Request, err)
	}
	if r.Requester == "" {
		return nil // erased: nobody asks any more
	}
	who, err := q.Store.Requester(ctx, r.Requester)
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	return q.Send(ctx, who, e.Key, words.RequestNews(r, e.News.Part, e.News.Step-1, q.Units.Office))
}

// OwnStep is the handler that does what a person wants done with their own request, and then
// says what came of it.
func (q *Requests) OwnStep(ctx context.Context, owner string, e effect.Effect) error {
	who, err := q.Store.Requester(ctx, owner)
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	if who.Erased {
		return nil // came late: nobody asks any more
	}
	r, err := q.fulfil(ctx, who, e)
	var refused *desk.RuleError
	var invalid *desk.InvalidError
	switch {
	case errors.As(err, &refused):
		return q.Send(ctx, who, e.Key, words.Numbered(refused.Text, e.OwnStep.Buttons))
	case errors.As(err, &invalid):
		return q.Send(ctx, who, e.Key, words.Numbered(invalid.Text, e.OwnStep.Buttons))
	case err != nil:
		return err
	}
	return q.Send(ctx, who, e.Key, words.OwnStepDone(r, *e.OwnStep, q.Units.Office))
}

// TakeStep does at once what a person wants done with their own request; under the same key
// it is done once. What the desk refuses is its error.
func (q *Requests) TakeStep(ctx context.Context, who people.Requester, key string, w effect.OwnStep, at time.Time) (request.Request, error) {
	return q.fulfil(ctx, who, effect.Effect{Key: key, At: at, OwnStep: &w})
}

// fulfil takes the person's step, once: a request that knows the step is as it should be.
// A lost race is tried again.
func (q *Requests) fulfil(ctx context.Context, who people.Requester, e effect.Effect) (request.Request, error) {
	for {
		r, err := q.Store.Request(ctx, e.OwnStep.Request)
		if errors.Is(err, desk.ErrNotFound) || err == nil && r.Requester != who.ID {
			return r, &desk.RuleError{Text: "Không tìm thấy yêu cầu này của Anh/Chị."}
		}
		if err != nil {
			return r, fmt.Errorf("load request: %w", err)
		}
		if r.Knows(e.Key) {
			return r, nil
		}
		next, err := q.ownStep(ctx, r, who, *e.OwnStep, e)
		if err != nil {
			return r, err
		}
		next = next.Know(e.Key)
		err = q.Store.ReplaceRequest(ctx, &next)
		if err == nil {
			q.Relay.Finish(ctx, store.Requests, next.Code)
			return next, nil
		}
		if !errors.Is(err, desk.ErrConflict) {
			return r, fmt.Errorf("change request %s: %w", r.Code, err)
		}
	}
}

// ownStep is the switch from what is wanted to the step of the desk.
func (q *Requests) ownStep(ctx context.Context, r request.Request, who people.Requester, w effect.OwnStep, e effect.Effect) (request.Request, error) {
	switch w.Action {
	case request.ActAdd:
		return q.add(ctx, r, who, w, e)
	case request.ActWithdraw:
		return request.Withdraw(r, who, e.At)
	case request.ActDispute:
		return request.Dispute(r, w.Part, who, q.Rules.At(e.At), w.Text, e.At)
	case request.ActRate:
		return request.Rate(r, w.Part, who, w.Rating, e.At)
	case request.ActTogether, request.ActApart:
		return request.Choose(r, who, w.Action == request.ActTogether, e.At)
	}
	return r, fmt.Errorf("request %s: no such step %q", r.Code, w.Action)
}
