package flow_test

import (
	"strings"
	"testing"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow/requests"
)

func TestAUnitWithoutAnAccountIsPromisedNoDeadline(t *testing.T) {
	o := newOffice(t)
	file := func(source, unit string) request.Request {
		return must(o.Requests.File(o.ctx, people.Requester{ID: "oa:1", Kind: people.Citizen}, requests.Filing{
			Filing: effect.Filing{Question: "Cầu mới bao giờ thông xe?", Unit: unit}, Source: source, Channel: requests.ChannelMiniApp, At: o.clock.now()}))(t)
	}
	if r := file("1", "TH-XD"); r.Parts[0].Unit != "TH-XD" {
		t.Errorf("where nobody works, not even at the press desk, it is filed at %s; want TH-XD", r.Parts[0].Unit)
	}
	for _, unit := range []string{routing.ProvinceOffice, "TH-YT"} {
		officer := people.Officer{ID: "of-" + unit, Email: unit + "@example.vn", Role: people.RoleOperator, Unit: unit}
		if err := o.Store.InsertOfficer(o.ctx, &officer); err != nil {
			t.Fatal(err)
		}
	}
	r := file("2", "TH-XD")
	if r.Parts[0].Unit != routing.ProvinceOffice || !strings.Contains(strings.Join(r.Notes, "\n"), "Sở Xây dựng") {
		t.Errorf("filed at %s with %q; want the press desk, and who was meant", r.Parts[0].Unit, r.Notes)
	}
	if r := file("3", "TH-YT"); r.Parts[0].Unit != "TH-YT" {
		t.Errorf("filed at %s; want TH-YT, which has an account", r.Parts[0].Unit)
	}
}
