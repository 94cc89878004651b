package flow_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/verdict"
	"phatngon/internal/flow/requests"
)

// verdicts are what people said, a line each.
func (o *office) verdicts() []string {
	o.t.Helper()
	var lines []string
	for _, v := range must(o.Store.AllVerdictsIn(o.ctx, "", verdict.Open))(o.t) {
		lines = append(lines, fmt.Sprintf("%s %s right=%t %s", v.Statement, v.Outcome, v.Right, strings.TrimSpace(v.Before+" | "+v.Text)))
	}
	return lines
}

func (o *office) verdictsAre(want ...string) {
	o.t.Helper()
	if got := o.verdicts(); fmt.Sprint(got) != fmt.Sprint(want) {
		o.t.Errorf("verdicts\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestADoubleTapCountsOnceAndAChangedMindReplaces(t *testing.T) {
	o := newOffice(t, clinic(), vaccines(), fever())
	o.picks("hoa", clinicAsk)
	o.verdictsAre("PN-2026-0011 related right=true | " + clinicAsk)
	o.picks("hoa", clinicAsk)
	o.verdictsAre("PN-2026-0011 related right=true | " + clinicAsk)
	o.sim.Say("hoa", "không đúng điều tôi hỏi")
	o.hears("hoa", "chưa đúng ý Anh/Chị")
	o.quiet()
	o.verdictsAre("PN-2026-0011 related right=false | " + clinicAsk)
	if got := o.askings("PN-2026-0011"); len(got) != 0 {
		t.Errorf("the asking is not taken back: %+v", got)
	}
}

func TestAVerdictKeepsNothingThatSaysWhoAskedAndGoesWithThem(t *testing.T) {
	o := newOffice(t, clinic(), vaccines(), fever())
	o.sim.Say("hoa", feverAsk+" gọi lại 0912345678")
	o.hears("hoa", "312 ca")
	o.sim.Say("hoa", "1")
	o.hears("hoa", "Cảm ơn Anh/Chị đã cho biết")
	o.quiet()
	all := must(o.Store.AllVerdictsIn(o.ctx, "TH-YT", verdict.Open))(t)
	if len(all) != 1 || !all[0].Masked {
		t.Fatalf("kept %+v", all)
	}
	if kept := fmt.Sprint(all[0]); strings.Contains(kept, "0912345678") || strings.Contains(kept, o.persona("hoa").UserID) {
		t.Errorf("kept: %s", kept)
	}
	o.sim.Say("lan", "tôi là Lê Thị Lan, "+feverAsk)
	o.hears("lan", "312 ca")
	o.sim.Say("lan", "1")
	o.hears("lan", "Cảm ơn Anh/Chị đã cho biết")
	o.quiet()
	if got := o.verdicts(); len(got) != 1 {
		t.Errorf("a question that names who asks is kept: %q", got)
	}
	o.erase("hoa")
	o.verdictsAre()
}

func TestOldVerdictsAreForgotten(t *testing.T) {
	o := newOffice(t, clinic(), vaccines(), fever())
	o.picks("hoa", clinicAsk)
	o.clock.move(179 * 24 * time.Hour)
	_ = o.Tidy(o.ctx) // the token of Zalo is from months before; all else is done
	o.verdictsAre("PN-2026-0011 related right=true | " + clinicAsk)
	o.clock.move(2 * 24 * time.Hour)
	_ = o.Tidy(o.ctx) // the token of Zalo is from months before; all else is done
	o.verdictsAre()
}

func TestTheMiniAppSaysSoByWhatThePersonDoesNext(t *testing.T) {
	o := newOffice(t, clinic(), vaccines(), fever())
	o.reads("app:1", "PN-2026-0011", clinicAsk) // picked without having been shown
	o.verdictsAre()
	for _, id := range []string{"app:1", "app:2"} {
		o.joins(id)
		o.reads(id, "", clinicAsk)
	}
	o.reads("app:1", "PN-2026-0011", clinicAsk)
	o.verdictsAre("PN-2026-0011 related right=true | " + clinicAsk)
	_, err := o.Requests.File(o.ctx, person("app:1"), requests.Filing{Filing: effect.Filing{Question: clinicAsk, Unit: "TH-YT"}, Source: "s1", Channel: "miniapp", At: o.clock.now()})
	if err != nil {
		t.Fatal(err)
	}
	o.verdictsAre("PN-2026-0011 related right=false | " + clinicAsk)
}

// joins makes a person of the Mini App known.
func (o *office) joins(id string) {
	o.t.Helper()
	who := person(id)
	if err := o.Store.InsertRequester(o.ctx, &who); err != nil {
		o.t.Fatal(err)
	}
}
