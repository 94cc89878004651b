package delivery

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"phatngon/internal/desk"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/people"
	"phatngon/internal/queue"
	"phatngon/internal/store"
	"phatngon/internal/zalo/webhook"
)

// move takes a step of a delivery's life for the system. A step that its state does not
// know is none: what comes late changes nothing. A lost race is tried again.
func (p *Post) move(ctx context.Context, id, action, reason string) error {
	_, err := p.change(ctx, id, action, func(d *delivery.Delivery) { d.Reason = reason })
	return err
}

func (p *Post) change(ctx context.Context, id, action string, change func(*delivery.Delivery)) (delivery.Delivery, error) {
	for {
		d, err := p.Store.Delivery(ctx, id)
		if err != nil {
			return d, fmt.Errorf("load delivery: %w", err)
		}
		next, err := delivery.Life().Next(d.State, action, system)
		if err != nil {
			return d, nil
		}
		d.State, d.UpdatedAt = next, p.Now()
		change(&d)
		err = p.Store.ReplaceDelivery(ctx, &d)
		if !errors.Is(err, desk.ErrConflict) {
			return d, err
		}
	}
}

func system(who delivery.Who) error {
	if who == delivery.System {
		return nil
	}
	return desk.ErrForbidden
}

// arrived notes that Zalo took one message of a delivery; with the last one the answer
// is with the person.
func (p *Post) arrived(ctx context.Context, id string, piece int) error {
	d, err := p.change(ctx, id, delivery.Send, func(d *delivery.Delivery) {
		if d.Reason = ""; !slices.Contains(d.Arrived, piece) {
			d.Arrived = append(d.Arrived, piece)
		}
	})
	if err != nil || len(d.Arrived) < d.Pieces {
		return err
	}
	if d, err = p.change(ctx, id, delivery.Accept, func(*delivery.Delivery) {}); err != nil || !d.State.Reached() {
		return err
	}
	return p.Reached(ctx, d)
}

// Receipt notes Zalo's word that a message reached the person's device, or was opened.
// One that belongs to no delivery says nothing to us.
func (p *Post) Receipt(ctx context.Context, e webhook.Event) error {
	if e.Kind == webhook.KindReceived {
		return p.receipt(ctx, e.MsgID, delivery.Receipt)
	}
	for _, id := range e.MsgIDs {
		if err := p.receipt(ctx, id, delivery.See); err != nil {
			return err
		}
	}
	return nil
}

func (p *Post) receipt(ctx context.Context, messageID, action string) error {
	item, err := p.Outbox.FindRef(ctx, messageID)
	if errors.Is(err, desk.ErrNotFound) || err == nil && item.Subject == "" {
		return nil
	}
	if err != nil {
		return fmt.Errorf("find message: %w", err)
	}
	return p.move(ctx, item.Subject, action, "")
}

// Release brings back what waited for the person to write again.
func (p *Post) Release(ctx context.Context, requester string) error {
	items, err := p.Outbox.AsideIn(ctx, requester)
	if err != nil {
		return fmt.Errorf("list waiting messages: %w", err)
	}
	for _, it := range items {
		if it.Reason != reasonWindow && it.Reason != reasonQuota {
			continue
		}
		if err := p.release(ctx, it); err != nil {
			return err
		}
	}
	return nil
}

// release queues a message that waited, and says so at its delivery.
func (p *Post) release(ctx context.Context, it queue.Item) error {
	if it.Subject != "" {
		if err := p.move(ctx, it.Subject, delivery.Release, ""); err != nil {
			return err
		}
	}
	if err := p.Outbox.Requeue(ctx, it.ID); err != nil && !errors.Is(err, desk.ErrConflict) {
		return fmt.Errorf("requeue waiting message: %w", err)
	}
	return nil
}

// Resend gives a message or an event that was set aside another try. A unit may resend
// its own answers; the rest is the coordinating office's.
func (p *Post) Resend(ctx context.Context, by people.Officer, queueName, id string) error {
	queues := map[string]*queue.Queue{"inbox": p.Inbox, "outbox": p.Outbox}
	q, ok := queues[queueName]
	if !ok {
		return desk.ErrNotFound
	}
	item, err := q.Item(ctx, id)
	if err != nil {
		return fmt.Errorf("load item: %w", err)
	}
	if err := p.mayResend(ctx, by, item); err != nil {
		return err
	}
	key := fmt.Sprintf("resend:%s/%s/%d", queueName, id, item.Version)
	record := desk.AuditRecord{ID: key, At: p.Now(), Officer: by.ID, Action: queueName + ".resend", Subject: id}
	if _, err := p.Store.AppendAudit(ctx, record); err != nil {
		return fmt.Errorf("audit resend: %w", err)
	}
	if item.Subject != "" {
		if err := p.retry(ctx, item.Subject); err != nil {
			return err
		}
	}
	return q.Requeue(ctx, id)
}

func (p *Post) mayResend(ctx context.Context, by people.Officer, item store.Item) error {
	if people.Coordinates(by) {
		return nil
	}
	if item.Subject == "" {
		return desk.ErrForbidden
	}
	d, err := p.Store.Delivery(ctx, item.Subject)
	if err != nil {
		return fmt.Errorf("load delivery: %w", err)
	}
	if by.Disabled || d.Unit != by.Unit {
		return desk.ErrForbidden
	}
	return nil
}

// retry is the officer's own step; the right to it was checked.
func (p *Post) retry(ctx context.Context, id string) error {
	d, err := p.Store.Delivery(ctx, id)
	if err != nil {
		return fmt.Errorf("load delivery: %w", err)
	}
	if d.State == delivery.Queued || d.State == delivery.Sending {
		return nil // with an earlier message of the same answer
	}
	next, err := delivery.Life().Next(d.State, delivery.Retry, func(delivery.Who) error { return nil })
	if err != nil {
		return err
	}
	d.State, d.Reason, d.UpdatedAt = next, "", p.Now()
	return p.Store.ReplaceDelivery(ctx, &d)
}
