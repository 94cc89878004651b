package flow_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
)

func TestAPickedQuestionIsAddedApprovedAndThenAnsweredAtOnce(t *testing.T) {
	o := newOffice(t, clinic(), vaccines(), fever())
	o.picks("hoa", clinicAsk)
	o.lists("PN-2026-0011", clinicAsk+": 1")
	s := must(o.Store.Statement(o.ctx, "PN-2026-0011"))(t)
	asking := must(o.Askings.Of(o.ctx, drafter, s))(t)[0]
	if !asking.Picked || asking.Filed || asking.Found {
		t.Errorf("asking = %+v; want it picked, and not found yet", asking)
	}
	if err := o.Askings.AddQuestion(o.ctx, drafter, s.Code, s.Version, asking.ID); err != nil {
		t.Fatal(err)
	}
	o.lists("PN-2026-0011")
	s = must(o.Store.Statement(o.ctx, s.Code))(t)
	if s.Proposal == nil || !slices.Equal(s.Proposal.Questions, []string{clinicAsk}) || len(s.Questions) > 0 || s.Proposal.Author != drafter.ID {
		t.Fatalf("statement = %+v; want a proposal of the drafter", s)
	}
	if err := o.Statements.Publish(o.ctx, drafter, s.Code, s.Version); !isRule(err) {
		t.Errorf("the author publishes: %v; want a rule that forbids it", err)
	}
	if err := o.Statements.Publish(o.ctx, signer, s.Code, s.Version); err != nil {
		t.Fatal(err)
	}
	o.sim.Say("lan", clinicRaw)
	o.hears("lan", busBody, "/s/PN-2026-0011")
	o.quiet()
	if n := countOf(o.sim.Messages("lan"), "nội dung nào?"); n != 0 {
		t.Errorf("asked back once more: %v", texts(o.sim.Messages("lan")))
	}
	if n := len(o.askings("PN-2026-0011")); n != 1 {
		t.Errorf("%d askings are kept; what a question says already is not", n)
	}
}

func TestATickedHintIsFoundByAtOnceAndIsNoNews(t *testing.T) {
	o := newOffice(t, clinic(), vaccines(), fever())
	o.picks("hoa", clinicAsk)
	s := must(o.Store.Statement(o.ctx, "PN-2026-0011"))(t)
	proposed := must(o.Askings.Propose(o.ctx, drafter, s, false))(t)
	if len(proposed) == 0 || proposed[0].Text != clinicAsk {
		t.Fatalf("proposed %+v; want what people asked first", proposed)
	}
	if err := o.Statements.Hint(o.ctx, drafter, s.Code, s.Version-1, []string{clinicAsk}); !errors.Is(err, desk.ErrConflict) {
		t.Errorf("over another version: %v", err)
	}
	if err := o.Statements.Hint(o.ctx, drafter, s.Code, s.Version, []string{clinicAsk}); err != nil {
		t.Fatal(err)
	}
	o.sim.Say("lan", clinicRaw)
	o.hears("lan", busBody, "/s/PN-2026-0011")
	o.quiet()
	if n := countOf(o.sim.Messages("hoa"), "đã được sửa"); n != 0 {
		t.Errorf("told of a correction that is none: %v", texts(o.sim.Messages("hoa")))
	}
	if s = must(o.Store.Statement(o.ctx, s.Code))(t); s.Proposal != nil || len(s.Questions) > 0 || !slices.Equal(s.Hints, []string{clinicAsk}) {
		t.Errorf("statement = %+v; want the hint and nothing else", s)
	}
	for _, p := range must(o.Askings.Propose(o.ctx, drafter, s, false))(t) {
		if p.Text == clinicAsk {
			t.Error("what is ticked is proposed again")
		}
	}
	if _, err := o.Askings.Propose(o.ctx, people.Officer{ID: "la", Role: people.RoleOperator, Unit: "TH-XD"}, s, false); !errors.Is(err, desk.ErrForbidden) {
		t.Errorf("to another unit: %v", err)
	}
}

