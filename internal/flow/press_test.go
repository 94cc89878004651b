package flow_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/press"
	"phatngon/internal/flow"
	flowpress "phatngon/internal/flow/press"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/internal/zalo/zalotest"
	"phatngon/knowledge/statement"
)

const cardPhoto = "http://f6.photo.talk.zdn.vn/dap.jpg"

// registers registers a persona in the chat with a photo of a card, and is its registration.
func (o *office) registers(persona, words, kind string) press.Registration {
	o.t.Helper()
	o.sim.Say(persona, words)
	o.quiet()
	o.sim.Say(persona, kind)
	o.quiet()
	o.sim.SendImage(persona, cardPhoto, "")
	o.quiet()
	o.sim.Say(persona, "1")
	o.quiet()
	return o.registration(persona)
}

func (o *office) registration(persona string) press.Registration {
	o.t.Helper()
	r := must(o.Press.Latest(o.ctx, "oa:"+o.persona(persona).UserID))(o.t)
	if r == nil {
		o.t.Fatalf("%s has no registration; the chat: %v", persona, texts(o.sim.Messages(persona)))
	}
	return *r
}

func refOf(r press.Registration) flowpress.Ref { return flowpress.Ref{ID: r.ID, Version: r.Version} }

// kindOf is as whom a persona is known now.
func (o *office) kindOf(persona string) people.RequesterKind {
	o.t.Helper()
	return must(o.Store.Requester(o.ctx, "oa:"+o.persona(persona).UserID))(o.t).KindAt(o.clock.now())
}

// looks are the looks at pictures in the audit chain.
func (o *office) looks() (found []desk.AuditRecord) {
	o.t.Helper()
	all, _, err := o.Store.LatestAudit(o.ctx, "", 500)
	if err != nil {
		o.t.Fatal(err)
	}
	return slices.DeleteFunc(all, func(r desk.AuditRecord) bool { return r.Action != "press.look" })
}

// pressOffice runs a test of reporters on an office over each engine.
func pressOffice(t *testing.T, test func(t *testing.T, o *office), statements ...statement.Statement) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		o := newOfficeOn(t, s, zalotest.Options{}, func(d *flow.Deps) { d.Fetch = pictures().fetch }, statements...)
		test(t, o)
	})
}

// underEmbargo is a statement that may be read from eleven o'clock on.
func underEmbargo(audience statement.Audience) statement.Statement {
	s := fever()
	lifts := time.Date(2026, 11, 23, 4, 0, 0, 0, time.UTC) // 11:00 in the office's zone
	s.EmbargoUntil, s.Audience = &lifts, audience
	return s
}

