package delivery

import (
	"context"
	"errors"
	"fmt"

	"phatngon/internal/desk"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/people"
)

// ShowInApp notes that a person opened the Mini App: what they are owed is readable there
// from now on, however it fares in Zalo.
func (p *Post) ShowInApp(ctx context.Context, who people.Requester) error {
	all, err := p.Store.DeliveriesTo(ctx, who.ID, mostDeliveries)
	if err != nil {
		return fmt.Errorf("list deliveries: %w", err)
	}
	for _, d := range all {
		if err := p.showInApp(ctx, d); err != nil {
			return err
		}
	}
	return nil
}

// showInApp tells the request first, so that a crash in between is mended by the next
// opening. A lost race is tried again.
func (p *Post) showInApp(ctx context.Context, d delivery.Delivery) error {
	for !d.InApp && d.State != delivery.Void {
		if err := p.Reached(ctx, d); err != nil {
			return err
		}
		d.InApp = true
		err := p.Store.ReplaceDelivery(ctx, &d)
		if !errors.Is(err, desk.ErrConflict) {
			return err
		}
		if d, err = p.Store.Delivery(ctx, d.ID); err != nil {
			return fmt.Errorf("load delivery: %w", err)
		}
	}
	return nil
}
