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
	text := words.Receipt(r, rule, "Sở Y tế", effect.Filing{}).Text
	for _, want := range []string{"Your request TH-2026-00001 was sent to Sở Y tế.", "3 working days", "Your newsroom's deadline is noted: 18:00 23/11/2026", "Type the code"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q lacks %q", text, want)
		}
	}
	if strings.Contains(text, "Hạn xử lý") || strings.Contains(text, "Loại:") {
		t.Errorf("Vietnamese words in %q", text)
	}
}
