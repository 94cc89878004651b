package flow_test

import (
	"slices"
	"strings"
	"testing"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/flow/requests"
)

var (
	roadDrafter = people.Officer{ID: "duong", Name: "Lê Văn Đường", Role: people.RoleOperator, Unit: "TH-XD", Position: "Chuyên viên"}
	roadSigner  = people.Officer{ID: "cau", Name: "Vũ Thị Cầu", Role: people.RoleSpokesperson, Unit: "TH-XD", Position: "Giám đốc Sở Xây dựng"}
)

// atPart is a form's view of a part now.
func (o *office) atPart(code string, part int) requests.Ref {
	at := o.at(code)
	at.Part = part
	return at
}

// decides drafts a reply and signs it.
func (o *office) decides(code string, part int, drafter, signer people.Officer, w request.Reply) {
	o.t.Helper()
	if err := o.Requests.SaveDraft(o.ctx, drafter, o.atPart(code, part), w); err != nil {
		o.t.Fatal(err)
	}
	if err := o.Requests.Approve(o.ctx, signer, o.atPart(code, part), o.part(code, part).Draft.Revision); err != nil {
		o.t.Fatal(err)
	}
}

// taps taps the button of that title in the last message that has one.
func (o *office) taps(persona, title string) {
	o.t.Helper()
	o.quiet()
	for _, m := range slices.Backward(o.sim.Messages(persona)) {
		for _, b := range m.Buttons {
			if b.Title == title {
				o.sim.TapButton(persona, b)
				return
			}
		}
	}
	o.t.Fatalf("no button %q", title)
}

func (o *office) dividedInThree() string {
	o.t.Helper()
	r := o.filed("hoa", "Xe khám tới bản Ón ngày nào, ai được khám, đường vào bao giờ xong?")
	err := o.Requests.Split(o.ctx, drafter, o.at(r.Code), []request.Piece{
		{Asks: "Xe khám tới ngày nào?"}, {Unit: "TH-YT", Asks: "Ai được khám?"}, {Unit: "TH-YT", Asks: "Đường vào bao giờ xong?"}})
	if err != nil {
		o.t.Fatal(err)
	}
	o.hears("hoa", "được chia thành 3 phần", "2. Ai được khám? (Sở Y tế)", "nhận chung một lần khi mọi phần")
	return r.Code
}

// One request, three parts: answered, refused with a ground, transferred and then answered.
func TestThreePartsEndInOneReplyThatListsAll(t *testing.T) {
	onBoth(t, func(t *testing.T, o *office) {
		code := o.dividedInThree()
		o.taps("hoa", "Nhận chung một lần")
		o.hears("hoa", "được gửi chung một lần")
		if err := o.Requests.Transfer(o.ctx, drafter, o.atPart(code, 2), "TH-XD", "Đường do Sở Xây dựng quản lý."); err != nil {
			t.Fatal(err)
		}
		o.hears("hoa", "được chuyển tới Sở Xây dựng", "Đường do Sở Xây dựng quản lý.")
		listed := must(o.Store.SharesOpen(o.ctx, "TH-XD", 10))(t)
		if len(listed) != 1 || listed[0].Request != code || listed[0].Part != 2 {
			t.Fatalf("the queue of the unit that got a part: %+v", listed)
		}
		o.decides(code, 0, drafter, signer, request.Reply{Text: busBody})
		o.decides(code, 1, drafter, signer, request.Reply{Outcome: request.Denied, Ground: "KHONG_DUOC_TIEP_CAN", Text: "Là hồ sơ sức khỏe của từng người.", Instead: "Số người theo thôn."})
		o.quiet()
		if n := countOf(o.sim.Messages("hoa"), busBody); n != 0 {
			t.Fatalf("an answer came %d times before the others", n)
		}
		const road = "Đường vào bản Ón xong trong tháng 3/2027."
		o.decides(code, 2, roadDrafter, roadSigner, request.Reply{Text: road})
		m := o.hears("hoa", "Trả lời chung cho yêu cầu "+code+" (3 phần)")
		o.quiet()
		at := 0
		for _, piece := range []string{"Phần 1/3: Xe khám tới ngày nào?", "Kết quả: Cung cấp đủ", "“" + busBody + "”", "Phần 2/3: Ai được khám?", "Kết quả: Từ chối cung cấp", "Là hồ sơ sức khỏe của từng người.",
			"Có thể cung cấp thay: Số người theo thôn.", "Phần 3/3: Đường vào bao giờ xong?", "Sở Xây dựng", "“" + road + "”", "Điều 13 Luật Tiếp cận thông tin"} {
			i := strings.Index(m.Text[at:], piece)
			if i < 0 {
				t.Fatalf("%q is not where it should be in\n%s", piece, m.Text)
			}
			at += i
		}
		if n := countOf(o.sim.Messages("hoa"), road); n != 1 || o.state(code) != request.Sent {
			t.Errorf("told %d times, request %s", n, o.state(code))
		}
		for i, want := range []request.State{request.Sent, request.Refused, request.Sent} {
			if got := o.part(code, i).State; got != want {
				t.Errorf("part %d is %s, want %s", i+1, got, want)
			}
		}
		if left := must(o.Store.SharesOpen(o.ctx, "TH-XD", 10))(t); len(left) != 0 {
			t.Errorf("still in the queue: %+v", left)
		}
	})
}

func TestAnAnswerHeldBackAndVoidedIsNeverSaid(t *testing.T) {
	o := newOffice(t)
	code := o.dividedInThree()
	o.taps("hoa", "Nhận chung một lần")
	o.hears("hoa", "được gửi chung một lần")
	const better = "Xe khám lưu động tới bản Ón vào ngày 12/12/2026."
	o.decides(code, 0, drafter, signer, request.Reply{Text: busBody})
	o.decides(code, 0, drafter, signer, request.Reply{Text: better})
	o.sim.Say("hoa", "rút yêu cầu "+code)
	o.hears("hoa", "Rút yêu cầu "+code)
	o.sim.Say("hoa", "1")
	o.hears("hoa", better, "Kết quả: Người hỏi đã rút")
	o.quiet()
	if n := countOf(o.sim.Messages("hoa"), busBody); n != 0 {
		t.Errorf("the voided words were said %d times", n)
	}
}

func TestADisputedAnswerGoesToAnotherOfficer(t *testing.T) {
	o := newOffice(t)
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	o.answered(r.Code, busBody)
	o.hears("hoa", busBody)
	o.quiet()
	o.sim.Say("hoa", r.Code+" chưa trả lời đúng câu hỏi")
	o.hears("hoa", "mời Anh/Chị gõ điều chưa được trả lời")
	o.sim.Say("hoa", "Tôi hỏi đợt tháng 3")
	o.hears("hoa", "do người khác trả lời", "Điều 28")
	o.quiet()
	if err := o.Requests.SaveDraft(o.ctx, drafter, o.atPart(r.Code, 1), request.Reply{Text: "Tháng 3."}); !isRule(err) {
		t.Errorf("who wrote the first answer writes the second: %v", err)
	}
	o.decides(r.Code, 1, people.Officer{ID: "khac", Name: "Trần Khác", Role: people.RoleOperator, Unit: "TH-YT"}, second, request.Reply{Outcome: request.NoInfo, Text: "Sở Y tế chưa có lịch tháng 3/2027."})
	o.hears("hoa", "xem lại phần 1", "chưa có lịch tháng 3/2027")
	o.quiet()
	if p := o.part(r.Code, 1); p.Outcome() != request.NoInfo || o.state(r.Code) != request.Sent {
		t.Errorf("part %+v", p)
	}
}