func TestAReporterRegistersIsVerifiedAndReadsAtTheSecondTheEmbargoLifts(t *testing.T) {
	pressOffice(t, func(t *testing.T, o *office) {
		r := o.registers("hoa", "tôi là phóng viên Báo Mẫu", "1")
		o.hears("hoa", "Đã nhận đăng ký phóng viên "+r.ID, "Chờ xác minh")
		if r.Newsroom != "Báo Mẫu" || len(r.Pictures) != 1 || r.Consent.IsZero() || o.kindOf("hoa") != people.ReporterUnverified {
			t.Errorf("registered as %+v, known as %s", r, o.kindOf("hoa"))
		}
		for _, by := range []people.Officer{drafter, signer, chief} {
			if _, err := o.Press.Picture(o.ctx, by, r.ID, r.Pictures[0].ID); !errors.Is(err, desk.ErrForbidden) {
				t.Errorf("%s sees the card: %v", by.ID, err)
			}
			if err := o.Press.Verify(o.ctx, by, refOf(r), "Lê Hòa", o.clock.now().AddDate(1, 0, 0)); !errors.Is(err, desk.ErrForbidden) {
				t.Errorf("%s verifies: %v", by.ID, err)
			}
		}
		data := must(o.Press.Picture(o.ctx, pressDesk, r.ID, r.Pictures[0].ID))(t)
		if looks := o.looks(); len(data) == 0 || len(looks) != 1 || looks[0].Officer != pressDesk.ID || looks[0].Subject != r.ID {
			t.Errorf("%d bytes, looks %+v", len(data), looks)
		}
		if err := o.Press.Verify(o.ctx, pressDesk, refOf(r), "Lê Hòa", o.clock.now().AddDate(0, 2, 0)); err != nil {
			t.Fatal(err)
		}
		o.hears("hoa", r.ID+" đã được xác minh", "23/01/2027")
		o.clock.move(2*time.Hour - time.Second)
		if _, ok := o.Base.Statement("PN-2026-0001", statement.AudiencePress, o.clock.now()); ok {
			t.Error("readable a second before")
		}
		o.sim.Say("hoa", feverAsk)
		o.quiet()
		if slices.ContainsFunc(o.sim.Messages("hoa"), func(m zalotest.Message) bool { return strings.Contains(m.Text, "312 ca") }) {
			t.Error("told a second before")
		}
		o.clock.move(time.Second)
		o.sim.Say("hoa", feverAsk)
		o.hears("hoa", "312 ca mắc sốt xuất huyết")
		o.sim.Say("lan", feverAsk)
		o.quiet()
		if slices.ContainsFunc(o.sim.Messages("lan"), func(m zalotest.Message) bool { return strings.Contains(m.Text, "312 ca") }) {
			t.Error("a citizen was told what is for the press")
		}
	}, underEmbargo(statement.AudiencePress))
}

func TestWhoFollowsHearsOfANewStatementNotAMomentTooEarlyAndOnce(t *testing.T) {
	pressOffice(t, func(t *testing.T, o *office) {
		r := o.registers("hoa", "đăng ký phóng viên Báo Mẫu", "1")
		if err := o.Press.Verify(o.ctx, pressDesk, refOf(r), "Lê Hòa", o.clock.now().AddDate(1, 0, 0)); err != nil {
			t.Fatal(err)
		}
		o.quiet()
		o.sim.Say("hoa", "đăng ký phóng viên")
		o.taps("hoa", "Theo dõi phát ngôn mới")
		o.hears("hoa", "đơn vị nào, chủ đề nào")
		o.sim.Say("hoa", "Sở Y tế, giao thông")
		o.hears("hoa", "Đang theo dõi: Sở Y tế; giao thông")
		lifts := o.clock.now().Add(time.Hour)
		s := statementOf("", "Tiêm vắc xin cúm mùa", "Từ tháng 12, các trạm y tế tiêm vắc xin cúm mùa.", "khi nào tiêm vắc xin cúm?")
		s.EmbargoUntil = &lifts
		draft := must(o.Statements.Save(o.ctx, drafter, s))(t)
		if err := o.Statements.Publish(o.ctx, signer, draft.Code, draft.Version); err != nil {
			t.Fatal(err)
		}
		o.clock.move(time.Hour - time.Second)
		if slices.ContainsFunc(o.sim.Messages("hoa"), func(m zalotest.Message) bool { return strings.Contains(m.Text, "cúm mùa") }) {
			t.Error("announced before it may be read")
		}
		o.clock.move(time.Second)
		o.hears("hoa", "Phát ngôn mới theo đăng ký theo dõi", "Tiêm vắc xin cúm mùa", "Sở Y tế")
		o.quiet()
		n := 0
		for _, m := range o.sim.Messages("hoa") {
			if strings.Contains(m.Text, "Phát ngôn mới theo đăng ký theo dõi") {
				n++
			}
		}
		told, _, err := o.Store.LedgerOfStatement(o.ctx, draft.Code, "", 10)
		if n != 1 || err != nil || len(told) != 1 {
			t.Errorf("announced %d times, ledger %+v, %v", n, told, err)
		}
	})
}

