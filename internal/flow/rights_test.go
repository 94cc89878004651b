package flow_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/rights"
	flowrights "phatngon/internal/flow/rights"
)

// ended are the claims that were done, refused or have no object any more.
func (o *office) ended() []rights.Claim {
	o.t.Helper()
	found, _, err := o.Store.EndedClaims(o.ctx, "", 10)
	if err != nil {
		o.t.Fatal(err)
	}
	return found
}

// proven checks that a claim is done, of nobody, and that its proof is in the audit chain.
func (o *office) proven(c rights.Claim, right, channel string) {
	o.t.Helper()
	known, err := o.Store.Audited(o.ctx, c.Proof)
	if c.Right != right || c.Channel != channel || c.State != rights.Done || c.Requester != "" || !known || err != nil {
		o.t.Errorf("claim %+v, its proof in the audit %t, %v; want a %s from %s that is done and proven", c, known, err, right, channel)
	}
}

func TestEveryWayToBeErasedIsAClaimDoneAtOnceWithItsProof(t *testing.T) {
	for name, tt := range map[string]struct {
		right, channel string
		erase          func(o *office)
	}{
		"deleted in the chat": {rights.Delete, rights.FromChat, func(o *office) {
			o.sim.Say("hoa", "xóa dữ liệu của tôi")
			o.hears("hoa", "Xóa dữ liệu của Anh/Chị?")
			o.sim.Say("hoa", "1")
		}},
		"consent taken back in the chat": {rights.Withdraw, rights.FromChat, func(o *office) {
			o.sim.Say("hoa", "tôi rút lại đồng ý")
			o.hears("hoa", "Rút lại đồng ý?")
			o.sim.Say("hoa", "1")
		}},
		"Zalo tells that the person withdraws": {rights.Withdraw, rights.FromZalo, func(o *office) { o.sim.Withdraw("hoa") }},
		"deleted in the app": {rights.Delete, rights.FromApp, func(o *office) {
			for range 2 {
				if err := o.Delivery.EraseNow(o.ctx, "oa:"+o.persona("hoa").UserID, "app-1", rights.Delete, rights.FromApp); err != nil {
					o.t.Fatal(err)
				}
			}
		}},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t)
			o.sim.Say("hoa", "xin chào")
			o.quiet()
			tt.erase(o)
			o.quiet()
			if all := o.ended(); len(all) != 1 {
				t.Fatalf("%d claims ended; want one: %+v", len(all), all)
			} else {
				o.proven(all[0], tt.right, tt.channel)
			}
			o.clock.move(time.Hour)
			o.sim.Say("hoa", "xin chào")
			o.quiet()
			who := must(o.Store.Requester(o.ctx, "oa:"+o.persona("hoa").UserID))(t)
			if who.Erased || who.Version == 0 {
				t.Errorf("who came back is %+v; want somebody known anew", who)
			}
		})
	}
}

func TestAnErasureCutOffBeforeItWasNotedIsNotedByTheRound(t *testing.T) {
	o := newOffice(t)
	o.sim.Say("hoa", "xin chào")
	o.quiet()
	id := "oa:" + o.persona("hoa").UserID
	if err := o.Rights.Begin(o.ctx, "e9", flowrights.Wish{Right: rights.Delete, Channel: rights.FromChat}); err != nil {
		t.Fatal(err)
	}
	if err := o.Rights.Settle(o.ctx); err != nil || len(o.ended()) != 0 {
		t.Fatalf("ended before anything was erased: %+v, %v", o.ended(), err)
	}
	if err := o.Access.Forget(o.ctx, id, "e9"); err != nil {
		t.Fatal(err)
	}
	if err := o.Rights.Settle(o.ctx); err != nil || len(o.ended()) != 1 {
		t.Fatalf("after it: %+v, %v", o.ended(), err)
	}
	o.proven(o.ended()[0], rights.Delete, rights.FromChat)
}

