package flow_test

import (
	"strings"
	"testing"
	"time"

	"phatngon/bot/words"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/press"
	"phatngon/internal/flow/requests"
)

func TestAReportersQuestionHasItsKindAndTheNewsroomsDeadlineAndTheUnitMayChangeIt(t *testing.T) {
	pressOffice(t, func(t *testing.T, o *office) {
		r := o.registers("hoa", "I am a reporter from Reuters", "3")
		if err := o.Press.Verify(o.ctx, pressDesk, refOf(r), "Jane Roe", o.clock.now().AddDate(1, 0, 0)); err != nil {
			t.Fatal(err)
		}
		o.quiet()
		q := o.filed("hoa", "Xin phỏng vấn Giám đốc Sở Y tế, hạn báo in là 17h chiều mai")
		wanted := time.Date(2026, 11, 24, 17, 0, 0, 0, calendar.Zone)
		if q.Kind != "phong-van" || !q.Wanted.Equal(wanted) || !q.Foreign || q.RequesterKind != people.ReporterVerified {
			t.Errorf("filed as %s of %s, foreign %v, wanted %s", q.Kind, q.RequesterKind, q.Foreign, q.Wanted)
		}
		receipt := words.Receipt(q, o.Rules.At(o.clock.now()).RuleOfKind(q.RequesterKind, q.Kind), "Sở Y tế", "", effect.Filing{}).Text
		if !strings.Contains(receipt, "Kind: Đề nghị phỏng vấn") || !strings.Contains(receipt, "17:00 24/11/2026") {
			t.Errorf("the receipt says %s", receipt)
		}
		at := requests.Ref{Code: q.Code, Version: must(o.Store.Request(o.ctx, q.Code))(t).Version}
		if err := o.Requests.ChangeKind(o.ctx, drafter, at, "bao-neu-15", "Báo chuyển ý kiến bạn đọc."); err != nil {
			t.Fatal(err)
		}
		o.hears("hoa", "Xử lý thông tin báo chí nêu", "Báo chuyển ý kiến bạn đọc", "Nghị định 237/2026/NĐ-CP")
		changed := must(o.Store.Request(o.ctx, q.Code))(t)
		if k := changed.Parts[0].Clock; k.Rule != "BC-YK15" || !k.Start.Equal(q.Parts[0].Clock.Start) || !changed.Due.After(q.Due) {
			t.Errorf("the clock runs under %s from %s, due %s", k.Rule, k.Start, changed.Due)
		}
		if left := o.registration("hoa"); left.State != press.Verified {
			t.Errorf("the registration stands at %s", left.State)
		}
	})
}