func TestAVerificationEndsToTheSecondAndThePicturesGo(t *testing.T) {
	pressOffice(t, func(t *testing.T, o *office) {
		r := o.registers("hoa", "tôi là phóng viên Báo Mẫu", "2")
		until := o.clock.now().AddDate(0, 0, 40)
		if err := o.Press.Verify(o.ctx, pressDesk, refOf(r), "Lê Hòa", until); err != nil {
			t.Fatal(err)
		}
		o.quiet()
		round := func() {
			t.Helper()
			if err := o.Press.Round(o.ctx); err != nil {
				t.Fatal(err)
			}
			o.quiet()
		}
		o.clock.move(31 * 24 * time.Hour)
		o.sim.Say("hoa", "xin chào") // Zalo lets somebody be told who has written lately
		o.quiet()
		round()
		o.hears("hoa", "hết hạn vào cuối ngày 02/01/2027")
		round()
		if _, err := o.Press.Picture(o.ctx, pressDesk, r.ID, r.Pictures[0].ID); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("the picture is kept 31 days after the decision: %v", err)
		}
		if _, err := o.Store.PressPicture(o.ctx, r.Pictures[0]); !errors.Is(err, desk.ErrNotFound) {
			t.Errorf("its bytes are kept: %v", err)
		}
		end := o.registration("hoa").Until
		o.clock.move(end.Sub(o.clock.now()) - time.Second)
		if o.kindOf("hoa") != people.ReporterVerified {
			t.Error("unverified before its time")
		}
		o.clock.move(time.Second)
		if o.kindOf("hoa") != people.ReporterUnverified {
			t.Error("verified after its time, before any round")
		}
		o.sim.Say("hoa", "xin chào")
		o.quiet()
		round()
		o.hears("hoa", "đã hết hạn")
		if r := o.registration("hoa"); r.State != press.Expired {
			t.Errorf("it stands at %s", r.State)
		}
	})
}

func TestARefusalIsToldWithItsReasonAndMoreCanBeShown(t *testing.T) {
	pressOffice(t, func(t *testing.T, o *office) {
		r := o.registers("hoa", "I am a reporter from Reuters", "3")
		o.hears("hoa", "Press registration "+r.ID+" received")
		if err := o.Press.Ask(o.ctx, pressDesk, refOf(r), "The photo is too dark."); err != nil {
			t.Fatal(err)
		}
		o.hears("hoa", "needs more", "too dark")
		o.taps("hoa", "Send another photo")
		o.quiet()
		o.taps("hoa", "Send another photo")
		o.quiet()
		o.sim.SendImage("hoa", "http://f6.photo.talk.zdn.vn/khac.jpg", "")
		o.quiet()
		o.sim.Say("hoa", "1")
		o.quiet()
		again := o.registration("hoa")
		if again.ID != r.ID || again.State != press.Waiting || len(again.Pictures) != 2 || !again.Foreign {
			t.Errorf("supplied: %+v", again)
		}
		if err := o.Press.Refuse(o.ctx, pressDesk, refOf(again), "The card is not yours."); err != nil {
			t.Fatal(err)
		}
		o.hears("hoa", "was not verified", "not yours")
		if o.kindOf("hoa") != people.Citizen {
			t.Errorf("known as %s", o.kindOf("hoa"))
		}
	})
}

