package flow_test

import (
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
)

// reaches moves the clock to an instant.
func (o *office) reaches(at string) {
	o.t.Helper()
	then, err := time.ParseInLocation("2006-01-02 15:04", at, calendar.Zone)
	if err != nil {
		o.t.Fatal(err)
	}
	o.clock.move(then.Sub(o.clock.now()))
}

// part is a part of a request as it is stored.
func (o *office) part(code string, i int) request.Part {
	return must(o.Store.Request(o.ctx, code))(o.t).Parts[i]
}

// Asked back before Tết and answered after it, then extended: both sides read the same days.
func TestAPauseOverTetAndAnExtensionAreExplainedToBothSides(t *testing.T) {
	onBoth(t, func(t *testing.T, o *office) {
		o.reaches("2027-01-28 09:00")
		r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
		o.reaches("2027-02-03 10:00")
		if err := o.Requests.Clarify(o.ctx, drafter, o.at(r.Code), "Anh/Chị hỏi đợt khám nào?"); err != nil {
			t.Fatal(err)
		}
		o.hears("hoa", "cần Anh/Chị cho biết thêm", "Anh/Chị hỏi đợt khám nào?", "tạm dừng từ 03/02/2027", "còn lại 6 ngày")
		o.reaches("2027-02-15 08:00")
		o.sim.Say("hoa", "bổ sung "+r.Code+": đợt khám tháng 3 cho người cao tuổi")
		o.hears("hoa", "Đã ghi phần bổ sung vào yêu cầu "+r.Code)
		o.quiet()
		p := o.part(r.Code, 0)
		if p.State != request.Assigned || p.Clock.Paused() || p.Clarifications[0].Answer == "" {
			t.Fatalf("after the answer: %+v", p)
		}
		if err := o.Requests.Extend(o.ctx, signer, o.at(r.Code), 12, "phải tập hợp số liệu"); err != nil {
			t.Fatal(err)
		}
		o.hears("hoa", "gia hạn thêm 12 ngày", "Hạn xử lý mới: 23:59, 05/03/2027", "Lý do: phải tập hợp số liệu")
		o.sim.Say("hoa", "cách tính hạn "+r.Code)
		o.hears("hoa", "29/01–03/02: ngày thứ 1–6", "Từ 10:00, 03/02/2027 đến 08:00, 15/02/2027: tạm dừng (chờ người hỏi bổ sung), không tính 04–15/02",
			"16/02–05/03: ngày thứ 7–24", "08:00, 15/02/2027: gia hạn thêm 12 ngày (phải tập hợp số liệu)", "Hết hạn: 23:59, 05/03/2027")
		o.quiet()
		said := o.sim.Messages("hoa")
		lines := o.part(r.Code, 0).Clock.Explain() // what the panel and the Mini App list
		if len(lines) < 6 {
			t.Errorf("the panel explains only %v", lines)
		}
		for _, line := range lines {
			if !strings.Contains(said[len(said)-1].Text, line.Text) {
				t.Errorf("the person does not read %q in\n%s", line.Text, said[len(said)-1].Text)
			}
		}
	})
}

func TestWhatAPersonWantsDoneIsDoneOnceAndForNobodyElse(t *testing.T) {
	o := newOffice(t)
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	o.sim.Say("lan", "rút yêu cầu "+r.Code)
	o.hears("lan", "Không tìm thấy yêu cầu "+r.Code)
	o.sim.Say("hoa", "bổ sung "+r.Code+": cả bản Suối Lóng nữa ạ")
	o.hears("hoa", "Đã ghi phần bổ sung")
	o.quiet()
	if got := must(o.Store.Request(o.ctx, r.Code))(t); len(got.Additions) != 1 || got.Additions[0].Text != "cả bản Suối Lóng nữa ạ" {
		t.Errorf("additions %+v", got.Additions)
	}
	o.sim.Say("hoa", "rút yêu cầu "+r.Code)
	o.hears("hoa", "Rút yêu cầu "+r.Code)
	o.sim.Say("hoa", "1")
	o.hears("hoa", "Đã rút yêu cầu "+r.Code)
	o.quiet()
	if got := o.state(r.Code); got != request.Withdrawn {
		t.Errorf("state %s, want withdrawn", got)
	}
	if err := o.Requests.SaveDraft(o.ctx, drafter, o.at(r.Code), request.Reply{Text: busBody}); !isRule(err) {
		t.Errorf("an answer to what was withdrawn: %v", err)
	}
}

func TestATransferIsToldWithItsReason(t *testing.T) {
	o := newOffice(t)
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	if err := o.Requests.Transfer(o.ctx, drafter, o.at(r.Code), "TH-XD", "Thuộc việc của đơn vị này."); err != nil {
		t.Fatal(err)
	}
	o.hears("hoa", r.Code+" được chuyển tới Sở Xây dựng", "Thuộc việc của đơn vị này.", "Hạn xử lý không đổi")
}

func TestWhoIsErasedLeavesNoWordsInWhatTheyAdded(t *testing.T) {
	o := newOffice(t)
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	if err := o.Requests.Clarify(o.ctx, drafter, o.at(r.Code), "Ai cần khám?"); err != nil {
		t.Fatal(err)
	}
	o.sim.Say("hoa", "bổ sung "+r.Code+": mẹ tôi, số điện thoại 0912 345 678")
	o.hears("hoa", "Đã ghi phần bổ sung")
	o.quiet()
	o.erase("hoa")
	got := must(o.Store.Request(o.ctx, r.Code))(t)
	kept := got.Additions[0].Text + got.Parts[0].Clarifications[0].Answer
	if got.Requester != "" || strings.Contains(kept, "345 678") || !strings.Contains(kept, "mẹ tôi") {
		t.Errorf("kept %q of %q", kept, got.Requester)
	}
	if err := o.Requests.Resume(o.ctx, people.Officer{ID: "x", Role: people.RoleOperator, Unit: "TH-XD"}, o.at(r.Code)); err == nil {
		t.Error("another unit goes on with it")
	}
}
