package flow_test

import (
	"errors"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/zalo/zalotest"
)

func TestEverythingSetAsideIsSentAgainAtOnce(t *testing.T) {
	o := newOffice(t, fever())
	r := o.filed("minh", "Xe khám lưu động tới bản Ón ngày nào?")
	o.clock.move(8 * 24 * time.Hour)
	o.answered(r.Code, busBody) // waits for the person
	o.sim.FailSends(2, zalotest.Refuse(-248))
	o.sim.Say("hoa", feverAsk)
	o.sim.Say("nam", feverAsk)
	o.quiet()
	if _, err := o.Delivery.ResendAll(o.ctx, drafter, "outbox"); !errors.Is(err, desk.ErrForbidden) {
		t.Errorf("who may not: %v", err)
	}
	n, err := o.Delivery.ResendAll(o.ctx, chief, "outbox")
	if err != nil || n != 2 {
		t.Fatalf("%d sent again, %v; want those that Zalo refused", n, err)
	}
	o.hears("hoa", "312 ca")
	o.hears("nam", "312 ca")
	if aside, _, err := o.Outbox.SetAside(o.ctx, "", 10); err != nil || len(aside) != 1 {
		t.Errorf("set aside %+v, %v; want what waits for the person", aside, err)
	}
}
