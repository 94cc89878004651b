package flow_test

import (
	"context"
	"strings"
	"testing"

	"phatngon/internal/desk/effect"
	"phatngon/internal/flow"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

// The checks of the stories are worth something: they report a program that forgets an
// effect, and one that does it under a key of its own each time.
func TestFaultsReportAPlantedMistake(t *testing.T) {
	cases := map[string]struct {
		plant func(*flow.Flow)
		story story
		want  string
	}{
		"a missing effect": {plant: forgetsAudit, story: storyOfAnAnswer(), want: "audit of the request"},
		"a double send":    {plant: answersUnderItsOwnKey, story: storyOfAnAnswer(), want: "was said 2 times"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			open := func(t *testing.T) *store.Store { return storetest.Embedded(t, t.TempDir()) }
			_, problems := everyFault(t, open, c.story, 1, c.plant)
			for _, p := range problems {
				if strings.Contains(p, c.want) {
					return
				}
			}
			t.Errorf("not reported: %q; reported: %v", c.want, problems)
		})
	}
}

func forgetsAudit(f *flow.Flow) {
	f.Relay.Handle(effect.DoAudit, func(context.Context, string, effect.Effect) error { return nil })
}

// answersUnderItsOwnKey sends the answer under a key that no second process knows.
func answersUnderItsOwnKey(f *flow.Flow) {
	boot := f.Store.Boot()
	f.Relay.Handle(effect.DoAnswer, func(ctx context.Context, owner string, e effect.Effect) error {
		e.Key += "/" + boot
		return f.Delivery.Answer(ctx, owner, e)
	})
}
