package flow

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
)

// Filing is what a requester asks to be answered. Source is the id of what
// caused it (an event, an idempotency key): the same source files once.
type Filing struct {
	Source, Channel, Question, Unit string
	Context                         []request.Line
}

// questionLimit is how much of a question is kept, in runes.
const questionLimit = 4000

// File turns a question into a request with a code and a running clock.
func (f *Flow) File(ctx context.Context, who people.Requester, in Filing) (request.Request, error) {
	if r, err := f.Store.RequestBySource(ctx, in.Source); !errors.Is(err, desk.ErrNotFound) {
		return r, err
	}
	if err := f.checkFiling(in); err != nil {
		return request.Request{}, err
	}
	now := f.Now()
	year := now.In(calendar.Zone).Year()
	n, err := f.Store.NextNumber(ctx, "request-"+strconv.Itoa(year))
	if err != nil {
		return request.Request{}, fmt.Errorf("number a request: %w", err)
	}
	r := request.NewRequest(request.NewRequestInput{
		Code: request.FormatCode(year, n), Source: in.Source, Requester: who, Channel: in.Channel,
		Question: in.Question, Unit: in.Unit, Context: in.Context, Clock: f.clock(who, now), At: now,
	})
	err = f.Store.InsertRequest(ctx, &r)
	if errors.Is(err, desk.ErrConflict) {
		return f.Store.RequestBySource(ctx, in.Source) // filed by a concurrent run of the same event
	}
	if err != nil {
		return request.Request{}, fmt.Errorf("file request %s: %w", r.Code, err)
	}
	if in.Channel == miniAppChannel {
		f.takeBackFiled(ctx, who, in.Question)
	}
	return r, f.audit(ctx, "", "request.file", r.Code, in.Unit)
}

func (f *Flow) checkFiling(in Filing) error {
	if n := len([]rune(in.Question)); n < 5 || n > questionLimit {
		return &desk.InvalidError{Field: "question", Text: "Xin viết câu hỏi từ 5 đến 4.000 ký tự."}
	}
	if _, ok := f.Units.Unit(in.Unit); !ok {
		return &desk.InvalidError{Field: "unit", Text: "Xin chọn đơn vị trong danh sách."}
	}
	return nil
}

// clock starts the deadline that the law or the policy gives for who.
func (f *Flow) clock(who people.Requester, at time.Time) calendar.Clock {
	rule, _ := policy.FindRule(policy.ClockFor(who.Kind))
	return f.Calendar.Start(rule, at)
}

// changeRequest loads a request, checks that the form was shown with its
// current version, lets the desk decide, and stores the result.
func (f *Flow) changeRequest(ctx context.Context, by people.Officer, at RequestRef, action string,
	decide func(request.Request) (request.Request, error)) (request.Request, error) {
	r, err := f.Store.Request(ctx, at.Code)
	if err != nil {
		return r, fmt.Errorf("load request %s: %w", at.Code, err)
	}
	if !request.MaySee(by, r) {
		return r, desk.ErrForbidden
	}
	if r.Version != at.Version {
		return r, desk.ErrConflict
	}
	if at.Part < 0 || at.Part >= len(r.Parts) {
		return r, desk.ErrNotFound
	}
	next, err := decide(r)
	if err != nil {
		return r, err
	}
	if err := f.Store.ReplaceRequest(ctx, &next); err != nil {
		return r, fmt.Errorf("%s %s: %w", action, at.Code, err)
	}
	return next, f.audit(ctx, by.ID, action, at.Code, fmt.Sprintf("part %d, version %d", at.Part, next.Version))
}

// Assign makes by the one who works on the part.
func (f *Flow) Assign(ctx context.Context, by people.Officer, at RequestRef) error {
	_, err := f.changeRequest(ctx, by, at, "request.assign", func(r request.Request) (request.Request, error) {
		return request.Assign(r, at.Part, by, f.Now())
	})
	return err
}

// Transfer gives the part to another unit, with a reason.
func (f *Flow) Transfer(ctx context.Context, by people.Officer, at RequestRef, unit, reason string) error {
	if _, ok := f.Units.Unit(unit); !ok {
		return &desk.InvalidError{Field: "unit", Text: "Xin chọn đơn vị trong danh sách."}
	}
	_, err := f.changeRequest(ctx, by, at, "request.transfer", func(r request.Request) (request.Request, error) {
		return request.Transfer(r, at.Part, by, unit, reason, f.Now())
	})
	return err
}

// SaveDraft keeps an answer as a draft for the spokesperson.
func (f *Flow) SaveDraft(ctx context.Context, by people.Officer, at RequestRef, text string) error {
	_, err := f.changeRequest(ctx, by, at, "request.draft", func(r request.Request) (request.Request, error) {
		return request.SaveDraft(r, at.Part, by, text, f.Now())
	})
	return err
}

// ReturnDraft sends the draft back with a reason.
func (f *Flow) ReturnDraft(ctx context.Context, by people.Officer, at RequestRef, reason string) error {
	_, err := f.changeRequest(ctx, by, at, "request.return", func(r request.Request) (request.Request, error) {
		return request.ReturnDraft(r, at.Part, by, reason, f.Now())
	})
	return err
}
