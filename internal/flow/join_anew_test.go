package flow_test

import (
	"testing"
	"time"

	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/request"
	"phatngon/knowledge/statement"
)

const (
	measlesBetter = "Trạm y tế xã Quý Lộc tiêm sởi mũi hai các ngày 06/12 và 20/12/2026."
	followers     = "TH-2026-00002"
)

// followed is an office where lan has the answer to what hoa asked and has not heard yet, on
// each engine.
func followed(t *testing.T, test func(t *testing.T, o *office, lead string)) {
	onBoth(t, func(t *testing.T, o *office) {
		first := o.filed("hoa", measlesAsk)
		o.clock.move(8 * 24 * time.Hour) // hoa's window is over
		o.sim.Say("lan", measlesToo)
		o.quiet()
		o.taps("lan", "Gửi tới Sở Y tế")
		o.hears("lan", "Một yêu cầu tương tự")
		o.taps("lan", "Theo dõi yêu cầu này")
		o.hears("lan", followers)
		o.answered(first.Code, measlesSaid)
		o.hears("lan", measlesSaid)
		o.quiet()
		if o.state(first.Code) != request.Approved || o.state(followers) != request.Sent {
			t.Fatalf("the lead is %s, who follows %s; want approved and sent", o.state(first.Code), o.state(followers))
		}
		test(t, o, first.Code)
	})
}

// writtenAnew has the lead's answer drafted anew.
func (o *office) writtenAnew(lead, text string) {
	o.t.Helper()
	if err := o.Requests.SaveDraft(o.ctx, drafter, o.at(lead), request.Reply{Text: text}); err != nil {
		o.t.Fatal(err)
	}
	o.quiet()
}

// signedAnew has what was drafted last signed.
func (o *office) signedAnew(lead string) {
	o.t.Helper()
	revision := must(o.Store.Request(o.ctx, lead))(o.t).Parts[0].Draft.Revision
	if err := o.Requests.Approve(o.ctx, signer, o.at(lead), revision); err != nil {
		o.t.Fatal(err)
	}
	o.quiet()
}

func TestWhoFollowedHearsOnceOfOtherWordsThatTheLeadsUnitSignsAnew(t *testing.T) {
	followed(t, func(t *testing.T, o *office, lead string) {
		o.writtenAnew(lead, measlesBetter)
		if o.state(followers) != request.Sent || o.toldTimes("lan", measlesBetter) != 0 {
			t.Errorf("while it is written anew who follows is %s", o.state(followers))
		}
		o.signedAnew(lead)
		o.hears("lan", "thay cho lời đã gửi", measlesBetter)
		o.quiet()
		p := must(o.Store.Request(o.ctx, followers))(t).Parts[0]
		if o.toldTimes("lan", measlesBetter) != 1 || o.toldTimes("lan", measlesSaid) != 1 || p.State != request.Sent || p.Arrived != nil {
			t.Errorf("told the new words %d times; the request is %+v", o.toldTimes("lan", measlesBetter), p)
		}
		o.writtenAnew(lead, measlesBetter)
		o.signedAnew(lead) // the same words
		if o.toldTimes("lan", measlesBetter) != 1 {
			t.Error("the same words are told again")
		}
	})
}

func TestOtherWordsThatAreVoidedBeforeTheyArriveAreNotToldAndWhatArrivedHolds(t *testing.T) {
	followed(t, func(t *testing.T, o *office, lead string) {
		o.clock.move(8 * 24 * time.Hour) // lan's window is over too
		o.writtenAnew(lead, measlesBetter)
		o.signedAnew(lead)
		if p := must(o.Store.Request(o.ctx, followers))(t).Parts[0]; p.Approval.Text != measlesBetter || p.Arrived == nil {
			t.Fatalf("before they arrive: %+v", p)
		}
		if err := o.Requests.ReturnDraft(o.ctx, signer, o.at(lead), "Sai ngày."); err != nil {
			t.Fatal(err)
		}
		o.quiet()
		if p := must(o.Store.Request(o.ctx, followers))(t).Parts[0]; p.Approval.Text != measlesSaid || p.Arrived != nil || p.State != request.Sent {
			t.Errorf("after they are voided: %+v", p)
		}
		o.sim.Say("lan", "cảm ơn")
		o.quiet()
		if o.toldTimes("lan", measlesBetter) != 0 || o.toldTimes("lan", measlesSaid) != 1 {
			t.Errorf("lan was told what nobody stands for: %v", texts(o.sim.Messages("lan")))
		}
	})
}

func TestWhoFollowedHearsOnceOfACorrectionOfThePublishedAnswer(t *testing.T) {
	followed(t, func(t *testing.T, o *office, lead string) {
		at := o.at(lead)
		in := publication.Publication{Title: "Lịch tiêm sởi mũi hai", Audience: statement.AudiencePublic}
		draft := must(o.Statements.PublishAnswer(o.ctx, drafter, at.Code, 0, at.Version, in))(t)
		if err := o.Statements.Publish(o.ctx, signer, draft.Code, draft.Version); err != nil {
			t.Fatal(err)
		}
		o.quiet()
		s := must(o.Store.Statement(o.ctx, draft.Code))(t)
		s.Body = measlesBetter
		proposed := must(o.Statements.Save(o.ctx, drafter, s))(t)
		if err := o.Statements.Publish(o.ctx, signer, proposed.Code, proposed.Version); err != nil {
			t.Fatal(err)
		}
		o.quiet()
		if n := o.toldTimes("lan", "Lịch tiêm sởi mũi hai"); n != 1 || o.toldTimes("lan", "đã được sửa") != 1 {
			t.Errorf("told %d times: %v", n, texts(o.sim.Messages("lan")))
		}
	})
}
