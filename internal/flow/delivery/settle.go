package delivery

import (
	"context"
	"errors"
	"fmt"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/queue"
	"phatngon/internal/zalo/webhook"
)

// settleDelay is how long an unknown send is given to show up.
const settleDelay = 3 * time.Second

// settle finds out whether a send whose answer was lost has arrived: first in
// the echoes we received, then in the OA's own record of the conversation. Only
// when neither shows it is the message sent again; when the record cannot be
// read the item waits.
func (p *Post) settle(ctx context.Context, j *queue.Job, out outgoing, began time.Time) (arrived bool, err error) {
	if j.Ref != "" { // it was found, and its run ended before it counted as done
		return true, nil
	}
	ids, err := p.sentIDs(ctx, j.Lane, out, began)
	if err != nil {
		return false, err
	}
	for _, id := range ids {
		_, err := p.Outbox.FindRef(ctx, id)
		if errors.Is(err, desk.ErrNotFound) {
			j.Ref = id
			return true, nil
		}
		if err != nil {
			return false, fmt.Errorf("look for message id: %w", err)
		}
	}
	if p.Now().Sub(began) < settleDelay {
		return false, queue.Retry(settleDelay, "Chờ xác nhận tin đã tới hay chưa.")
	}
	return false, nil
}

// sentIDs lists message ids of texts equal to out that reached the person
// since the send was begun.
func (p *Post) sentIDs(ctx context.Context, lane string, out outgoing, began time.Time) ([]string, error) {
	began = began.Add(-time.Minute) // clocks differ
	same := func(text string, at time.Time) bool { return at.After(began) && out.mayBe(text) }
	var ids []string
	heard, err := p.Inbox.Recent(ctx, lane, 50)
	if err != nil {
		return nil, fmt.Errorf("list echoes: %w", err)
	}
	for _, it := range heard {
		e, err := webhook.ParseEvent(it.Body)
		if err == nil && e.Kind == webhook.KindEcho && e.AdminID == "" && same(e.Text, e.At) {
			ids = append(ids, e.MsgID)
		}
	}
	rows, err := p.Zalo.Conversation(ctx, out.UserID, 0, 10)
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
