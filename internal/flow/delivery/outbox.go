package delivery

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/rights"
	"phatngon/internal/queue"
	"phatngon/internal/queue/budget"
	"phatngon/internal/store"
	"phatngon/internal/zalo"
)

// sendingMark is on an item while its send is under way, with the time it
// began. Zalo has no idempotent send: an item found with this mark may or may
// not have arrived, see settle.
const sendingMark = "sending "

func markSending(at time.Time) string { return sendingMark + at.UTC().Format(time.RFC3339Nano) }

// sendBegan reads the mark; false: no send is under way.
func sendBegan(mark string) (time.Time, bool) {
	text, ok := strings.CutPrefix(mark, sendingMark)
	at, err := time.Parse(time.RFC3339Nano, text)
	return at, ok && err == nil
}

// window is how long after the last interaction a free-form message may be
// sent (Zalo platform, consultation messages: 7 days).
const window = 7 * 24 * time.Hour

// Handle delivers one item. An item is sent at most once for sure and at
// least once unless its outcome stays unknown.
func (p *Post) Handle(ctx context.Context, j *queue.Job) error {
	switch j.Kind {
	case eraseKind:
		return p.EraseNow(ctx, j.Lane, effect.Cause(j.ID), cmp.Or(string(j.Body), rights.Delete), rights.FromChat)
	case disownKind:
		return p.disown(ctx, j)
	case waitKind:
		return p.tellWait(ctx, j)
	}
	err := p.deliver(ctx, j)
	if err != nil && j.LastAttempt(err) {
		return errors.Join(err, p.note(ctx, j, delivery.Fail, "Đã thử nhiều lần chưa được; lần cuối: "+err.Error()))
	}
	return err
}

func (p *Post) deliver(ctx context.Context, j *queue.Job) error {
	var out outgoing
	if err := json.Unmarshal(j.Body, &out); err != nil {
		return p.aside(ctx, j, delivery.Fail, "Nội dung không đọc được.")
	}
	tried := j.Item
	if began, ok := sendBegan(j.Mark); ok {
		found, err := p.settle(ctx, j, out, began)
		if err != nil {
			return p.unlessOutage(tried, err)
		}
		if found {
			return p.noteArrived(ctx, j, out)
		}
	}
	if void, err := p.voided(ctx, j); void || err != nil {
		return err
	}
	if why, err := p.mustWait(ctx, j.Item); why != "" || err != nil {
		if err != nil {
			return err
		}
		return p.keepBack(ctx, j, why)
	}
	if err := p.pack(ctx, j, &out); err != nil {
		return err
	}
	return p.send(ctx, j, tried, out)
}

// begins marks the send of out as under way.
func (p *Post) begins(ctx context.Context, j *queue.Job, out outgoing) error {
	if err := out.into(j); err != nil {
		return err
	}
	return j.SetMark(ctx, markSending(p.Now()))
}

func (p *Post) send(ctx context.Context, j *queue.Job, tried queue.Item, out outgoing) error {
	if err := p.note(ctx, j, delivery.Send, ""); err != nil {
		return err
	}
	if err := p.begins(ctx, j, out); err != nil {
		return err
	}
	text, buttons := out.said()
	id, err := p.Zalo.SendText(ctx, out.UserID, text, buttons)
	if err != nil {
		return p.sendFailed(ctx, j, tried, err)
	}
	j.Ref = id
	return p.noteArrived(ctx, j, out)
}

// noteArrived has the delivery of an item learn that Zalo took it. It must be known
// before the item counts as done; the mark stays until then, so that a run that was
// interrupted here finds the message and does not send it again. The same goes for the
// notices it took along: once one of them has the message's id, that id must stand here.
func (p *Post) noteArrived(ctx context.Context, j *queue.Job, out outgoing) error {
	if out.Parcel != nil && len(out.Parcel.With) > 0 {
		if err := j.SetMark(ctx, j.Mark); err != nil {
			return err
		}
		if err := j.Finish(ctx, out.Parcel.With...); err != nil {
			return err
		}
	}
	if j.Subject == "" {
		return nil
	}
	return p.arrived(ctx, j.Subject, j.Piece)
}

func (p *Post) note(ctx context.Context, j *queue.Job, action, reason string) error {
	if j.Subject == "" {
		return nil
	}
	return p.move(ctx, j.Subject, action, reason)
}

