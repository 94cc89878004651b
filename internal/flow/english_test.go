package flow_test

import (
	"strings"
	"testing"
)

func TestWhoAskedInEnglishIsToldInEnglishWhatBecomesOfTheRequest(t *testing.T) {
	onBoth(t, func(t *testing.T, o *office) {
		o.sim.Say("hoa", "When will the Department of Health vaccinate children against measles in Quy Loc?")
		m := o.hears("hoa", "Suggested unit")
		o.sim.TapButton("hoa", m.Buttons[0])
		o.hears("hoa", "Your request TH-2026-00001 was sent to", "To be answered by")
		o.quiet()
		staff := drafter
		staff.Unit = must(o.Store.Request(o.ctx, "TH-2026-00001"))(t).Unit
		if err := o.Requests.Clarify(o.ctx, staff, o.at("TH-2026-00001"), "Trạm nào?"); err != nil {
			t.Fatal(err)
		}
		o.hears("hoa", "asks you (in Vietnamese)", "Trạm nào?", "stands still")
		o.quiet()
		for _, said := range texts(o.sim.Messages("hoa")) {
			if strings.Contains(said, "Anh/Chị") || strings.Contains(said, "Hạn xử lý") {
				t.Errorf("told %q", said)
			}
		}
	})
}
