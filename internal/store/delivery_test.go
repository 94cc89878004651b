package store_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

func TestDeliveriesAreFoundByRequestPersonUnitAndState(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		for i, d := range []delivery.Delivery{
			{ID: "d1", Request: "TH-1", Unit: "TH-YT", Requester: "oa:1", State: delivery.Failed},
			{ID: "d2", Request: "TH-1", Unit: "TH-YT", Requester: "oa:1", State: delivery.Queued},
			{ID: "d3", Request: "TH-2", Unit: "TH-XD", Requester: "oa:1", State: delivery.Failed},
			{ID: "d4", Request: "TH-3", Unit: "TH-YT", Requester: "oa:2", State: delivery.Failed},
		} {
			d.CreatedAt = day.Add(time.Duration(i) * time.Hour)
			d.UpdatedAt = d.CreatedAt
			if err := s.InsertDelivery(t.Context(), &d); err != nil {
				t.Fatal(err)
			}
		}
		for _, c := range []struct {
			filter store.DeliveryFilter
			want   []string
		}{
			{store.DeliveryFilter{State: delivery.Failed}, []string{"d4", "d3", "d1"}},
			{store.DeliveryFilter{State: delivery.Failed, Unit: "TH-YT"}, []string{"d4", "d1"}},
			{store.DeliveryFilter{State: delivery.Waiting}, nil},
		} {
			c.filter.Limit = 1
			found := walk(t, 1, func(after string) ([]delivery.Delivery, string, error) {
				c.filter.After = after
				return s.DeliveriesIn(t.Context(), c.filter)
			})
			if diff := cmp.Diff(c.want, deliveryIDs(found)); diff != "" {
				t.Errorf("%+v: -want +got\n%s", c.filter, diff)
			}
		}
		of, err := s.DeliveriesOf(t.Context(), "TH-1")
		if diff := cmp.Diff([]string{"d1", "d2"}, deliveryIDs(of)); err != nil || diff != "" {
			t.Errorf("of a request: %v\n%s", err, diff)
		}
		to, err := s.DeliveriesTo(t.Context(), "oa:1", 2)
		if diff := cmp.Diff([]string{"d3", "d2"}, deliveryIDs(to)); err != nil || diff != "" {
			t.Errorf("to a person: %v\n%s", err, diff)
		}
		for unit, want := range map[string]map[delivery.State]int{
			"TH-YT": {delivery.Failed: 2, delivery.Queued: 1}, "": {delivery.Failed: 3, delivery.Queued: 1}, "TH-CA": {},
		} {
			counts, err := s.CountDeliveries(t.Context(), unit)
			if diff := cmp.Diff(want, counts); err != nil || diff != "" {
				t.Errorf("counts of %q: %v\n%s", unit, err, diff)
			}
		}
	})
}

func TestAnEffectMakesOneDeliveryAndItsLifeIsVersioned(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		d := delivery.Delivery{ID: "TH-1/0/3", Request: "TH-1", Revision: 3, State: delivery.Queued, Arrived: []int{0}, Pieces: 2, CreatedAt: day, UpdatedAt: day}
		if err := s.InsertDelivery(t.Context(), &d); err != nil {
			t.Fatal(err)
		}
		again := d
		if err := s.InsertDelivery(t.Context(), &again); !errors.Is(err, desk.ErrConflict) {
			t.Errorf("made twice: %v", err)
		}
		stale := d
		d.State = delivery.Sending
		if err := s.ReplaceDelivery(t.Context(), &d); err != nil {
			t.Fatal(err)
		}
		if err := s.ReplaceDelivery(t.Context(), &stale); !errors.Is(err, desk.ErrConflict) {
			t.Errorf("a stale replace: %v", err)
		}
		got, err := s.Delivery(t.Context(), d.ID)
		if diff := cmp.Diff(d, got); err != nil || diff != "" {
			t.Errorf("%v, -stored +read\n%s", err, diff)
		}
	})
}

func TestEveryStateOfADeliveryIsCounted(t *testing.T) {
	s := storetest.Embedded(t, t.TempDir())
	states := map[delivery.State]int{}
	for _, row := range delivery.Life().Rows {
		states[row.To] = 1
		for _, from := range row.From {
			states[from] = 1
		}
	}
	for state := range states {
		if err := s.InsertDelivery(t.Context(), &delivery.Delivery{ID: string(state), State: state}); err != nil {
			t.Fatal(err)
		}
	}
	counts, err := s.CountDeliveries(t.Context(), "")
	if diff := cmp.Diff(states, counts); err != nil || diff != "" {
		t.Errorf("%v, -there are +counted\n%s", err, diff)
	}
}

func TestAQueueItemSaysWhatItIsAbout(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		outbox := s.Queue("outbox")
		items := []*store.Item{{ID: "d1/1", Lane: "oa:1", Subject: "d1", Piece: 1}, {ID: "hello", Lane: "oa:1"}}
		if _, err := outbox.InsertItems(t.Context(), items); err != nil {
			t.Fatal(err)
		}
		for _, want := range items {
			got, err := outbox.Item(t.Context(), want.ID)
			if err != nil || got.Subject != want.Subject || got.Piece != want.Piece {
				t.Errorf("%s is about %q, piece %d, %v", want.ID, got.Subject, got.Piece, err)
			}
		}
	})
}

func deliveryIDs(found []delivery.Delivery) []string {
	var ids []string
	for _, d := range found {
		ids = append(ids, d.ID)
	}
	return ids
}
