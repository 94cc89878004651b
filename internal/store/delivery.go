package store

import (
	"context"

	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/effect"
	"phatngon/internal/store/engine"
	"phatngon/internal/store/table"
)

// InsertDelivery stores a new delivery. desk.ErrConflict: its effect has made it before.
func (s *Store) InsertDelivery(ctx context.Context, d *delivery.Delivery, effects ...effect.Effect) error {
	return deliveries.Insert(ctx, s.e, d, effects...)
}

// ReplaceDelivery stores d over the version it was read at.
func (s *Store) ReplaceDelivery(ctx context.Context, d *delivery.Delivery, effects ...effect.Effect) error {
	return deliveries.Replace(ctx, s.e, d, effects...)
}

// Delivery returns the delivery with this id.
func (s *Store) Delivery(ctx context.Context, id string) (delivery.Delivery, error) {
	return deliveries.Get(ctx, s.e, id)
}

// DeliveriesOf lists the deliveries of a request, oldest first.
func (s *Store) DeliveriesOf(ctx context.Context, request string) ([]delivery.Delivery, error) {
	return deliveries.All(ctx, s.e, engine.Query{Index: "request", Equal: []any{request}})
}

// DeliveriesTo lists what was on its way to a requester, newest first.
func (s *Store) DeliveriesTo(ctx context.Context, requester string, limit int) ([]delivery.Delivery, error) {
	return deliveries.Find(ctx, s.e, engine.Query{Index: "requester", Equal: []any{requester}, Desc: true, Limit: table.PageSize(limit)})
}

// DeliveryFilter says which deliveries are listed.
type DeliveryFilter struct {
	State delivery.State // needed
	Unit  string         // "" = all
	After string         // cursor: the next of the page before
	Limit int            // 0 = 50; at most 500
}

// DeliveriesIn lists the deliveries in a state, last changed first.
func (s *Store) DeliveriesIn(ctx context.Context, f DeliveryFilter) (items []delivery.Delivery, next string, err error) {
	q := engine.Query{Index: "state", Equal: []any{string(f.State)}, Desc: true, Limit: f.Limit}
	if f.Unit != "" {
		q.Index, q.Equal = "unit_state", []any{f.Unit, string(f.State)}
	}
	return deliveries.Page(ctx, s.e, q, f.After)
}

// CountDeliveries says how many deliveries of a unit are in each state; of all units
// when unit is "".
func (s *Store) CountDeliveries(ctx context.Context, unit string) (map[delivery.State]int, error) {
	g := engine.Grouping{Index: "state", Values: deliveryStates}
	if unit != "" {
		g.Index, g.Equal = "unit_state", []any{unit}
	}
	counts, err := deliveries.Count(ctx, s.e, g)
	if err != nil {
		return nil, err
	}
	byState := make(map[delivery.State]int, len(counts))
	for state, n := range counts {
		byState[delivery.State(state)] = n
	}
	return byState, nil
}

var deliveryStates = []string{
	string(delivery.Queued), string(delivery.Sending), string(delivery.Accepted), string(delivery.Delivered), string(delivery.Seen),
	string(delivery.Waiting), string(delivery.Failed), string(delivery.Unreachable), string(delivery.Void),
}