func TestWhatIsKeptIsSeenAtOnceAndProven(t *testing.T) {
	o := newOffice(t)
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	o.sim.Say("hoa", "cho tôi xem dữ liệu của tôi")
	o.hears("hoa", "Dữ liệu hệ thống này giữ về Anh/Chị", r.Code, "DL-2026-00001")
	o.quiet()
	c := must(o.Store.Claim(o.ctx, "DL-2026-00001"))(t)
	if known, err := o.Store.Audited(o.ctx, c.Proof); c.State != rights.Done || !known || err != nil {
		t.Errorf("claim %+v; its proof in the audit: %t, %v", c, known, err)
	}
}

// correction is a claim of hoa that an officer is to deal with.
func (o *office) correction() rights.Claim {
	o.t.Helper()
	o.sim.Say("hoa", "sửa dữ liệu của tôi")
	o.hears("hoa", "cần sửa thành gì?")
	o.sim.Say("hoa", "Tên tôi là Hòa, không phải Hoa.")
	o.hears("hoa", "Đã ghi đề nghị DL-2026-00001")
	o.quiet()
	return must(o.Store.Claim(o.ctx, "DL-2026-00001"))(o.t)
}

func (o *office) atClaim() flowrights.Ref {
	c := must(o.Store.Claim(o.ctx, "DL-2026-00001"))(o.t)
	return flowrights.Ref{ID: c.ID, Version: c.Version}
}

func TestACorrectionIsAnOfficersInTheTermOfTheLaw(t *testing.T) {
	o := newOffice(t)
	o.reaches("2026-11-23 10:00")
	c := o.correction()
	if got := c.Due.In(calendar.Zone).Format(time.DateOnly); got != "2026-12-03" || c.Clock.Rule != "DL-10" {
		t.Errorf("due %s under %s; want ten days, 2026-12-03, under DL-10", got, c.Clock.Rule)
	}
	if err := o.Rights.Finish(o.ctx, drafter, o.atClaim(), "Đã sửa tên."); !isRule(err) {
		t.Errorf("an officer of a unit: %v", err)
	}
	if err := o.Rights.Extend(o.ctx, deskOfficer, o.atClaim(), 10, "Cần đối chiếu giấy tờ."); err != nil {
		t.Fatal(err)
	}
	o.hears("hoa", "được gia hạn. Hạn mới: 14/12/2026") // 13/12 is a Sunday
	if err := o.Rights.Extend(o.ctx, deskOfficer, o.atClaim(), 1, "Thêm một lần nữa."); !isRule(err) {
		t.Errorf("extended twice: %v", err)
	}
	stale := flowrights.Ref{ID: c.ID, Version: c.Version}
	if err := o.Rights.Finish(o.ctx, deskOfficer, stale, "Đã sửa tên."); !errors.Is(err, desk.ErrConflict) {
		t.Errorf("over a form shown before: %v", err)
	}
	if err := o.Rights.Finish(o.ctx, deskOfficer, o.atClaim(), "Đã sửa tên hiển thị."); err != nil {
		t.Fatal(err)
	}
	o.hears("hoa", "DL-2026-00001 (chỉnh sửa dữ liệu) đã được thực hiện: Đã sửa tên hiển thị.")
	if got := o.auditOf(c.ID); got["rights.file"] != 1 || got["rights.extend"] != 1 || got["rights.done"] != 1 {
		t.Errorf("audit %v", got)
	}
}

func TestARefusalNamesAGroundAndTheWayToComplain(t *testing.T) {
	o := newOffice(t)
	o.correction()
	var invalid *desk.InvalidError
	if err := o.Rights.Refuse(o.ctx, chief, o.atClaim(), "VI_TOI", "Không thích."); !errors.As(err, &invalid) || invalid.Field != "ground" {
		t.Errorf("on no ground: %v", err)
	}
	if err := o.Rights.Refuse(o.ctx, chief, o.atClaim(), "KHONG_CO", "Hệ thống không giữ tên khai sinh."); err != nil {
		t.Fatal(err)
	}
	o.hears("hoa", "Hệ thống này không giữ dữ liệu được nêu", "không giữ tên khai sinh", "quyền khiếu nại, khởi kiện")
}

func TestWhoIsErasedLeavesAnOpenClaimWithoutObjectAndWithoutWords(t *testing.T) {
	o := newOffice(t)
	o.correction()
	o.sim.Withdraw("hoa")
	o.quiet()
	c := must(o.Store.Claim(o.ctx, "DL-2026-00001"))(t)
	if c.State != rights.Moot || c.Text != "" || c.Requester != "" {
		t.Errorf("claim %+v", c)
	}
	if err := o.Rights.Finish(o.ctx, chief, o.atClaim(), "Đã sửa tên."); !isRule(err) {
		t.Errorf("done after that: %v", err)
	}
}

