package flow_test

import (
	"fmt"
	"testing"
	"time"

	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/request"
	"phatngon/internal/queue"
	"phatngon/internal/store"
	"phatngon/internal/zalo/zalotest"
	"phatngon/knowledge/statement"
)

// approvedBefore is a request as an older release left it: approved, carrying nothing.
func (o *office) approvedBefore(n int) string {
	o.t.Helper()
	r := request.NewRequest(request.NewRequestInput{Code: request.FormatCode(2026, int64(n)), Source: fmt.Sprint("old-", n), Requester: must(o.Store.Requester(o.ctx, "oa:"+o.persona("hoa").UserID))(o.t),
		Channel: "zalo", Question: "Bao giờ xong?", Unit: "TH-YT", At: o.clock.now()})
	r = must(request.SaveDraft(r, 0, drafter, o.Rules.At(o.clock.now()), request.Reply{Text: fmt.Sprintf("Câu trả lời số %d.", n)}, o.clock.now()))(o.t)
	r = must(request.Approve(r, 0, signer, 1, o.clock.now()))(o.t)
	r.Effects = nil
	if err := o.Store.InsertRequest(o.ctx, &r); err != nil {
		o.t.Fatal(err)
	}
	return r.Code
}

func TestEveryApprovalOfAnOlderReleaseIsBroughtHoweverMany(t *testing.T) {
	o := newOffice(t)
	o.sim.OpenChat("hoa")
	o.quiet()
	const many = 130 // more than a page
	for n := 1; n <= many; n++ {
		o.approvedBefore(n)
	}
	for range 2 { // starting twice brings each once
		if err := o.Requests.AdoptApproved(o.ctx); err != nil {
			t.Fatal(err)
		}
		if err := o.Relay.Sweep(o.ctx); err != nil {
			t.Fatal(err)
		}
	}
	o.quiet()
	for n := 1; n <= many; n++ {
		if got := countOf(o.sim.Messages("hoa"), fmt.Sprintf("Câu trả lời số %d.", n)); got != 1 {
			t.Fatalf("answer %d was said %d times; want once", n, got)
		}
	}
}

func TestWhoWasToldTheNewWordsHearsNothingOfTheOld(t *testing.T) {
	o := newOffice(t, fever())
	o.sim.Say("hoa", feverAsk)
	o.hears("hoa", "312 ca")
	s := must(o.Store.Statement(o.ctx, fever().Code))(t)
	s.Body = "Từ ngày 01/10/2026 đến ngày 15/11/2026, toàn tỉnh ghi nhận 320 ca mắc sốt xuất huyết, không có ca tử vong."
	s = must(o.Statements.Save(o.ctx, drafter, s))(t)
	if err := o.Statements.Publish(o.ctx, signer, s.Code, s.Version); err != nil {
		t.Fatal(err)
	}
	o.hears("hoa", "đã được sửa")
	o.sim.Say("lan", feverAsk)
	o.hears("lan", "320 ca")
	o.quiet()
	// The change is told once more, as after a crash.
	again := must(o.Inbox.Item(o.ctx, fmt.Sprintf("fate:%s/%d", s.Code, must(o.Store.Statement(o.ctx, s.Code))(t).Version)))(t)
	if err := o.Statements.TellFate(o.ctx, &queue.Job{Item: again}); err != nil {
		t.Fatal(err)
	}
	o.quiet()
	if n := countOf(o.sim.Messages("lan"), "đã được sửa"); n != 0 {
		t.Errorf("lan, who was told the new words, heard of it %d times", n)
	}
	if n := countOf(o.sim.Messages("hoa"), "đã được sửa"); n != 1 {
		t.Errorf("hoa heard of it %d times; want once", n)
	}
}

func TestHousekeepingForgetsWhatIsOldAndKeepsWhatIsYoung(t *testing.T) {
	o := newOffice(t, fever())
	o.sim.Say("hoa", "xin chào")
	o.quiet()
	o.clock.move(8 * 24 * time.Hour)
	o.sim.Say("lan", "xin chào")
	o.quiet()
	if err := o.Tidy(o.ctx); err != nil {
		t.Fatal(err)
	}
	for persona, kept := range map[string]bool{"hoa": false, "lan": true} {
		items := must(o.Inbox.Recent(o.ctx, "oa:"+o.persona(persona).UserID, 10))(t)
		if (len(items) > 0) != kept {
			t.Errorf("of %s %d events are kept; want kept %t", persona, len(items), kept)
		}
	}
}

func TestASendWhoseOutcomeIsUnknownIsNotRepeatedBeforeItCouldShowUp(t *testing.T) {
	o := newOffice(t, fever())
	o.sim.FailSends(1, zalotest.EmptyAnswer(false))
	o.sim.Say("hoa", feverAsk)
	for o.untilDue() == 0 { // until the send has failed
		if o.ctx.Err() != nil {
			t.Fatal("the send never failed")
		}
	}
	o.clock.move(o.untilDue())
	for o.untilDue() == 0 && !o.idle() { // until it was looked for
		if o.ctx.Err() != nil {
			t.Fatal("nobody looked for it")
		}
	}
	waiting := must(o.Outbox.Pending(o.ctx, "oa:"+o.persona("hoa").UserID))(t)
	if len(waiting) != 1 || waiting[0].State != store.ItemPending || countOf(o.sim.Messages("hoa"), "312 ca") != 0 {
		t.Errorf("within three seconds: %d waiting, said %d times; want it to wait", len(waiting), countOf(o.sim.Messages("hoa"), "312 ca"))
	}
}

func TestAnErasedPersonsAnswerIsVoidAndNobodysBurden(t *testing.T) {
	o := newOffice(t)
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	o.erase("hoa")
	o.answered(r.Code, busBody)
	o.quiet()
	if d := o.delivered(r.Code); d.State != delivery.Void || d.Requester != "" {
		t.Errorf("delivery %s to %q; want void, to nobody", d.State, d.Requester)
	}
	if n := countOf(o.sim.Messages("hoa"), busBody); n != 0 {
		t.Errorf("said %d times to an erased person", n)
	}
	if _, quoted := o.Base.Statement(r.Code, statement.AudiencePublic, o.clock.now()); quoted {
		t.Error("the request became a statement")
	}
}
