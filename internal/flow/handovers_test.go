package flow_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/handover"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
	"phatngon/internal/flow/handovers"
)

// waits has hoa wait for an officer.
func (o *office) waits() handover.HandOver {
	o.t.Helper()
	o.sim.Say("hoa", "gặp cán bộ")
	o.hears("hoa", "danh sách chờ gặp cán bộ")
	o.quiet()
	return o.handOver()
}

func (o *office) handOver() handover.HandOver {
	o.t.Helper()
	all := must(o.Store.HandOversOf(o.ctx, "oa:"+o.persona("hoa").UserID, 10))(o.t)
	if len(all) == 0 {
		o.t.Fatal("nobody waits")
	}
	return all[0]
}

func (o *office) atTalk() handovers.Ref {
	o.t.Helper()
	h := o.handOver()
	return handovers.Ref{ID: h.ID, Version: h.Version}
}

// taken has the press desk talk with hoa.
func (o *office) taken() handover.HandOver {
	o.t.Helper()
	o.waits()
	if err := o.HandOvers.Take(o.ctx, deskOfficer, o.atTalk()); err != nil {
		o.t.Fatal(err)
	}
	o.hears("hoa", "đã vào trao đổi")
	return o.handOver()
}

func TestATalkReachesBothSidesMarkedAndTheBotIsQuietUntilItsEnd(t *testing.T) {
	o := newOffice(t, fever())
	if err := o.Store.InsertOfficer(o.ctx, &people.Officer{ID: deskOfficer.ID, Email: "truc@th.vn", Name: "Đỗ Thị Trực", Role: deskOfficer.Role, Unit: deskOfficer.Unit}); err != nil {
		t.Fatal(err)
	}
	h := o.taken()
	o.sim.Say("hoa", feverAsk)
	o.quiet()
	if n := countOf(o.sim.Messages("hoa"), "312 ca"); n != 0 {
		t.Errorf("the bot spoke into the talk %d times", n)
	}
	if err := o.HandOvers.Say(o.ctx, deskOfficer, h.ID, "Xe xuất phát lúc 7 giờ 07."); err != nil {
		t.Fatal(err)
	}
	m := o.hears("hoa", "Xe xuất phát lúc 7 giờ 07.")
	if want := "Cán bộ Đỗ Thị Trực, " + o.Units.Office(routing.ProvinceOffice) + " (trao đổi, không phải phát ngôn):\n"; !strings.HasPrefix(m.Text, want) {
		t.Errorf("%q does not say who speaks, and that it is no statement", m.Text)
	}
	var lines []string
	for _, l := range o.handOver().Lines {
		lines = append(lines, l.From+": "+l.Text)
	}
	if want := []string{"requester: " + feverAsk, "officer: Xe xuất phát lúc 7 giờ 07."}; strings.Join(lines, "|") != strings.Join(want, "|") {
		t.Errorf("the officer reads %q, want %q", lines, want)
	}
	if err := o.HandOvers.End(o.ctx, deskOfficer, o.atTalk()); err != nil {
		t.Fatal(err)
	}
	o.hears("hoa", "đã kết thúc cuộc trao đổi")
	o.sim.Say("hoa", "xe xuất phát lúc mấy giờ")
	o.quiet()
	if n := countOf(o.sim.Messages("hoa"), "7 giờ 07"); n != 1 {
		t.Errorf("what an officer said is found by a question: %v", texts(o.sim.Messages("hoa")))
	}
	o.sim.Say("hoa", feverAsk)
	o.hears("hoa", "312 ca")
}

func TestOfTwoOfficersOneTakesTheTalk(t *testing.T) {
	o := newOffice(t)
	o.waits()
	at := o.atTalk()
	second := deskOfficer
	second.ID = "vp-2"
	var both sync.WaitGroup
	errs := make([]error, 2)
	for i, officer := range []people.Officer{deskOfficer, second} {
		both.Go(func() { errs[i] = o.HandOvers.Take(o.ctx, officer, at) })
	}
	both.Wait()
	if (errs[0] == nil) == (errs[1] == nil) {
		t.Fatalf("both fare alike: %v", errs)
	}
	other := second
	if errs[1] == nil {
		other = deskOfficer
	}
	if err := o.HandOvers.Say(o.ctx, other, at.ID, "Tôi cũng ở đây."); !isRule(err) {
		t.Errorf("the other speaks: %v", err)
	}
	o.quiet()
	if n := countOf(o.sim.Messages("hoa"), "đã vào trao đổi"); n != 1 {
		t.Errorf("told %d times that somebody came", n)
	}
}

func TestThePersonEndsTheTalkAndWordsThatCameTooLateAreSaidToBeUnread(t *testing.T) {
	o := newOffice(t)
	h := o.taken()
	o.sim.Say("hoa", "kết thúc")
	o.hears("hoa", "Trợ lý ảo trả lời trở lại")
	o.quiet()
	if h = o.handOver(); h.State != handover.Ended || h.Why != handover.ActLeave {
		t.Errorf("it is %s by %s", h.State, h.Why)
	}
	if err := o.HandOvers.Say(o.ctx, deskOfficer, h.ID, "Chị còn đó không?"); !isRule(err) {
		t.Errorf("the officer speaks after the end: %v", err)
	}
}