func TestWhoWithdrawsOrIsErasedLeavesNoCardBehind(t *testing.T) {
	pressOffice(t, func(t *testing.T, o *office) {
		quits := o.registers("hoa", "tôi là phóng viên Báo Mẫu", "1")
		o.sim.Say("hoa", "đăng ký phóng viên")
		o.taps("hoa", "Rút đăng ký")
		o.taps("hoa", "Rút")
		o.hears("hoa", "Đã rút đăng ký phóng viên "+quits.ID)
		o.quiet()
		erased := o.registers("lan", "tôi là phóng viên Báo Mẫu", "1")
		if err := o.Press.Verify(o.ctx, pressDesk, refOf(erased), "Lê Lan", o.clock.now().AddDate(1, 0, 0)); err != nil {
			t.Fatal(err)
		}
		o.quiet()
		o.erase("lan")
		for _, r := range []press.Registration{quits, erased} {
			if _, err := o.Store.PressPicture(o.ctx, r.Pictures[0]); !errors.Is(err, desk.ErrNotFound) {
				t.Errorf("a picture of %s is kept: %v", r.ID, err)
			}
		}
		left := must(o.Store.Registration(o.ctx, erased.ID))(t)
		if left.State != press.Erased || left.Requester != "" || left.Newsroom != "" || left.Holder != "" {
			t.Errorf("left of an erased person: %+v", left)
		}
	})
}

// comesOut publishes a statement of the health office.
func (o *office) comesOut(title string) {
	o.t.Helper()
	draft := must(o.Statements.Save(o.ctx, drafter, statementOf("", title, title+": thông tin chi tiết.", title+" thế nào?")))(o.t)
	if err := o.Statements.Publish(o.ctx, signer, draft.Code, draft.Version); err != nil {
		o.t.Fatal(err)
	}
	o.quiet()
}

func TestWhoWantsOneMessageADayHearsOfAllThatIsNewAfterEightOnce(t *testing.T) {
	pressOffice(t, func(t *testing.T, o *office) {
		r := o.registers("hoa", "đăng ký phóng viên Báo Mẫu", "1")
		if err := o.Press.Verify(o.ctx, pressDesk, refOf(r), "Lê Hòa", o.clock.now().AddDate(1, 0, 0)); err != nil {
			t.Fatal(err)
		}
		o.quiet()
		follow := func(f press.Follows) {
			t.Helper()
			must(o.Press.Follow(o.ctx, people.Requester{ID: r.Requester}, r.ID, f, "", o.clock.now()))(t)
		}
		round := func() {
			t.Helper()
			if err := o.Press.Round(o.ctx); err != nil {
				t.Fatal(err)
			}
			o.quiet()
		}
		follow(press.Follows{Units: []string{"TH-YT"}, Daily: true})
		o.sim.Say("hoa", "đăng ký phóng viên")
		o.taps("hoa", "Theo dõi phát ngôn mới")
		o.sim.Say("hoa", "Sở Y tế")
		o.hears("hoa", "Đang theo dõi: Sở Y tế (báo gộp mỗi ngày một tin, sau 8 giờ sáng)")
		o.comesOut("Tiêm vắc xin cúm mùa")
		o.comesOut("Khám sức khỏe người cao tuổi")
		round()
		o.clock.move(23*time.Hour - time.Second) // 7:59:59 of the next day
		round()
		if n := countOf(o.sim.Messages("hoa"), "cúm mùa"); n != 0 {
			t.Errorf("told %d times before the message of the day", n)
		}
		o.clock.move(time.Second)
		round()
		round()
		o.heardOnce("2 phát ngôn mới theo đăng ký theo dõi", "hoa")
		o.hears("hoa", "“Tiêm vắc xin cúm mùa” – Sở Y tế", "“Khám sức khỏe người cao tuổi”")
		if told := must(o.Store.LedgerOfRequester(o.ctx, r.Requester, 10))(t); len(told) != 2 {
			t.Errorf("in the ledger: %+v", told)
		}
		o.comesOut("Cảnh báo sốt phát ban")
		follow(press.Follows{Units: []string{"TH-YT"}}) // at once from now on: what waits is still told
		o.comesOut("Lịch trực dịp lễ")
		o.heardOnce("Lịch trực dịp lễ", "hoa")
		o.clock.move(24 * time.Hour)
		round()
		o.heardOnce("Cảnh báo sốt phát ban", "hoa")
		o.heardOnce("Lịch trực dịp lễ", "hoa")
	})
}
