package flow_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"phatngon/internal/zalo/zalotest"
)

func TestARequestOlderThanTheNewestTwentyIsFoundByItsCodeByWhoAskedAlone(t *testing.T) {
	o := newOffice(t)
	first := o.filed("hoa", "Khi nào có lịch tiêm chủng của xã Quý Lộc?")
	for n := range 21 {
		o.clock.move(time.Minute)
		o.filed("hoa", fmt.Sprintf("Khi nào xong trạm y tế số %d?", n))
	}
	o.sim.Say("hoa", first.Code)
	o.hears("hoa", first.Code, "Mới tiếp nhận", "lịch tiêm chủng của xã Quý Lộc")
	o.sim.OpenChat("lan")
	o.quiet()
	before := replies(o.sim.Messages("lan"))
	o.sim.Say("lan", first.Code)
	o.quiet()
	if replies(o.sim.Messages("lan")) == before {
		t.Error("who names another's request is not answered")
	}
	for _, m := range o.sim.Messages("lan") {
		if m.From == zalotest.FromBot && strings.Contains(m.Text, "Quý Lộc") {
			t.Errorf("another's request is told: %q", m.Text)
		}
	}
}
