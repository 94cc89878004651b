package flow

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"phatngon/bot"
	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/queue"
	"phatngon/internal/queue/budget"
	"phatngon/internal/zalo"
)

// Kinds of outbox items.
const (
	messageKind = "message" // a text to one person
	eraseKind   = "erase"   // delete a person's data, after the words that confirm it
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

// windowReason sets an item aside until the person writes again.
const windowReason = "Ngoài khung 7 ngày kể từ lần tương tác cuối; sẽ gửi khi người hỏi nhắn lại."

// window is how long after the last interaction a free-form message may be
// sent (Zalo platform, consultation messages: 7 days).
const window = 7 * 24 * time.Hour

// outgoing is the body of a message item.
type outgoing struct {
	UserID  string        `json:"user_id"`
	Text    string        `json:"text"`
	Buttons []zalo.Button `json:"buttons,omitempty"`
}

// send puts replies into the outbox, each piece under a key made of cause, so
// that the same cause says the same thing once. A person who never chatted has
// no address there and reads the answer in the Mini App.
func (f *Flow) send(ctx context.Context, who people.Requester, cause string, replies ...bot.Reply) error {
	return f.sendAt(ctx, budget.Reply, who, cause, replies...)
}

// sendAt is send for what is less urgent than a reply.
func (f *Flow) sendAt(ctx context.Context, p budget.Priority, who people.Requester, cause string, replies ...bot.Reply) error {
	if who.OAUserID == "" || who.Erased {
		return nil
	}
	var items []queue.Item
	for i, r := range replies {
		pieces := zalo.SplitText(r.Text)
		for k, piece := range pieces {
			out := outgoing{UserID: who.OAUserID, Text: piece}
			if k == len(pieces)-1 {
				out.Buttons = buttons(r.Buttons)
			}
			body, err := json.Marshal(out)
			if err != nil {
				return fmt.Errorf("encode reply: %w", err)
			}
			id := strings.Join([]string{cause, strconv.Itoa(i), strconv.Itoa(k)}, "/")
			items = append(items, queue.Item{ID: id, Lane: who.ID, Kind: messageKind, Body: body, Priority: int(p)})
		}
	}
	if len(items) == 0 {
		return nil
	}
	if _, err := f.Outbox.Put(ctx, items...); err != nil {
		return fmt.Errorf("put replies into the outbox: %w", err)
	}
	return nil
}

func buttons(in []bot.Button) []zalo.Button {
	var out []zalo.Button
	for _, b := range in {
		hide := strings.HasPrefix(b.Payload, "#") // a code of ours, not words to show in the chat
		out = append(out, zalo.Button{Title: b.Title, Payload: b.Payload, URL: b.URL, Hide: hide})
	}
	return out
}

// HandleOutbox delivers one item. An item is sent at most once for sure and at
// least once unless its outcome stays unknown.
func (f *Flow) HandleOutbox(ctx context.Context, j *queue.Job) error {
	if j.Kind == eraseKind {
		return f.erase(ctx, j.Lane)
	}
	var out outgoing
	if err := json.Unmarshal(j.Body, &out); err != nil {
		return queue.Aside("Nội dung không đọc được.")
	}
	tried := j.Item
	if began, ok := sendBegan(j.Mark); ok {
		if arrived, err := f.settle(ctx, j, out, began); arrived || err != nil {
			return f.unlessOutage(tried, err)
		}
	}
	if err := f.checkWindow(ctx, j.Item); err != nil {
		return err
	}
	if err := j.SetMark(ctx, markSending(f.Now())); err != nil {
		return err
	}
	id, err := f.Zalo.SendText(ctx, out.UserID, out.Text, out.Buttons)
	if err != nil {
		return f.sendFailed(ctx, j, tried, err)
	}
	j.Ref = id
	return nil
}

// checkWindow sets an item aside when the person last wrote more than seven
// days ago, or so long ago that it would have to be paid for out of a budget
// that is used up; releaseWaiting brings it back when they write.
func (f *Flow) checkWindow(ctx context.Context, item queue.Item) error {
	who, err := f.Store.Requester(ctx, item.Lane)
	if err != nil {
		return fmt.Errorf("load requester: %w", err)
	}
	switch since := f.Now().Sub(who.LastInteraction); {
	case since > window:
		return queue.Aside(windowReason)
	case since > freeWindow && f.Pace != nil && !f.Pace.MayPay(budget.Priority(item.Priority)):
		return queue.Aside(quotaReason)
	}
	return nil
}

// releaseWaiting brings back what waited for the person to write again.
func (f *Flow) releaseWaiting(ctx context.Context, requester string) error {
	items, err := f.Outbox.AsideIn(ctx, requester)
	if err != nil {
		return fmt.Errorf("list waiting messages: %w", err)
	}
	for _, it := range items {
		if it.Reason != windowReason && it.Reason != quotaReason {
			continue
		}
		if err := f.Outbox.Requeue(ctx, it.ID); err != nil && !errors.Is(err, desk.ErrConflict) {
			return fmt.Errorf("requeue waiting message: %w", err)
		}
	}
	return nil
}

// sendFailed turns Zalo's answer into what the queue does next. The mark stays
// only while the outcome is unknown. tried is the item as this attempt found it.
func (f *Flow) sendFailed(ctx context.Context, j *queue.Job, tried queue.Item, err error) error {
	var api *zalo.APIError
	if !errors.As(err, &api) {
		return err // mark kept: nothing is known of the send
	}
	if api.OutcomeUnknown { // an attempt that counts, unless all fail: when they are used up a person decides
		return f.unlessOutage(tried, fmt.Errorf("chưa rõ tin đã tới hay chưa: %w", err))
	}
	if err := j.SetMark(ctx, ""); err != nil {
		return err
	}
	if wait := f.unlessOutage(tried, err); wait != err {
		return wait
	}
	reason := fmt.Sprintf("Zalo trả lỗi %d.", api.Code)
	switch api.Retry {
	case zalo.UseTemplate:
		return queue.Aside(windowReason)
	case zalo.AfterRefresh, zalo.Later:
		if api.Code == quotaUsedUp && f.Pace != nil {
			f.Pace.UsedUp()
			return queue.Aside(quotaReason)
		}
		return queue.Retry(10*time.Minute, reason)
	case zalo.Backoff:
		return fmt.Errorf("chưa gửi được: %w", err)
	}
	return queue.Aside(reason)
}

// settleDelay is how long an unknown send is given to show up.
const settleDelay = 3 * time.Second

// settle finds out whether a send whose answer was lost has arrived: first in
// the echoes we received, then in the OA's own record of the conversation. Only
// when neither shows it is the message sent again; when the record cannot be
// read the item waits.
func (f *Flow) settle(ctx context.Context, j *queue.Job, out outgoing, began time.Time) (arrived bool, err error) {
	ids, err := f.sentIDs(ctx, j.Lane, out, began)
	if err != nil {
		return false, err
	}
	for _, id := range ids {
		_, err := f.Outbox.FindRef(ctx, id)
		if errors.Is(err, desk.ErrNotFound) {
			j.Ref = id
			return true, nil
		}
		if err != nil {
			return false, fmt.Errorf("look for message id: %w", err)
		}
	}
	if f.Now().Sub(began) < settleDelay {
		return false, queue.Retry(settleDelay, "Chờ xác nhận tin đã tới hay chưa.")
	}
	return false, nil
}

// sentIDs lists message ids of texts equal to out that reached the person
// since the send was begun.
func (f *Flow) sentIDs(ctx context.Context, lane string, out outgoing, began time.Time) ([]string, error) {
	began = began.Add(-time.Minute) // clocks differ
	same := func(text string, at time.Time) bool {
		return at.After(began) && norm.NFC.String(text) == norm.NFC.String(out.Text)
	}
	var ids []string
	heard, err := f.Inbox.Recent(ctx, lane, 50)
	if err != nil {
		return nil, fmt.Errorf("list echoes: %w", err)
	}
	for _, it := range heard {
		e, err := zalo.ParseEvent(it.Body)
		if err == nil && e.Kind == zalo.KindEcho && e.AdminID == "" && same(e.Text, e.At) {
			ids = append(ids, e.MsgID)
		}
	}
	rows, err := f.Zalo.Conversation(ctx, out.UserID, 0, 10)
	if err != nil {
		if len(ids) > 0 {
			return ids, nil
		}
		return nil, fmt.Errorf("read conversation: %w", err)
	}
	for _, row := range rows {
		if row.FromOA && same(row.Text, row.At) {
			ids = append(ids, row.MessageID)
		}
	}
	return ids, nil
}
