package store

import (
	"context"

	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/effect"
)

// InsertDelivery stores a new delivery. desk.ErrConflict: its effect has made it before.
func (s *Store) InsertDelivery(ctx context.Context, d *delivery.Delivery, effects ...effect.Effect) error {
	return deliveries.insert(ctx, s.e, d, effects...)
}

// ReplaceDelivery stores d over the version it was read at.
func (s *Store) ReplaceDelivery(ctx context.Context, d *delivery.Delivery, effects ...effect.Effect) error {
	return deliveries.replace(ctx, s.e, d, effects...)
}

// Delivery returns the delivery with this id.
func (s *Store) Delivery(ctx context.Context, id string) (delivery.Delivery, error) {
	return deliveries.get(ctx, s.e, id)
}

// DeliveriesOf lists the deliveries of a request, oldest first.
func (s *Store) DeliveriesOf(ctx context.Context, request string) ([]delivery.Delivery, error) {
	return deliveries.all(ctx, s.e, query{index: "request", equal: []any{request}})
}

// DeliveriesTo lists what was on its way to a requester, newest first.
func (s *Store) DeliveriesTo(ctx context.Context, requester string, limit int) ([]delivery.Delivery, error) {
	return deliveries.find(ctx, s.e, query{index: "requester", equal: []any{requester}, desc: true, limit: pageSize(limit)})
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
	q := query{index: "state", equal: []any{string(f.State)}, desc: true, limit: f.Limit}
	if f.Unit != "" {
		q.index, q.equal = "unit_state", []any{f.Unit, string(f.State)}
	}
	return deliveries.page(ctx, s.e, q, f.After)
}

// CountDeliveries says how many deliveries of a unit are in each state; of all units
// when unit is "".
func (s *Store) CountDeliveries(ctx context.Context, unit string) (map[delivery.State]int, error) {
	g := grouping{index: "state", values: deliveryStates}
	if unit != "" {
		g.index, g.equal = "unit_state", []any{unit}
	}
	counts, err := deliveries.count(ctx, s.e, g)
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
