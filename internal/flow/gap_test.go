package flow_test

import (
	"fmt"
	"slices"
	"testing"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow/askings"
)

const roadAsk = "bao giờ sửa xong đường vào bản Pù Ngùa?"

// gaps is what the office has not spoken of, a line each.
func (o *office) gaps(unit string) []string {
	o.t.Helper()
	all, cut, err := o.Askings.Gaps(o.ctx, askings.Period{Unit: unit, Days: 7})
	if err != nil || cut {
		o.t.Fatalf("cut %v, %v", cut, err)
	}
	var lines []string
	for _, g := range all {
		lines = append(lines, fmt.Sprintf("%s: %d", g.Text, g.People))
	}
	return lines
}

func (o *office) lacks(want ...string) {
	o.t.Helper()
	if got := o.gaps(""); !slices.Equal(got, want) {
		o.t.Errorf("gaps %q, want %q", got, want)
	}
}

func TestWhatNothingAnswersInChatAndAppIsAGapOfSoManyPeople(t *testing.T) {
	o := newOffice(t, clinic())
	o.sim.Say("lan", roadAsk)
	o.quiet()
	o.sim.Say("lan", roadAsk)
	o.quiet()
	o.lacks(roadAsk + ": 1")
	hung := people.Requester{ID: "app:hung", Kind: people.Citizen}
	if err := o.Store.InsertRequester(o.ctx, &hung); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Inbound.Ask(o.ctx, hung, "bao gio sua xong duong vao ban pu ngua"); err != nil {
		t.Fatal(err)
	}
	if _, err := o.Inbound.Ask(o.ctx, people.Requester{}, "bao giờ có điện ở bản Pù Ngùa xa nhất tỉnh?"); err != nil {
		t.Fatal(err)
	}
	o.lacks(roadAsk + ": 2") // nobody's question is not counted
	n, err := o.Askings.TallyMissed(o.ctx, "", 7, 9)
	if err != nil || n != 2 {
		t.Errorf("tally %d, %v", n, err)
	}
}

func TestWhatIsAnsweredOrPersonalIsNoGap(t *testing.T) {
	o := newOffice(t, clinic())
	o.picks("lan", clinicAsk)
	o.sim.Say("lan", "Tôi là Lê Thị Lan ở số nhà 12, bao giờ sửa đường vào nhà tôi?")
	o.quiet()
	o.sim.Say("lan", "qwrt zxcv bnmp")
	o.quiet()
	o.lacks()
}

func TestWhatIsNotWhatWasAskedIsAGapUntilTheMindChanges(t *testing.T) {
	o := newOffice(t, clinic())
	who := person("app:1")
	if err := o.Store.InsertRequester(o.ctx, &who); err != nil {
		t.Fatal(err)
	}
	said := effect.Verdict{Question: clinicAsk, Outcome: "related", Shown: []effect.Shown{{Statement: "PN-2026-0011", Version: 1, Quote: busBody}}}
	o.Askings.Judge(o.ctx, who, said)
	o.lacks(clinicAsk + ": 1")
	if all, _, err := o.Askings.Gaps(o.ctx, askings.Period{Days: 7}); err != nil || o.Askings.Closed(all[0]) {
		t.Errorf("what was said to be wrong closes it, %v", err)
	}
	said.Right = true
	o.Askings.Judge(o.ctx, who, said)
	o.lacks()
}

func TestAnErasedPersonLeavesNoGap(t *testing.T) {
	o := newOffice(t, clinic())
	o.sim.Say("lan", roadAsk)
	o.quiet()
	o.lacks(roadAsk + ": 1")
	all, _, err := o.Askings.Gaps(o.ctx, askings.Period{Days: 7})
	if err != nil {
		t.Fatal(err)
	}
	if g, err := o.Askings.GapOf(o.ctx, chief, all[0].ID); err != nil || g.People != 1 {
		t.Errorf("by one of its misses: %+v, %v", g, err)
	}
	if err := o.Access.Forget(o.ctx, "oa:"+o.persona("lan").UserID, "wish"); err != nil {
		t.Fatal(err)
	}
	o.lacks()
}
