package flow_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"phatngon/internal/store"
	"phatngon/internal/zalo/zalotest"
)

func TestEventReplayedAHundredTimesIsAnsweredOnce(t *testing.T) {
	o := newOffice(t, fever())
	id := o.sim.Say("hoa", feverAsk)
	o.quiet()
	before := replies(o.sim.Messages("hoa"))
	if before == 0 {
		t.Fatal("no reply at all")
	}
	if err := o.sim.Replay(o.ctx, "hoa", id, 100); err != nil {
		t.Fatal(err)
	}
	o.quiet()
	if after := replies(o.sim.Messages("hoa")); after != before {
		t.Errorf("%d replies after the replay; want %d", after, before)
	}
}

func TestLostAnswersOfASendNeitherLoseNorDoubleTheMessage(t *testing.T) {
	cases := map[string]zalotest.Fault{
		"accepted, then silence":        zalotest.EmptyAnswer(true),
		"not accepted, then nothing":    zalotest.EmptyAnswer(false),
		"accepted behind a broken gate": zalotest.BadGateway(true),
		"broken gate":                   zalotest.BadGateway(false),
		"refused for the moment":        zalotest.Refuse(-200),
		"too many calls":                zalotest.Refuse(-32),
		"token expired":                 zalotest.Refuse(-216),
	}
	for name, fault := range cases {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t, fever())
			o.sim.FailSends(1, fault)
			o.sim.Say("hoa", feverAsk)
			o.tick(t, func() bool { return countOf(o.sim.Messages("hoa"), "312 ca") > 0 && o.idle() })
			if n := countOf(o.sim.Messages("hoa"), "312 ca"); n != 1 {
				t.Errorf("said %d times; want once: %v", n, texts(o.sim.Messages("hoa")))
			}
		})
	}
}

// tick moves the clock until done, so that waiting times pass without waiting.
// It never runs ahead of the work, else a slow machine loses days.
func (o *office) tick(t *testing.T, done func() bool) {
	t.Helper()
	for !done() {
		if o.ctx.Err() != nil {
			waiting, _ := o.Outbox.Pending(context.Background(), "oa:"+o.persona("hoa").UserID)
			aside, _, _ := o.Outbox.SetAside(context.Background(), "", 10)
			t.Fatalf("gave up waiting at %v; hoa's chat: %v; waiting: %+v; set aside: %+v",
				o.clock.now(), texts(o.sim.Messages("hoa")), waiting, aside)
		}
		o.clock.move(o.untilDue())
		if err := o.sim.Settle(o.ctx); err != nil {
			t.Fatal(err)
		}
	}
}

// untilDue is how long the message to hoa that is next still waits.
func (o *office) untilDue() time.Duration {
	waiting, err := o.Outbox.Pending(o.ctx, "oa:"+o.persona("hoa").UserID)
	if err != nil || len(waiting) == 0 || waiting[0].State != store.ItemPending {
		return 0
	}
	return max(0, waiting[0].NotBefore.Sub(o.clock.now()))
}

func (o *office) idle() bool {
	in, err1 := o.Inbox.Counts(o.ctx)
	out, err2 := o.Outbox.Counts(o.ctx)
	return err1 == nil && err2 == nil && in[store.ItemPending]+in[store.ItemWorking]+out[store.ItemPending]+out[store.ItemWorking] == 0
}

func TestMessageOutsideTheSevenDaysWaitsUntilThePersonWrites(t *testing.T) {
	o := newOffice(t)
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	o.clock.move(8 * 24 * time.Hour)
	o.answered(r.Code, busBody)
	o.quiet()
	if n := countOf(o.sim.Messages("hoa"), busBody); n != 0 {
		t.Fatal("sent outside the window")
	}
	aside, _, err := o.Outbox.SetAside(o.ctx, "", 10)
	if err != nil || len(aside) != 1 || !strings.Contains(aside[0].Reason, "7 ngày") {
		t.Fatalf("set aside = %v, %v; want the answer, with its reason", aside, err)
	}
	o.sim.Say("hoa", "chào")
	o.hears("hoa", busBody)
}

