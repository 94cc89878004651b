package delivery

import (
	"context"
	"errors"
	"fmt"

	"phatngon/bot/words"
	"phatngon/internal/desk"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/queue/budget"
)

// Reasons an officer reads.
const (
	reasonWindow = "Ngoài khung 7 ngày kể từ lần tương tác cuối; sẽ gửi khi người hỏi nhắn lại."
	reasonNoChat = "Người hỏi chỉ dùng ứng dụng, chưa nhắn với Official Account lần nào; sẽ gửi khi họ nhắn."
	reasonErased = "Người hỏi đã xóa dữ liệu của mình; không còn nơi gửi."
)

// Answer is the handler that brings a signed decision to the requester: a delivery of its
// own, under the effect's key.
func (p *Post) Answer(ctx context.Context, _ string, e effect.Effect) error {
	r, err := p.Store.Request(ctx, e.Answer.Request)
	if err != nil {
		return fmt.Errorf("load request %s: %w", e.Answer.Request, err)
	}
	if !request.Stands(r, *e.Answer) {
		return nil // voided before it was brought
	}
	who, err := p.Store.Requester(ctx, r.Requester)
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return fmt.Errorf("load requester of %s: %w", r.Code, err)
	}
	d := delivery.Delivery{
		ID: e.Key, Request: r.Code, Part: e.Answer.Part, Revision: e.Answer.Revision, Whole: e.Answer.Whole, Unit: r.Parts[e.Answer.Part].Unit,
		Requester: r.Requester, State: delivery.Queued, InApp: who.UsesApp && !who.Erased, CreatedAt: e.At, UpdatedAt: e.At,
	}
	switch d.Reason = unreachable(who); {
	case d.Reason == reasonErased: // nobody is left to wait for
		d.State = delivery.Void
	case d.Reason != "":
		d.State = delivery.Unreachable
	}
	return p.begin(ctx, r, who, d)
}

// mostDeliveries is how many of a person's deliveries are looked at when they can be
// reached again.
const mostDeliveries = 500

// unreachable says why Zalo has no way to a person; "" when it has one.
func unreachable(who people.Requester) string {
	switch {
	case who.Erased || who.ID == "":
		return reasonErased
	case who.OAUserID == "":
		return reasonNoChat
	}
	return ""
}

// begin stores a delivery and queues its messages; either may be there already.
func (p *Post) begin(ctx context.Context, r request.Request, who people.Requester, d delivery.Delivery) error {
	items, err := pieces(who, d.ID, budget.Answer, p.words(r, d), "")
	if err != nil {
		return err
	}
	for i := range items {
		items[i].Subject = d.ID
	}
	d.Pieces = len(items)
	err = p.Store.InsertDelivery(ctx, &d)
	if errors.Is(err, desk.ErrConflict) {
		d, err = p.Store.Delivery(ctx, d.ID)
	}
	if err != nil {
		return fmt.Errorf("begin delivery of %s: %w", r.Code, err)
	}
	if d.InApp { // readable there from now on
		if err := p.Reached(ctx, d); err != nil {
			return err
		}
	}
	if d.State != delivery.Queued {
		return nil
	}
	if _, err := p.Outbox.Put(ctx, items...); err != nil {
		return fmt.Errorf("queue answer of %s: %w", r.Code, err)
	}
	return nil
}

func (p *Post) words(r request.Request, d delivery.Delivery) effect.Message {
	if len(d.Whole) > 0 {
		m := words.RequestAnsweredWhole(r, len(d.Whole), p.Rules.At(d.CreatedAt), p.Units.Office, p.PublicURL)
		for part := range d.Whole {
			m = words.WithFiles(m, request.SignedFiles(r, part), p.FileURL)
		}
		return m
	}
	m := words.RequestAnswered(r, d.Part, p.Rules.At(d.CreatedAt), p.Units.Office(r.Parts[d.Part].Unit), p.PublicURL)
	return words.WithFiles(m, request.SignedFiles(r, d.Part), p.FileURL)
}

// Annul is the handler of a voided decision: what is not on its way yet is not sent.
func (p *Post) Annul(ctx context.Context, _ string, e effect.Effect) error {
	all, err := p.Store.DeliveriesOf(ctx, e.Answer.Request)
	if err != nil {
		return fmt.Errorf("list deliveries of %s: %w", e.Answer.Request, err)
	}
	for _, d := range all {
		if d.Brings(e.Answer.Part) && d.RevisionOf(e.Answer.Part) == e.Answer.Revision {
			if err := p.move(ctx, d.ID, delivery.Annul, ""); err != nil {
				return err
			}
		}
	}
	return nil
}

// Approach queues what could not be sent to a person who can be reached by now, and what
// an earlier run said was queued and then died.
func (p *Post) Approach(ctx context.Context, who people.Requester) error {
	all, err := p.Store.DeliveriesTo(ctx, who.ID, mostDeliveries)
	if err != nil {
		return fmt.Errorf("list deliveries: %w", err)
	}
	for _, d := range all {
		if d.State != delivery.Unreachable && d.State != delivery.Queued {
			continue
		}
		if err := p.move(ctx, d.ID, delivery.Approach, ""); err != nil {
			return err
		}
		r, err := p.Store.Request(ctx, d.Request)
		if err != nil {
			return fmt.Errorf("load request %s: %w", d.Request, err)
		}
		if err := p.begin(ctx, r, who, d); err != nil {
			return err
		}
	}
	return nil
}