func TestWhatCameOnPaperIsEnteredOnceByTheDeskOnly(t *testing.T) {
	o := newOffice(t)
	if _, err := o.Rights.Enter(o.ctx, drafter, rights.Delete, "Xóa tên khỏi danh sách.", "Đơn 12"); !isRule(err) {
		t.Errorf("an officer of a unit enters: %v", err)
	}
	first := must(o.Rights.Enter(o.ctx, deskOfficer, rights.Delete, "Xóa tên khỏi danh sách.", "Đơn 12"))(t)
	again := must(o.Rights.Enter(o.ctx, deskOfficer, rights.Delete, "Xóa tên khỏi danh sách.", "Đơn 12"))(t)
	if first.ID != again.ID || first.State != rights.Received || first.Clock.Rule != "DL-20" {
		t.Errorf("entered %+v, then %+v; want one, open, under DL-20", first, again)
	}
	if err := o.Rights.Finish(o.ctx, people.Officer{ID: "root", Role: people.RoleAdmin, Unit: "TH-VPUB"}, flowrights.Ref{ID: first.ID, Version: first.Version}, "Đã xóa, trả lời bằng công văn."); err != nil {
		t.Fatal(err)
	}
	if all := o.sim.Messages("hoa"); len(all) != 0 {
		t.Errorf("somebody was told: %v", texts(all))
	}
}

func TestANewCalendarMovesOpenClaimsAndThePersonHears(t *testing.T) {
	o := newOffice(t)
	o.reaches("2026-11-23 10:00")
	c := o.correction()
	day := c.Due.In(calendar.Zone).Format(time.DateOnly)
	data := withDayOff(t, o.Rules.Book().Versions(policy.KindHolidays)[0].Data, day)
	if err := o.Rules.Save(o.ctx, chief, "holidays", o.clock.now(), data); err != nil {
		t.Fatal(err)
	}
	moved := must(o.Store.Claim(o.ctx, c.ID))(t)
	if !moved.Due.After(c.Due) {
		t.Errorf("due %s, before %s", moved.Due, c.Due)
	}
	o.hears("hoa", "được tính lại theo lịch làm việc mới")
}

func TestADenunciationInATalkIsReadThereAndNowhereElseAndNotForLong(t *testing.T) {
	const words = "tôi muốn tố cáo chủ tịch xã ăn chặn tiền cứu trợ"
	o := newOffice(t)
	h := o.taken()
	o.sim.Say("hoa", words)
	o.quiet()
	if got := must(o.Store.HandOver(o.ctx, h.ID))(t); !got.Grave || !strings.Contains(got.Lines[len(got.Lines)-1].Text, "tố cáo") {
		t.Fatalf("the officer reads %+v", got)
	}
	talk := must(o.Store.Conversation(o.ctx, h.Requester))(t)
	if len(talk.Effects) != 0 {
		t.Errorf("the conversation keeps %+v", talk.Effects)
	}
	o.sim.Say("hoa", "kết thúc")
	o.hears("hoa", "Anh/Chị đã dừng")
	o.quiet()
	for _, step := range []struct {
		after time.Duration
		kept  bool
	}{{23 * time.Hour, true}, {2 * time.Hour, false}} {
		o.clock.move(step.after)
		if err := o.Tidy(o.ctx); err != nil {
			t.Fatal(err)
		}
		if got := must(o.Store.HandOver(o.ctx, h.ID))(t); (len(got.Lines) > 0) != step.kept {
			t.Errorf("%s later %d lines are kept; want some: %t", step.after, len(got.Lines), step.kept)
		}
	}
}

// auditOf counts what the audit chain says of a subject, by action.
func (o *office) auditOf(subject string) map[string]int {
	o.t.Helper()
	counts := map[string]int{}
	for _, r := range must(o.Store.AuditOf(o.ctx, subject, 100))(o.t) {
		counts[r.Action]++
	}
	return counts
}
