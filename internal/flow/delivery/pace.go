package delivery

import (
	"context"
	"errors"
	"fmt"
	"path"
	"time"

	"phatngon/internal/queue"
	"phatngon/internal/queue/budget"
	"phatngon/internal/zalo"
)

// freeWindow is how long after the last interaction a message costs nothing
// (Zalo platform, consultation messages: 48 hours).
const freeWindow = 48 * time.Hour

// quotaUsedUp is Zalo's refusal of a message that nothing is left to pay for.
const quotaUsedUp = -211

// What officers read of messages that wait or were set aside.
const (
	reasonQuota  = "Hết hạn mức tin trong tháng cho người đã im lặng quá 48 giờ; sẽ gửi khi người hỏi nhắn lại hoặc khi có hạn mức mới."
	reasonOutage = "Zalo chưa nhận tin; tin chờ và tự gửi lại khi Zalo hoạt động trở lại."
	reasonToken  = "Zalo không còn nhận mã truy cập; tin chờ. Quản trị viên cần cấp quyền lại cho ứng dụng rồi chạy: phatngon zalo token."
)

// OutboxGate lets the outbox send at the pace of b.
func OutboxGate(b *budget.Budget) queue.Gate { return gate{b} }

type gate struct{ b *budget.Budget }

// Admit implements queue.Gate. A lane is as urgent as the most urgent item in
// it, which cannot overtake the others.
func (g gate) Admit(open []queue.Item) time.Duration {
	head := open[0]
	if !costsCall(head) {
		return 0
	}
	urgent := head.Priority
	for _, item := range open {
		urgent = min(urgent, item.Priority)
	}
	return g.b.Admit(budget.Ask{Lane: head.Lane, Cause: causeOf(head.ID), Priority: budget.Priority(urgent)})
}

// costsCall reports whether handling an item calls Zalo under the gate's admission: what
// tells of a wait asks for its own until it is under way.
func costsCall(item queue.Item) bool {
	return item.Kind == messageKind || item.Kind == waitKind && item.Mark != ""
}

// Done implements queue.Gate.
func (g gate) Done(item queue.Item) { g.b.Done(item.Lane) }

// causeOf is what the pieces of one message have in common; see send.
func causeOf(id string) string { return path.Dir(path.Dir(id)) }

// ObserveZalo tells b of each call that a client makes.
func ObserveZalo(b *budget.Budget) func(zalo.Call) {
	return func(c zalo.Call) {
		o := budget.Outcome{Sends: c.Sends, Limit: c.Limit, Remain: c.Remain, Refused: c.Err != nil}
		if c.Err != nil && !c.Repeated && c.Err.Outage() {
			o.Outage = reasonOf(c.Err)
		}
		b.Observe(o)
		if c.PaidTotal > 0 {
			b.Paid(c.PaidRemain, c.PaidTotal)
		}
	}
}

func reasonOf(err error) string {
	var api *zalo.APIError
	switch {
	case errors.Is(err, zalo.ErrConsentNeeded):
		return reasonToken
	case errors.As(err, &api) && api.Retry == zalo.OperatorFix:
		return fmt.Sprintf("Zalo từ chối mọi cuộc gọi (lỗi %d); tin chờ. Quản trị viên cần xem lại ứng dụng và gói của OA trên trang quản trị Zalo.", api.Code)
	}
	return reasonOutage
}

// unlessOutage is err, or when it comes from an outage the wish to wait, which
// counts no attempt. tried is the item as this attempt found it: when others
// were served since it failed last, the fault is its own.
func (p *Post) unlessOutage(tried queue.Item, err error) error {
	var api *zalo.APIError
	if !errors.As(err, &api) || !api.Outage() {
		return err
	}
	if p.Pace == nil {
		if errors.Is(err, zalo.ErrConsentNeeded) {
			return queue.Retry(10*time.Minute, reasonToken)
		}
		return err
	}
	if tried.Reason != "" && p.Pace.AnsweredSince(tried.UpdatedAt, !api.OutcomeUnknown) {
		return err
	}
	return queue.Retry(p.Pace.Pause(), reasonOf(err))
}

// ReleaseUnpaid brings back what waited for a new month's budget.
func (p *Post) ReleaseUnpaid(ctx context.Context) error {
	if p.Pace == nil || !p.Pace.MayPay(budget.Broadcast) {
		return nil
	}
	ids, err := setAside(ctx, p.Outbox, func(reason string) bool { return reason == reasonQuota })
	if err != nil {
		return err
	}
	for _, id := range ids {
		item, err := p.Outbox.Item(ctx, id)
		if err != nil {
			return fmt.Errorf("load unpaid message: %w", err)
		}
		if err := p.release(ctx, item); err != nil {
			return err
		}
	}
	return nil
}