func TestAQuestionMoreIsNoNewsAndACorrectionIs(t *testing.T) {
	o := newOffice(t, clinic(), vaccines(), fever())
	o.picks("hoa", clinicAsk)
	s := must(o.Store.Statement(o.ctx, "PN-2026-0011"))(t)
	if err := o.Askings.AddQuestion(o.ctx, drafter, s.Code, s.Version, o.askings(s.Code)[0].ID); err != nil {
		t.Fatal(err)
	}
	if err := o.Statements.Publish(o.ctx, signer, s.Code, s.Version+1); err != nil {
		t.Fatal(err)
	}
	if err := o.Relay.Sweep(o.ctx); err != nil { // at the next start neither
		t.Fatal(err)
	}
	o.quiet()
	if n := countOf(o.sim.Messages("hoa"), "đã được sửa"); n != 0 {
		t.Errorf("told of a correction that is none: %v", texts(o.sim.Messages("hoa")))
	}
	s = must(o.Store.Statement(o.ctx, s.Code))(t)
	s.Body = strings.Replace(s.Body, "05/12", "06/12", 1)
	saved := must(o.Statements.Save(o.ctx, drafter, s))(t)
	if err := o.Statements.Publish(o.ctx, signer, s.Code, saved.Version); err != nil {
		t.Fatal(err)
	}
	o.hears("hoa", "đã được sửa")
	o.quiet()
	if n := countOf(o.sim.Messages("hoa"), "đã được sửa"); n != 1 {
		t.Errorf("told %d times; want once", n)
	}
}

func TestAMaskedOrForeignAskingIsNoQuestion(t *testing.T) {
	o := newOffice(t, clinic(), vaccines(), fever())
	o.reads("app:1", "PN-2026-0011", clinicAsk+" gọi lại 0912345678")
	o.reads("app:1", "PN-2026-0012", clinicAsk)
	for _, id := range []string{o.askings("PN-2026-0011")[0].ID, o.askings("PN-2026-0012")[0].ID, "none"} {
		var invalid *desk.InvalidError
		if err := o.Askings.AddQuestion(o.ctx, drafter, "PN-2026-0011", 1, id); !errors.As(err, &invalid) {
			t.Errorf("adding %s: %v; want it refused", id, err)
		}
	}
	if s := must(o.Store.Statement(o.ctx, "PN-2026-0011"))(t); s.Proposal != nil {
		t.Errorf("proposed: %+v", s.Proposal)
	}
}

func TestAHiddenWordingStaysHidden(t *testing.T) {
	o := newOffice(t, clinic(), vaccines(), fever())
	o.reads("app:1", "PN-2026-0011", clinicAsk)
	o.reads("app:2", "PN-2026-0011", clinicRaw)
	o.clock.move(time.Second)
	if err := o.Askings.HideAsking(o.ctx, drafter, "PN-2026-0011", o.askings("PN-2026-0011")[0].ID); err != nil {
		t.Fatal(err)
	}
	o.reads("app:3", "PN-2026-0011", clinicAsk)
	if got := o.askings("PN-2026-0011"); len(got) != 0 {
		t.Errorf("still kept: %+v", got)
	}
	trail := must(o.Store.AuditOf(o.ctx, "PN-2026-0011", 1))(t)
	if trail[0].Action != "asking.hide" || trail[0].Officer != drafter.ID || trail[0].Detail != "" {
		t.Errorf("audit = %+v; want who hid, and no words", trail[0])
	}
}

func TestAnotherUnitNeitherReadsNorChangesAskings(t *testing.T) {
	o := newOffice(t, clinic(), vaccines(), fever())
	o.reads("app:1", "PN-2026-0011", clinicAsk)
	s, id := must(o.Store.Statement(o.ctx, "PN-2026-0011"))(t), o.askings("PN-2026-0011")[0].ID
	stranger := people.Officer{ID: "la", Role: people.RoleSpokesperson, Unit: "TH-XD"}
	for _, by := range []people.Officer{stranger, chief} {
		if _, err := o.Askings.Of(o.ctx, by, s); !isRule(err) {
			t.Errorf("%s reads: %v", by.ID, err)
		}
		if err := o.Askings.AddQuestion(o.ctx, by, s.Code, s.Version, id); !isRule(err) {
			t.Errorf("%s adds: %v", by.ID, err)
		}
		if err := o.Askings.HideAsking(o.ctx, by, s.Code, id); !isRule(err) {
			t.Errorf("%s hides: %v", by.ID, err)
		}
	}
	o.lists("PN-2026-0011", clinicAsk+": 1")
}