func TestMessageRefusedForGoodIsSetAsideAndCanBeSentAgain(t *testing.T) {
	o := newOffice(t, fever())
	o.sim.FailSends(1, zalotest.Refuse(-248))
	o.sim.Say("hoa", feverAsk)
	o.quiet()
	aside, _, err := o.Outbox.SetAside(o.ctx, "", 10)
	if err != nil || len(aside) != 1 {
		t.Fatalf("set aside = %v, %v; want one message", aside, err)
	}
	if err := o.Delivery.Resend(o.ctx, chief, "outbox", aside[0].ID); err != nil {
		t.Fatal(err)
	}
	o.hears("hoa", "312 ca")
}

func TestBotIsSilentWhileAnOfficerTalksByHand(t *testing.T) {
	o := newOffice(t, fever())
	o.sim.Say("hoa", "xin chào")
	o.quiet()
	o.sim.AdminSay("hoa", "Em là Lan, em xin hỗ trợ ạ.")
	o.quiet()
	before := replies(o.sim.Messages("hoa"))
	o.sim.Say("hoa", feverAsk)
	o.quiet()
	if after := replies(o.sim.Messages("hoa")); after != before {
		t.Errorf("the bot spoke over an officer: %v", texts(o.sim.Messages("hoa")))
	}
	o.clock.move(31 * time.Minute)
	o.sim.Say("hoa", feverAsk)
	o.hears("hoa", "312 ca")
}

func TestEverythingOfAPersonGoesWhenTheyWithdraw(t *testing.T) {
	o := newOffice(t, fever())
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	o.sim.Say("hoa", feverAsk)
	o.quiet()
	o.sim.Withdraw("hoa")
	o.quiet()
	id := "oa:" + o.persona("hoa").UserID
	if talk, err := o.Store.Conversation(o.ctx, id); err == nil {
		t.Errorf("conversation still there: %+v", talk)
	}
	if told, err := o.Store.LedgerOfRequester(o.ctx, id, 10); err != nil || len(told) != 0 {
		t.Errorf("ledger = %v, %v; want nothing", told, err)
	}
	if kept := must(o.Store.Request(o.ctx, r.Code))(t); kept.Requester == id || kept.Question == "" {
		t.Errorf("request = %q of %q; want the question without the person", kept.Question, kept.Requester)
	}
}

func TestEveryKindOfEventIsAcknowledgedAndKept(t *testing.T) {
	o := newOffice(t, fever())
	o.sim.SetFaults(zalotest.Faults{OddJSON: true, NumericTimestamp: true, Duplicates: 2, EchoFirst: true})
	o.sim.Follow("hoa")
	o.sim.SendSticker("hoa", "20871")
	o.sim.SendImage("hoa", "https://anh.example/a.jpg", "")
	o.sim.SendFile("hoa", "don.pdf", 1024)
	o.sim.Say("hoa", "   ")
	o.sim.Say("hoa", "😀😀😀")
	o.sim.Say("hoa", strings.Repeat("cho tôi hỏi ", 300))
	o.sim.Unfollow("hoa")
	o.quiet()
	for _, m := range o.sim.Messages("hoa") {
		if m.From == zalotest.FromUser && m.State != zalotest.Sent {
			t.Errorf("%s %q was not acknowledged", m.Kind, m.Text)
		}
	}
	if n, err := o.Inbox.Counts(o.ctx); err != nil || n[store.ItemAside] != 0 {
		t.Errorf("inbox = %v, %v; want nothing set aside", n, err)
	}
	if replies(o.sim.Messages("hoa")) < 6 {
		t.Errorf("too few helpful replies: %v", texts(o.sim.Messages("hoa")))
	}
}

func TestSendThatStaysUnknownIsSetAsideForAPerson(t *testing.T) {
	o := newOffice(t, fever())
	o.sim.FailSends(100, zalotest.BadGateway(false))
	o.sim.Say("hoa", feverAsk)
	o.tick(t, func() bool {
		aside, _, err := o.Outbox.SetAside(o.ctx, "", 10)
		return err == nil && len(aside) > 0
	})
	aside, _, err := o.Outbox.SetAside(o.ctx, "", 10)
	if err != nil || !strings.Contains(aside[0].Reason, "chưa rõ tin đã tới hay chưa") {
		t.Errorf("set aside = %+v, %v; want the reason", aside, err)
	}
}
