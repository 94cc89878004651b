// Package requests is what happens to a request, from its filing to its end. The rules
// are internal/desk/request's; here they are loaded, asked and stored, each change with
// what must follow it.
package requests

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow/effects"
	"phatngon/internal/flow/rules"
	"phatngon/internal/store"
	"phatngon/knowledge/statement"
)

// Requests changes requests. All fields are set before use.
type Requests struct {
	Store *store.Store
	Relay *effects.Relay
	Units *routing.Registry
	Rules *rules.Rules
	Now   func() time.Time

	Key       []byte // of the addresses by which people follow their requests
	PublicURL string

	Send       func(ctx context.Context, who people.Requester, cause string, messages ...effect.Message) error
	NotMeant   func(ctx context.Context, who people.Requester, question string) // what they read did not answer it
	FileID     func(cause string, n int) string                                 // of a file that a person sent
	Uploaded   func(ctx context.Context, who people.Requester, sum string) (request.File, error)
	CountFiled func(ctx context.Context, r request.Request, s statement.Statement) // its question asked for s
}

// Ref is a part of a request as a form was shown with it: a change is
// refused with desk.ErrConflict when someone changed the request meanwhile.
type Ref struct {
	Code    string
	Version int64
	Part    int
}

// Filing is what a requester asks to be answered. Source is the id of what caused it (an
// effect, an idempotency key): the same source files once. At is when they asked: the
// clock runs from there.
type Filing struct {
	effect.Filing
	Source, Channel string
	At              time.Time
	Wanted          time.Time // by the newsroom's own deadline; zero: what the question says of it
	Uploads         []string  // SHA-256 of what the person uploaded for it
}

// Channels a request comes by.
const (
	ChannelChat    = "zalo"
	ChannelMiniApp = "miniapp"
)

// questionLimit is how much of a question is kept, in runes.
const questionLimit = 4000

// File turns a question into a request with a code and a running clock.
func (q *Requests) File(ctx context.Context, who people.Requester, in Filing) (request.Request, error) {
	if r, err := q.Store.RequestBySource(ctx, in.Source); !errors.Is(err, desk.ErrNotFound) {
		return r, err
	}
	if err := q.checkFiling(in); err != nil {
		return request.Request{}, err
	}
	in, err := q.atDesk(ctx, in)
	if err != nil {
		return request.Request{}, err
	}
	lead, again, err := q.lead(ctx, who, in)
	if err != nil || again.Code != "" {
		return again, err
	}
	files, sent, err := q.sent(ctx, who, in.Source, in.Files, in.Uploads, in.At)
	if err != nil {
		return request.Request{}, err
	}
	year := in.At.In(calendar.Zone).Year()
	n, err := q.Store.NextNumber(ctx, request.Series+strconv.Itoa(year))
	if err != nil {
		return request.Request{}, fmt.Errorf("number a request: %w", err)
	}
	set := q.Rules.At(in.At)
	kind, form, err := q.formOf(set, who.KindAt(in.At), in)
	if err != nil {
		return request.Request{}, err
	}
	switch press := policy.LawFor(who.KindAt(in.At)) == policy.LawPress; {
	case !press:
		in.Wanted = time.Time{} // nobody else has a newsroom
	case in.Wanted.IsZero():
		in.Wanted, _ = hear.Deadline(in.Question, in.At)
	}
	r := request.NewRequest(request.NewRequestInput{
		Code: request.FormatCode(year, n), Source: in.Source, Requester: who, Channel: in.Channel,
		Question: in.Question, Notes: append(slices.Clone(in.Notes), request.FormNotes(form)...), Form: form, Unit: in.Unit, Context: in.Context,
		Clock: set.Start(set.RuleOfKind(who.KindAt(in.At), kind.Code), in.At), Kind: kind, Wanted: in.Wanted, At: in.At, Joined: lead.Code, Files: files, English: in.English,
	})
	r.Effects = append(r.Effects, fetching(r.Code, sent, in.At)...)
	err = q.Store.InsertRequest(ctx, &r)
	if errors.Is(err, desk.ErrConflict) {
		return q.Store.RequestBySource(ctx, in.Source) // filed by a concurrent run of the same cause
	}
	if err != nil {
		return request.Request{}, fmt.Errorf("file request %s: %w", r.Code, err)
	}
	q.Relay.Finish(ctx, store.Requests, r.Code)
	if in.Channel == ChannelMiniApp {
		q.NotMeant(ctx, who, in.Question)
	}
	return r, nil
}

// formOf is of which kind a request is, chosen or by its words, and what of its form counts.
func (q *Requests) formOf(set policy.Set, who people.RequesterKind, in Filing) (policy.RequestKind, effect.Form, error) {
	kind := set.Recognise(who, strings.Join(append([]string{in.Question}, in.Notes...), "\n"))
	if in.Kind != "" {
		chosen, ok := set.RequestKind(who, in.Kind)
		if !ok {
			return kind, effect.Form{}, &desk.InvalidError{Field: "kind", Text: "Xin chọn loại yêu cầu trong danh sách."}
		}
		kind = chosen
	}
	said := effect.Form{}
	if in.Form != nil {
		said = *in.Form
	}
	said.Urgent = said.Urgent || hear.Urgent(in.Question)
	form, err := request.FormOf(policy.LawFor(who), said)
	return kind, form, err
}

