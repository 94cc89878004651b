package privacy_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"phatngon/internal/desk/privacy"
)

func TestTheTitleIsTheAnswersFirstSentence(t *testing.T) {
	long := strings.Repeat("xe khám lưu động tới bản ", 20)
	for answer, want := range map[string]string{
		"Xe khám lưu động tới bản Ón ngày 05/12/2026. Người dân mang theo thẻ.": "Xe khám lưu động tới bản Ón ngày 05/12/2026",
		"## Lịch tiêm chủng:\n- Trạm y tế xã":                                   "Lịch tiêm chủng",
		"**Sở Y tế** trả lời như sau:\n1. …":                                    "Sở Y tế trả lời như sau",
		"Kính gửi Anh/Chị,\n\nĐường ven biển thông xe trong quý I/2027!":        "Đường ven biển thông xe trong quý I/2027",
		"Chào bà Nguyễn Thị Hoa.\nHồ sơ được trả trong 12 ngày;":                "Hồ sơ được trả trong 12 ngày",
		"UBND TP. Thanh Hóa cũ đã dừng hoạt động. Hồ sơ chuyển về phường.":      "UBND TP. Thanh Hóa cũ đã dừng hoạt động",
		"Giá là 1.500.000 đồng (đã gồm thuế). Xin cảm ơn.":                      "Giá là 1.500.000 đồng (đã gồm thuế)",
		"  \n\n":                      "Đường ven biển",
		"…\n---":                      "Đường ven biển",
		long:                          cut(long),
		"Không.\n\xffSở đã nhận đơn.": "Sở đã nhận đơn",
		"1. Hồ sơ gồm đơn và bản vẽ.\n2. …":     "Hồ sơ gồm đơn và bản vẽ",
		"Gửi hồ sơ qua bưu điện trong 12 ngày.": "Gửi hồ sơ qua bưu điện trong 12 ngày",
	} {
		if got := privacy.Title(answer, "Đường ven biển"); got != want {
			t.Errorf("Title(%.60q) = %q, want %q", answer, got, want)
		}
	}
}

// cut is as many whole words as fit into 120 characters.
func cut(text string) string {
	title := ""
	for _, w := range strings.Fields(text) {
		if next := strings.TrimSpace(title + " " + w); utf8.RuneCountInString(next) <= 120 {
			title = next
			continue
		}
		break
	}
	return title
}

func FuzzTitle(f *testing.F) {
	f.Add("Xe khám. Ngày mai", "Lịch")
	f.Add(strings.Repeat("dài", 100), "")
	f.Add("Kính gửi\n…", "\xff")
	f.Fuzz(func(t *testing.T, answer, subject string) {
		got := privacy.Title(answer, subject)
		if n := utf8.RuneCountInString(got); n > 120 || !utf8.ValidString(got) || strings.ContainsAny(got, "\n\t") || got != strings.TrimSpace(got) {
			t.Errorf("Title(%q, %q) = %q", answer, subject, got)
		}
		if strings.TrimRight(got, ".,;:!?…–-") != got {
			t.Errorf("Title(%q, %q) = %q ends in punctuation", answer, subject, got)
		}
	})
}

// D1: a question with name, citizen-id, phone and illness must not become public by an
// unedited form: all of it is found, and the title is the answer's.
func TestNothingOfAPersonsQuestionBecomesThePublicTitle(t *testing.T) {
	const question = "Tôi là Nguyễn Thị Hoa, CCCD 038185001234, sđt 0912 345 678, tôi bị ung thư, có được miễn viện phí không?"
	const answer = "Người bệnh có thẻ bảo hiểm y tế được Quỹ chi trả theo mức hưởng trên thẻ. Thủ tục làm tại bệnh viện."
	kinds := map[privacy.Kind]bool{}
	for _, f := range privacy.Find(question) {
		kinds[f.Kind] = true
	}
	for _, kind := range []privacy.Kind{privacy.Name, privacy.CitizenID, privacy.Phone, privacy.Health} {
		if !kinds[kind] {
			t.Errorf("no %s found", kind)
		}
	}
	if title := privacy.Title(answer, ""); title != "Người bệnh có thẻ bảo hiểm y tế được Quỹ chi trả theo mức hưởng trên thẻ" || len(privacy.Find(title)) > 0 {
		t.Errorf("title %q", title)
	}
}
