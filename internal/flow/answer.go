package flow

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"phatngon/bot"
	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/internal/queue"
	"phatngon/internal/queue/budget"
	"phatngon/internal/store"
)

// answerKind is the inbox item that brings a signed decision to the requester.
const answerKind = "answer"

// Approve signs one revision of the draft and brings it to the requester. The
// sending is queued under the approval's own key, so that a crash between the
// two writes is mended by resumeAnswers and nothing is sent twice.
func (f *Flow) Approve(ctx context.Context, by people.Officer, at RequestRef, revision int) error {
	r, err := f.changeRequest(ctx, by, at, "request.approve", func(r request.Request) (request.Request, error) {
		return request.Approve(r, at.Part, by, revision, f.Now())
	})
	if err != nil {
		return err
	}
	return f.bringAnswer(ctx, r, at.Part)
}

// Refuse closes the part with a legal ground and tells the requester why.
func (f *Flow) Refuse(ctx context.Context, by people.Officer, at RequestRef, ground, reason string) error {
	r, err := f.changeRequest(ctx, by, at, "request.refuse", func(r request.Request) (request.Request, error) {
		return request.Refuse(r, at.Part, by, ground, reason, f.Now())
	})
	if err != nil {
		return err
	}
	return f.bringAnswer(ctx, r, at.Part)
}

// bringAnswer tells the requester of a signed part and marks it sent.
func (f *Flow) bringAnswer(ctx context.Context, r request.Request, part int) error {
	who, err := f.Store.Requester(ctx, r.Requester)
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return fmt.Errorf("load requester of %s: %w", r.Code, err)
	}
	if err == nil {
		cause := answerKind + ":" + r.Code + "/" + strconv.Itoa(part)
		reply := bot.RequestAnswered(r, part, f.Units.Office(r.Parts[part].Unit), f.PublicURL)
		if err := f.sendAt(ctx, budget.Answer, who, cause, reply); err != nil {
			return err
		}
	}
	return f.markSent(ctx, r.Code, part)
}

// markSent records that an approved answer is on its way; a lost race is tried
// again, and a part that is sent or refused already stays as it is.
func (f *Flow) markSent(ctx context.Context, code string, part int) error {
	for {
		r, err := f.Store.Request(ctx, code)
		if err != nil {
			return fmt.Errorf("load request %s: %w", code, err)
		}
		if r.Parts[part].State != request.Approved {
			return nil
		}
		next, err := request.MarkSent(r, part, f.Now())
		if err != nil {
			return err
		}
		err = f.Store.ReplaceRequest(ctx, &next)
		if !errors.Is(err, desk.ErrConflict) {
			return err
		}
	}
}

// resumeWithin bounds how far back ResumeAnswers looks.
const resumeWithin = 7 * 24 * time.Hour

// ResumeAnswers finishes what a crash interrupted between a signed decision and
// its sending. Called at start; what was sent already is not sent again.
func (f *Flow) ResumeAnswers(ctx context.Context) error {
	for _, state := range []request.State{request.Approved, request.Refused} {
		for after, more := "", true; more; more = after != "" {
			requests, next, err := f.Store.Requests(ctx, store.RequestFilter{State: state, After: after, Limit: 100})
			if err != nil {
				return fmt.Errorf("list %s requests: %w", state, err)
			}
			for _, r := range requests {
				if err := f.resumeAnswer(ctx, r); err != nil {
					return err
				}
			}
			after = next
		}
	}
	return nil
}

func (f *Flow) resumeAnswer(ctx context.Context, r request.Request) error {
	if f.Now().Sub(r.UpdatedAt) > resumeWithin {
		return nil
	}
	for part, p := range r.Parts {
		if p.State != request.Approved && p.State != request.Refused {
			continue
		}
		if err := f.bringAnswer(ctx, r, part); err != nil {
			return err
		}
	}
	return nil
}

// Resend gives a message that was set aside another try.
func (f *Flow) Resend(ctx context.Context, by people.Officer, queueName, id string) error {
	queues := map[string]*queue.Queue{"inbox": f.Inbox, "outbox": f.Outbox}
	q, ok := queues[queueName]
	if !ok {
		return desk.ErrNotFound
	}
	if err := people.CanAdminister(by); err != nil && by.Unit != routing.ProvinceOffice {
		return err
	}
	if err := q.Requeue(ctx, id); err != nil {
		return fmt.Errorf("requeue: %w", err)
	}
	return f.audit(ctx, by.ID, queueName+".resend", id, "")
}