func (q *Requests) checkFiling(in Filing) error {
	if n := len([]rune(in.Question)); n < 1 || n > questionLimit || n < 5 && len(in.Notes) == 0 {
		return &desk.InvalidError{Field: "question", Text: "Xin viết câu hỏi từ 5 đến 4.000 ký tự."}
	}
	if _, ok := q.Units.Unit(in.Unit); !ok {
		return &desk.InvalidError{Field: "unit", Text: "Xin chọn đơn vị trong danh sách."}
	}
	return nil
}

// FileFromChat is the handler that files what a person confirmed in the chat, and sends
// the receipt: the words that it was filed are said by what filed it.
func (q *Requests) FileFromChat(ctx context.Context, owner string, e effect.Effect) error {
	who, err := q.Store.Requester(ctx, owner)
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	if who.Erased {
		return nil // came late: nobody asks any more
	}
	r, err := q.File(ctx, who, Filing{Filing: *e.Filing, Source: e.Key, Channel: ChannelChat, At: e.At})
	if err != nil {
		return err
	}
	if r.Joined != "" {
		return q.Send(ctx, who, e.Key, words.Followed(r, q.Units.Office(r.Parts[0].Unit), *e.Filing))
	}
	set := q.Rules.At(e.At)
	receipt := words.Receipt(r, set.RuleOfKind(r.RequesterKind, r.Kind), q.Units.Office(r.Parts[0].Unit), set.Sentences().Receipt, *e.Filing)
	if r.Parts[0].Unit != e.Filing.Unit {
		receipt.Text = words.Lines(words.NotHere(r, q.Units.Office(e.Filing.Unit), q.Units.Office(r.Parts[0].Unit), *e.Filing), receipt.Text)
	}
	return q.Send(ctx, who, e.Key, receipt)
}

// system takes a step for the program; one that the table does not allow is none, and a
// lost race is tried again.
func (q *Requests) system(ctx context.Context, code string, step func(request.Request) (request.Request, error)) error {
	for {
		r, err := q.Store.Request(ctx, code)
		if err != nil {
			return fmt.Errorf("load request %s: %w", code, err)
		}
		next, err := step(r)
		if err != nil {
			return nil
		}
		err = q.Store.ReplaceRequest(ctx, &next)
		if err == nil {
			q.Relay.Finish(ctx, store.Requests, code)
			return nil
		}
		if !errors.Is(err, desk.ErrConflict) {
			return fmt.Errorf("change request %s: %w", code, err)
		}
	}
}

// Published is the handler that notes that the statement made of a part's answer is in
// force: at the part, in the ledger of who asked and of who followed, and among what people ask.
func (q *Requests) Published(ctx context.Context, _ string, e effect.Effect) error {
	r, err := q.Store.Request(ctx, e.Answer.Request)
	if err != nil {
		return fmt.Errorf("load request %s: %w", e.Answer.Request, err)
	}
	if s, err := q.Store.Statement(ctx, e.Statement.Code); err == nil {
		q.CountFiled(ctx, r, s)
	}
	told := store.LedgerEntry{ID: e.Key, Requester: r.Requester, Statement: e.Statement.Code, StatementVersion: e.Statement.Version, Event: r.Code, At: e.At}
	if r.Requester != "" {
		if err := q.Store.AddLedger(ctx, told); err != nil {
			return fmt.Errorf("enter ledger: %w", err)
		}
	}
	if err := q.enterFollowers(ctx, r.Code, e); err != nil {
		return err
	}
	return q.system(ctx, r.Code, func(r request.Request) (request.Request, error) {
		return request.MarkPublished(r, e.Answer.Part, e.Statement.Code, e.At)
	})
}

// AdoptApproved has approvals of an older release, which carried no effects, brought to
// their requesters: those without a delivery yet. Called at start.
func (q *Requests) AdoptApproved(ctx context.Context) error {
	for after, more := "", true; more; more = after != "" {
		found, next, err := q.Store.Requests(ctx, store.RequestFilter{State: request.Approved, After: after, Limit: 100})
		if err != nil {
			return fmt.Errorf("list approved requests: %w", err)
		}
		for _, r := range found {
			if err := q.adopt(ctx, r); err != nil && !errors.Is(err, desk.ErrConflict) {
				return err
			}
		}
		after = next
	}
	return nil
}

func (q *Requests) adopt(ctx context.Context, r request.Request) error {
	known, err := q.Store.DeliveriesOf(ctx, r.Code)
	if err != nil {
		return fmt.Errorf("list deliveries of %s: %w", r.Code, err)
	}
	pending, err := q.Store.Pending(ctx, store.Requests, r.Code)
	if err != nil || len(known)+len(pending) > 0 {
		return err
	}
	if r.Effects = request.Undelivered(r); len(r.Effects) == 0 {
		return nil
	}
	return q.Store.ReplaceRequest(ctx, &r)
}
