package bot

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

func quote(code, text string) answer.Quote {
	return answer.Quote{Statement: code, Version: 1, Quote: text, Text: text, Unit: "Sở Y tế", Spokesperson: "Nguyễn Văn A",
		Position: "Giám đốc Sở Y tế", IssuedAt: time.Date(2026, 11, 19, 20, 0, 0, 0, time.UTC), URL: "https://x.vn/s/" + code}
}

func TestAskText(t *testing.T) {
	historical := quote("PN-2021-1", "Ba.")
	historical.Historical, historical.Year = true, 2021
	elsewhere := quote("PN-2", "Bốn.")
	elsewhere.Unit = "Công an tỉnh Thanh Hóa"
	for _, c := range []struct {
		name   string
		answer answer.Answer
		want   string
	}{
		{"the unit is named once when the position names it, the date is the office's", answer.Answer{Quotes: []answer.Quote{quote("PN-1", "Một.")}},
			"Theo phát ngôn của Giám đốc Sở Y tế Nguyễn Văn A, ngày 20/11/2026:\n“Một.”\nNguồn: https://x.vn/s/PN-1"},
		{"two spans of a statement share one attribution", answer.Answer{Quotes: []answer.Quote{quote("PN-1", "Một."), quote("PN-1", "Hai.")}},
			"Theo phát ngôn của Giám đốc Sở Y tế Nguyễn Văn A, ngày 20/11/2026:\n“Một.”\n“Hai.”\nNguồn: https://x.vn/s/PN-1"},
		{"two statements are two cards, an old one with its banner", answer.Answer{Quotes: []answer.Quote{historical, elsewhere}},
			"Thông tin theo văn bản năm 2021; có thể đã thay đổi.\nTheo phát ngôn của Giám đốc Sở Y tế Nguyễn Văn A, ngày 20/11/2026:\n“Ba.”\nNguồn: https://x.vn/s/PN-2021-1\n\n" +
				"Theo phát ngôn của Giám đốc Sở Y tế Nguyễn Văn A, Công an tỉnh Thanh Hóa, ngày 20/11/2026:\n“Bốn.”\nNguồn: https://x.vn/s/PN-2"},
		{"a sample says that it is one", answer.Answer{Quotes: []answer.Quote{quote("MAU-1", "Một.")}},
			"Theo phát ngôn của Giám đốc Sở Y tế Nguyễn Văn A, ngày 20/11/2026:\n“Một.”\nNguồn: https://x.vn/s/MAU-1\nDữ liệu mẫu: không phải phát ngôn thật, không trích dẫn."},
		{"what is not covered is said", answer.Answer{Quotes: []answer.Quote{quote("PN-1", "Một.")}, Uncovered: []string{"tiền ăn", "“xe”"}},
			"Theo phát ngôn của Giám đốc Sở Y tế Nguyễn Văn A, ngày 20/11/2026:\n“Một.”\nNguồn: https://x.vn/s/PN-1\n\nChưa có phát ngôn chính thức về: tiền ăn; 'xe'."},
		{"no quote is no answer", answer.Answer{}, words.TextNothing},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, words.AskText(c.answer)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWhatIsQuotedIsShownWithoutMarks(t *testing.T) {
	one, two := quote("PN-1", "**Một** <LOD>, a < b"), quote("PN-1", "| Ngày | Nơi |\n|---|---|\n| 02/12 | Xã A |")
	one.Text, two.Text = "Một <LOD>, a < b", "Ngày · Nơi\n02/12 · Xã A"
	got := words.AskText(answer.Answer{Quotes: []answer.Quote{one, two}})
	if want := "“Một <LOD>, a < b”\n“Ngày · Nơi\n02/12 · Xã A”\nNguồn"; !strings.Contains(got, want) {
		t.Errorf("want %s in\n%s", want, got)
	}
}

func TestASignedAnswerIsShownWithoutMarks(t *testing.T) {
	r := request.NewRequest(request.NewRequestInput{Code: "TH-2026-00001", Question: "Hỏi?", Unit: "TH-YT"})
	r.Parts[0].State = request.Sent
	r.Parts[0].Approval = &request.Approval{Text: "## Kết quả\n**Đạt** <LOD>\n\n| Xã | Hộ |\n|---|---|\n| A | 12 |", Spokesperson: "Lê B", Position: "Giám đốc Sở Y tế"}
	got := words.RequestAnswered(r, 0, policy.Seed().At(time.Now()), "Sở Y tế", "https://x.vn").Text
	if want := "“Kết quả\nĐạt <LOD>\n\nXã · Hộ\nA · 12”"; !strings.Contains(got, want) {
		t.Errorf("want %s in\n%s", want, got)
	}
}

func TestLongQuotationIsCutAtASentence(t *testing.T) {
	for name, body := range map[string]string{
		"sentences":  strings.Repeat("Câu này dài vừa phải để lặp lại nhiều lần. ", 200),
		"one line":   strings.Repeat("chữ ", 3000),
		"one word":   strings.Repeat("ă", 9000),
		"after some": "Câu đầu. " + strings.Repeat("x", 9000),
	} {
		shown, cut := words.Quoted([]answer.Quote{quote("PN-1", "Mở đầu."), quote("PN-1", body)})
		if len(shown) > words.MaxQuoted+20 || cut != words.TextCut || !strings.HasPrefix(shown, "“Mở đầu.”") {
			t.Errorf("%s: %d bytes, cut %q", name, len(shown), cut)
		}
		shown, _ = words.Quoted([]answer.Quote{quote("PN-1", body)})
		span := strings.TrimSuffix(strings.TrimPrefix(shown, "“"), "”")
		if span == "" || !strings.Contains(body, span) || len(shown) > words.MaxQuoted+20 {
			t.Errorf("%s: what is left is not a span of the statement: %.40q", name, shown)
		}
	}
}

func TestPartialAnswerOffersTheRest(t *testing.T) {
	const question = "học phí bao nhiêu và tiền ăn bao nhiêu, tôi là phóng viên Báo X"
	for name, c := range map[string]struct {
		uncovered []string
		suggested string
		unit      string
		filed     string
	}{
		"the unit of its topic":              {[]string{"tiền ăn bán trú bao nhiêu"}, "TH-YT", "TH-GDDT", "tiền ăn bán trú bao nhiêu"},
		"no topic: whom the answer suggests": {[]string{"bao nhiêu một tháng"}, "TH-YT", "TH-YT", "bao nhiêu một tháng"},
		"nobody known":                       {[]string{"bao nhiêu một tháng"}, "", routing.ProvinceOffice, "bao nhiêu một tháng"},
		"two parts in one request":           {[]string{"tiền ăn bán trú bao nhiêu", "ai thu"}, "", "TH-GDDT", "tiền ăn bán trú bao nhiêu\nai thu"},
	} {
		t.Run(name, func(t *testing.T) {
			w := worldOf(fixedBase(t))
			turn := begin(w, chat.Conversation{ID: "oa:1", Greeted: true}, hear.Event{ID: "e1", Kind: hear.KindText, Text: question, At: w.Now})
			turn.Conv.Pending = &chat.Pending{Question: question}
			turn.card(answer.Answer{Status: answer.Partial, Quotes: []answer.Quote{quote("PN-1", "Một."), quote("PN-2", "Hai.")},
				Uncovered: c.uncovered, SuggestedUnit: c.suggested})
			d := turn.end()
			want := "Chưa có phát ngôn chính thức về: " + strings.Join(c.uncovered, "; ") + ".\nĐơn vị gợi ý: " + w.Units.Office(c.unit)
			if len(d.Said()) != 2 || !strings.Contains(d.Said()[1].Text, want) {
				t.Fatalf("want %q in %+v", want, d.Said())
			}
			filed := c.filed + "\nTrích từ câu hỏi: \"" + question + "\"\n" + words.NoteReporter
			d = Step(w, d.Conversation, hear.Event{ID: "e2", Kind: hear.KindText, Text: d.Said()[1].Buttons[0].Payload, At: w.Now})
			e, ok := d.First(effect.DoFile)
			if !ok || words.Lines(e.Filing.Question, words.Lines(e.Filing.Notes...)) != filed || e.Filing.Unit != c.unit {
				t.Errorf("filed %+v", e.Filing)
			}
		})
	}
}

func TestRequestAnswered(t *testing.T) {
	r := request.NewRequest(request.NewRequestInput{Code: "TH-2026-00001", Question: "Hỏi “một” việc?", Unit: "TH-YT", Requester: people.Requester{Kind: people.ReporterVerified}})
	r.Parts[0].State, r.Parts[0].Statement = request.Sent, "PN-9"
	r.Parts[0].Approval = &request.Approval{Text: "Câu trả lời.\n", Spokesperson: "Lê B", Position: "Giám đốc Sở Y tế", Officer: "o-1", At: time.Date(2026, 11, 25, 3, 0, 0, 0, time.UTC)}
	want := "Trả lời yêu cầu TH-2026-00001: \"Hỏi 'một' việc?\"\nTheo phát ngôn của Giám đốc Sở Y tế Lê B, ngày 25/11/2026:\n“Câu trả lời.”\nNguồn: https://x.vn/s/PN-9"
	if diff := cmp.Diff(want, words.RequestAnswered(r, 0, policy.Seed().At(time.Now()), "Sở Y tế", "https://x.vn").Text); diff != "" {
		t.Error(diff)
	}
	r.Parts[0].State, r.Parts[0].Refusal = request.Refused, &request.Refusal{Ground: "DT", Reason: "Đang điều tra.", Officer: "o-1"}
	got := words.RequestAnswered(r, 0, policy.Seed().At(time.Now()), "Sở Y tế", "https://x.vn").Text
	if !strings.Contains(got, "vì: Thông tin về vụ án đang được điều tra hoặc chưa xét xử – khoản 2 Điều 31 Luật Báo chí 126/2025/QH15. Lý do: Đang điều tra.") || strings.Contains(got, "o-1") {
		t.Errorf("refusal: %s", got)
	}
}

func TestStatementChanged(t *testing.T) {
	s := statement.Statement{Code: "PN-1", Title: "Học phí", IssuedAt: time.Date(2026, 9, 3, 0, 0, 0, 0, calendar.Zone), WithdrawalReason: "Sai số liệu."}
	for status, want := range map[statement.Status]string{
		statement.StatusWithdrawn:  "đã được thu hồi. Xin không tiếp tục sử dụng, trích dẫn. Lý do: Sai số liệu.",
		statement.StatusSuperseded: "đã được thay thế bằng phát ngôn mới. Xem tại: https://x.vn/s/PN-1",
		statement.StatusPublished:  "đã được sửa. Xin dùng bản hiện hành: https://x.vn/s/PN-1",
	} {
		s.Status = status
		if got := words.StatementChanged(s, statement.Statement{}, "Sở Giáo dục và Đào tạo", "https://x.vn").Text; !strings.Contains(got, want) || !strings.Contains(got, "Học phí (Sở Giáo dục và Đào tạo, ngày 03/09/2026)") {
			t.Errorf("%s: %s", status, got)
		}
	}
}

func TestTheNoticeOfASupersedingLeadsToTheNewStatement(t *testing.T) {
	at := time.Date(2026, 11, 20, 9, 0, 0, 0, calendar.Zone)
	old := statement.Statement{Code: "PN-1", Title: "Học phí", Status: statement.StatusSuperseded, IssuedAt: at.AddDate(0, -2, 0)}
	got := words.StatementChanged(old, statement.Statement{Code: "PN-2", Title: "Học phí mới", IssuedAt: at}, "Sở Giáo dục và Đào tạo", "https://x.vn")
	if want := "đã được thay thế bằng phát ngôn mới: Học phí mới (ngày 20/11/2026). Xem tại: https://x.vn/s/PN-2"; !strings.Contains(got.Text, want) {
		t.Errorf("want %s in\n%s", want, got.Text)
	}
	if got.Buttons[0].URL != "https://x.vn/s/PN-2" {
		t.Errorf("the button leads to %s", got.Buttons[0].URL)
	}
}