func TestNobodyWaitsUnknowinglyAndASilentTalkEnds(t *testing.T) {
	o := newOffice(t)
	tend := func() {
		t.Helper()
		for range 2 {
			if err := o.HandOvers.Tend(o.ctx); err != nil {
				t.Fatal(err)
			}
		}
		o.quiet()
	}
	o.reaches("2026-11-23 09:00")
	o.waits()
	o.clock.move(14 * time.Minute)
	tend()
	if n := countOf(o.sim.Messages("hoa"), "chưa có cán bộ của"); n != 0 {
		t.Fatal("told too early")
	}
	o.clock.move(2 * time.Minute)
	tend()
	o.hears("hoa", "Đã quá 15 phút", "gửi yêu cầu")
	if n := countOf(o.sim.Messages("hoa"), "Đã quá 15 phút"); n != 1 {
		t.Errorf("told %d times", n)
	}
	if err := o.HandOvers.Take(o.ctx, deskOfficer, o.atTalk()); err != nil {
		t.Fatal(err)
	}
	o.sim.Say("hoa", "alo")
	o.quiet()
	o.clock.move(21 * time.Minute)
	tend()
	o.hears("hoa", "chưa trả lời tin cuối của Anh/Chị", "hàng chờ")
	if err := o.HandOvers.Take(o.ctx, deskOfficer, o.atTalk()); err != nil {
		t.Fatal(err)
	}
	if err := o.HandOvers.Say(o.ctx, deskOfficer, o.atTalk().ID, "Tôi đây."); err != nil {
		t.Fatal(err)
	}
	o.clock.move(21 * time.Minute)
	tend()
	o.hears("hoa", "Cuộc trao đổi kết thúc vì 20 phút không có tin mới")
	if h := o.handOver(); h.Open {
		t.Errorf("it is %s", h.State)
	}
}

func TestOutsideDutyWhoWaitsHearsWhenSomebodyIsThereAndIsNotCalledLate(t *testing.T) {
	o := newOffice(t)
	o.reaches("2026-11-23 18:00")
	o.sim.Say("hoa", "gặp cán bộ")
	o.hears("hoa", "ngoài giờ trực", "25/11/2026") // 24/11 is a holiday
	o.quiet()
	o.clock.move(30 * time.Hour)
	if err := o.HandOvers.Tend(o.ctx); err != nil {
		t.Fatal(err)
	}
	o.quiet()
	if n := countOf(o.sim.Messages("hoa"), "Đã quá"); n != 0 {
		t.Error("the hours of a closed office were counted")
	}
}

func TestAUnitSeesWhoWaitsForItAndPassesThemOn(t *testing.T) {
	o := newOffice(t)
	for _, unit := range []string{"TH-YT", "TH-XD"} {
		if err := o.Store.InsertOfficer(o.ctx, &people.Officer{ID: "of-" + unit, Email: unit + "@th.vn", Role: people.RoleOperator, Unit: unit}); err != nil {
			t.Fatal(err)
		}
	}
	o.sim.Say("hoa", "gặp cán bộ Sở Y tế")
	o.hears("hoa", "danh sách chờ gặp cán bộ của Sở Y tế")
	o.quiet()
	foreign := people.Officer{ID: "of-TH-XD", Role: people.RoleOperator, Unit: "TH-XD"}
	if err := o.HandOvers.Take(o.ctx, foreign, o.atTalk()); !errors.Is(err, desk.ErrForbidden) {
		t.Errorf("another unit takes it: %v", err)
	}
	if err := o.HandOvers.Pass(o.ctx, drafter, o.atTalk(), "TH-NNMT"); err == nil {
		t.Error("passed to where nobody works")
	}
	if err := o.HandOvers.Pass(o.ctx, drafter, o.atTalk(), "TH-XD"); err != nil {
		t.Fatal(err)
	}
	o.hears("hoa", "hàng chờ của Sở Xây dựng")
	if err := o.HandOvers.Take(o.ctx, foreign, o.atTalk()); err != nil {
		t.Errorf("the unit it was passed to: %v", err)
	}
}

func TestOfATalkThatIsErasedNothingIsLeftAndNothingMoreIsSaid(t *testing.T) {
	onEngines(t, func(t *testing.T, o *office, raw func() map[string][]byte) {
		h := o.taken()
		o.sim.Say("hoa", "nhà tôi ở ngõ Bí Mật")
		o.quiet()
		if err := o.HandOvers.Say(o.ctx, deskOfficer, h.ID, "Ngõ Kín phải không?"); err != nil {
			t.Fatal(err)
		}
		o.quiet()
		o.clock.move(time.Minute)
		o.erase("hoa")
		o.quiet()
		for place, data := range raw() {
			for _, secret := range []string{"ngõ Bí Mật", "Ngõ Kín"} {
				if strings.Contains(string(data), secret) {
					t.Errorf("%s holds %q", place, secret)
				}
			}
		}
		if h := must(o.Store.HandOver(o.ctx, h.ID))(t); h.Open || h.Requester != "" || len(h.Lines) > 0 {
			t.Errorf("it is %+v", h)
		}
		if err := o.HandOvers.Say(o.ctx, deskOfficer, h.ID, "alo"); !isRule(err) {
			t.Errorf("the officer speaks on: %v", err)
		}
	})
}

func TestTheAuditOfATalkHoldsNoWords(t *testing.T) {
	o := newOffice(t)
	h := o.taken()
	if err := o.HandOvers.Say(o.ctx, deskOfficer, h.ID, "Xin gọi lại 0912345678"); err != nil {
		t.Fatal(err)
	}
	o.quiet()
	said := 0
	records, _, err := o.Store.LatestAudit(o.ctx, "", 50)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		if r.Subject == h.ID && r.Action == "handover.say" && r.Detail == "" && r.Officer == deskOfficer.ID {
			said++
		}
		if strings.Contains(r.Detail+r.Action, "0912345678") {
			t.Errorf("%+v", r)
		}
	}
	if said != 1 {
		t.Errorf("%d records of what was said, want one", said)
	}
}
