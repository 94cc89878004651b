package flow_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/internal/store"
	"phatngon/internal/zalo/zalotest"
)

// notify puts notices to a person while Zalo is away, then lets them go.
func (o *office) notify(persona string, texts ...string) {
	o.t.Helper()
	who := must(o.Store.Requester(o.ctx, "oa:"+o.persona(persona).UserID))(o.t)
	o.sim.Down(zalotest.BadGateway(false))
	o.sim.Say("khac", feverAsk) // shows that Zalo is away
	o.rest()
	for i, text := range texts {
		if err := o.Delivery.Notice(o.ctx, who, fmt.Sprint("notice/", i), effect.Message{Text: text}); err != nil {
			o.t.Fatal(err)
		}
	}
	o.sim.Down(zalotest.Fault{})
	o.runDown(5 * time.Minute)
}

func TestNoticesThatWaitForOnePersonAreAsFewMessagesAsTheirLengthAllows(t *testing.T) {
	long := strings.Repeat("Lịch khám đã thay đổi. ", 40) // under half a message
	cases := map[string]struct {
		notices  []string
		messages int
	}{
		"one is as it is":           {[]string{"Một."}, 1},
		"three short ones":          {[]string{"Một.", "Hai.", "Ba."}, 1},
		"two that fit, one more":    {[]string{long + "Một.", long + "Hai.", long + "Ba."}, 2},
		"one longer than a message": {[]string{"Một.", strings.Repeat(long, 3) + "Hai.", "Ba."}, 4},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			o := pacedOffice(t, 2000)
			o.sim.AddPersona(zalotest.Persona{ID: "khac"})
			o.sim.OpenChat("hoa")
			o.quiet()
			before := replies(o.sim.Messages("hoa"))
			o.notify("hoa", c.notices...)
			all := o.sim.Messages("hoa")
			if got := replies(all) - before; got != c.messages {
				t.Errorf("%d messages, want %d: %v", got, c.messages, texts(all))
			}
			for i, n := range c.notices {
				end := n[strings.LastIndex(strings.TrimSuffix(n, "."), " ")+1:]
				item := must(o.Outbox.Item(o.ctx, fmt.Sprintf("notice/%d/0/0", i)))(t)
				if countOf(all, end) != 1 || item.State != store.ItemDone || item.Ref == "" {
					t.Errorf("%q was said %d times; its item is %s as %q", end, countOf(all, end), item.State, item.Ref)
				}
			}
		})
	}
}
