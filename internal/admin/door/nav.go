package door

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/press"
	"phatngon/internal/desk/rights"
	"phatngon/internal/flow"
	"phatngon/internal/store"
)

// MostCounted is where numbers stop counting, so that no page waits for a long count.
const MostCounted = 99

// Unreached are the states of an answer that has not come to the person and will not by
// itself, or not soon: what needs an officer comes first.
func Unreached() []delivery.State {
	return []delivery.State{delivery.Failed, delivery.Unreachable, delivery.Waiting}
}

// ScopeOf is the unit whose work o looks after; "" is every unit.
func ScopeOf(o people.Officer) string {
	if Coordinators(o) {
		return ""
	}
	return o.Unit
}

// count fills in how much waits behind the entries of the menu. A menu without numbers is
// better than no page.
func (v *Visit) count(me *Me) {
	var err error
	if me.Unreached, err = unreached(v.Ctx, v.door.Flow.Store, ScopeOf(v.Officer)); err == nil {
		me.HandOvers, err = handOvers(v.Ctx, v.door.Flow.Store, ScopeOf(v.Officer))
	}
	if err == nil {
		me.Alerts, err = alerts(v.Ctx, v.door.Flow, v.Officer)
	}
	if err == nil && me.KeepsData {
		var open []rights.Claim
		open, _, err = v.door.Flow.Store.OpenClaims(v.Ctx, time.Time{}, "", MostCounted+1)
		me.Claims = Counted(len(open))
	}
	if err == nil && me.PressDesk {
		var waiting []press.Registration
		waiting, _, err = v.door.Flow.Store.RegistrationsIn(v.Ctx, press.Waiting, "", MostCounted+1)
		me.Reporters = Counted(len(waiting))
	}
	if err != nil {
		v.door.Log.ErrorContext(v.Ctx, "the panel's menu has no numbers", "error", err)
	}
}

func unreached(ctx context.Context, s *store.Store, unit string) (string, error) {
	n := 0
	for _, state := range Unreached() {
		found, _, err := s.DeliveriesIn(ctx, store.DeliveryFilter{State: state, Unit: unit, Limit: MostCounted + 1})
		if err != nil {
			return "", fmt.Errorf("count answers that did not arrive: %w", err)
		}
		n += len(found)
	}
	return Counted(n), nil
}

func handOvers(ctx context.Context, s *store.Store, unit string) (string, error) {
	n, err := s.CountHandOversOpen(ctx, unit)
	if err != nil {
		return "", fmt.Errorf("count who waits for an officer: %w", err)
	}
	return Counted(n), nil
}

func alerts(ctx context.Context, f *flow.Flow, o people.Officer) (string, error) {
	open, err := f.Cases.Alerts(ctx, o, MostCounted+1)
	if err != nil {
		return "", fmt.Errorf("count surges: %w", err)
	}
	return Counted(len(open)), nil
}

// Counted is a number as it stands beside an entry: "" for none, "99+" for more.
func Counted(n int) string {
	switch {
	case n == 0:
		return ""
	case n > MostCounted:
		return strconv.Itoa(MostCounted) + "+"
	}
	return strconv.Itoa(n)
}
