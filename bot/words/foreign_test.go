package words_test

import (
	"strings"
	"testing"
	"time"

	"phatngon/bot/words"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
)

func TestForeignPressHearsAReceiptInEnglish(t *testing.T) {
	rule := policy.Seed().At(time.Date(2026, 11, 23, 3, 0, 0, 0, time.UTC)).RuleFor(people.ReporterVerified)
	at := time.Date(2026, 11, 23, 10, 0, 0, 0, calendar.Zone)
	r := request.Request{Code: "TH-2026-00001", Foreign: true, KindName: "Câu hỏi của phóng viên", Wanted: at.Add(8 * time.Hour),
		Parts: []request.Part{{Clock: calendar.DefaultCalendar().Start(rule, at)}}}
	const tail = "Trân trọng cảm ơn."
	text := words.Receipt(r, rule, "Sở Y tế", tail, effect.Filing{}).Text
	for _, want := range []string{"Your request TH-2026-00001 was sent to Sở Y tế.", "3 working days", "Your newsroom's deadline is noted: 18:00 23/11/2026", "Type the code"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q lacks %q", text, want)
		}
	}
	if strings.Contains(text, "Hạn xử lý") || strings.Contains(text, "Loại:") || strings.Contains(text, tail) {
		t.Errorf("Vietnamese words in %q", text)
	}
	r.Foreign = false
	if text := words.Receipt(r, rule, "Sở Y tế", tail, effect.Filing{}).Text; !strings.HasSuffix(text, "\n"+tail) {
		t.Errorf("%q does not end with the office's own line", text)
	}
}

func TestWhoAskedInEnglishHearsOfTheirRequestInEnglish(t *testing.T) {
	office := func(string) string { return "UNIT" }
	for action, note := range map[string]string{request.ActClarify: "Nơi nào?", request.ActResume: "", request.ActExtend: "12: nhiều số liệu", request.ActReclock: "04/12/2026",
		request.ActKind: "LOẠI: vì", request.ActTransfer: "TH-XD: vì", request.ActSplit: ""} {
		t.Run(action, func(t *testing.T) {
			p := request.Part{Unit: "TH-YT", Steps: []request.Step{{Action: action, Note: note}}}
			r := request.Request{Code: "TH-2026-00001", English: true, Parts: []request.Part{p, p}}
			m := words.RequestNews(r, 0, 0, office)
			if !strings.Contains(m.Text, "Your request TH-2026-00001") || strings.Contains(m.Text, "%!") {
				t.Errorf("told %q", m.Text)
			}
			for _, vietnamese := range []string{"Yêu cầu", "Phần ", "Hạn xử lý", "Lý do", "Anh/Chị"} {
				if strings.Contains(m.Text, vietnamese) {
					t.Errorf("%q stands in %q", vietnamese, m.Text)
				}
			}
			for _, b := range m.Buttons {
				if strings.ContainsAny(b.Title, "ăâđêôơưàáảãạếềểọờứ") {
					t.Errorf("button %q", b.Title)
				}
			}
		})
	}
	for _, action := range []string{request.ActAdd, request.ActWithdraw, request.ActTogether, request.ActApart, request.ActDispute} {
		r := request.Request{Code: "TH-2026-00001", English: true, Parts: []request.Part{{Unit: "TH-YT", State: request.Received}}}
		if m := words.OwnStepDone(r, effect.OwnStep{Action: action}, office); !strings.Contains(m.Text, "request TH-2026-00001") || strings.Contains(m.Text, "Anh/Chị") {
			t.Errorf("%s: told %q", action, m.Text)
		}
	}
	if m := words.FileNotKept(request.Request{Code: "TH-2026-00001", Foreign: true}, "vì"); !strings.HasPrefix(m.Text, "A file that you sent") {
		t.Errorf("told %q", m.Text)
	}
}