// aside sets an item aside, and says why at its delivery.
func (p *Post) aside(ctx context.Context, j *queue.Job, action, reason string) error {
	if err := p.note(ctx, j, action, reason); err != nil {
		return err
	}
	return queue.Aside(reason)
}

// voided reports an answer whose approval does not hold any more: it is not sent.
func (p *Post) voided(ctx context.Context, j *queue.Job) (bool, error) {
	if j.Subject == "" {
		return false, nil
	}
	d, err := p.Store.Delivery(ctx, j.Subject)
	if err != nil {
		return false, fmt.Errorf("load delivery: %w", err)
	}
	r, err := p.Store.Request(ctx, d.Request)
	if err != nil {
		return false, fmt.Errorf("load request %s: %w", d.Request, err)
	}
	if d.State != delivery.Void && request.Stands(r, effect.Answer{Part: d.Part, Revision: d.Revision, Whole: d.Whole}) {
		return false, nil
	}
	return true, p.move(ctx, d.ID, delivery.Annul, "")
}

// keepBack sets a message aside until the person writes; one to somebody erased is
// dropped with its words.
func (p *Post) keepBack(ctx context.Context, j *queue.Job, why string) error {
	if why != reasonErased {
		if err := p.note(ctx, j, delivery.Wait, why); err != nil {
			return err
		}
		return queue.AsideThen(why, func(ctx context.Context) { p.lookAgain(ctx, j.ID) })
	}
	j.Body = nil
	return p.note(ctx, j, delivery.Annul, "")
}

// lookAgain brings a message back whose person wrote while it was being set aside: their
// Release had not found it yet.
func (p *Post) lookAgain(ctx context.Context, id string) {
	item, err := p.Outbox.Item(ctx, id)
	if err == nil && item.State == store.ItemAside {
		var why string
		if why, err = p.mustWait(ctx, item); err == nil && why == "" {
			err = p.release(ctx, item)
		}
	}
	if err != nil {
		p.Log.WarnContext(ctx, "a message that waits for its person was not looked at again", "error", err)
	}
}

// mustWait says why a message waits for the person to write: they last did more than
// seven days ago, or so long ago that it would have to be paid for out of a budget that is
// used up. Release brings it back when they do. "": it can go.
func (p *Post) mustWait(ctx context.Context, item queue.Item) (string, error) {
	who, err := p.Store.Requester(ctx, item.Lane)
	if err != nil {
		return "", fmt.Errorf("load requester: %w", err)
	}
	if who.Erased {
		return reasonErased, nil
	}
	switch since := p.Now().Sub(who.LastInteraction); {
	case since > window:
		return reasonWindow, nil
	case since > freeWindow && p.Pace != nil && !p.Pace.MayPay(budget.Priority(item.Priority)):
		return reasonQuota, nil
	}
	return "", nil
}

// sendFailed turns Zalo's answer into what the queue does next. The mark stays
// only while the outcome is unknown. tried is the item as this attempt found it.
func (p *Post) sendFailed(ctx context.Context, j *queue.Job, tried queue.Item, err error) error {
	var api *zalo.APIError
	if !errors.As(err, &api) {
		return err // mark kept: nothing is known of the send
	}
	if api.OutcomeUnknown { // an attempt that counts, unless all fail: when they are used up a person decides
		return p.unlessOutage(tried, fmt.Errorf("chưa rõ tin đã tới hay chưa: %w", err))
	}
	if err := errors.Join(unpack(j), j.SetMark(ctx, "")); err != nil {
		return err
	}
	if wait := p.unlessOutage(tried, err); wait != err {
		return wait
	}
	reason := fmt.Sprintf("Zalo trả lỗi %d.", api.Code)
	switch api.Retry {
	case zalo.UseTemplate:
		return p.aside(ctx, j, delivery.Wait, reasonWindow)
	case zalo.AfterRefresh, zalo.Later:
		if api.Code == quotaUsedUp && p.Pace != nil {
			p.Pace.UsedUp()
			return p.aside(ctx, j, delivery.Wait, reasonQuota)
		}
		return queue.Retry(10*time.Minute, reason)
	case zalo.Backoff:
		return fmt.Errorf("chưa gửi được: %w", err)
	}
	return p.aside(ctx, j, delivery.Fail, reason)
}
