package check

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"phatngon/internal/desk/channels"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/samples"
	"phatngon/knowledge/statement"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, statement.Vietnam)

func published(code, body string) statement.Statement {
	return statement.Statement{Code: code, Version: 1, Status: statement.StatusPublished, Audience: statement.AudiencePublic, Title: "Thông tin " + code, Body: body, Unit: "TH-YT",
		Spokesperson: "Hoàng Văn Ký", Position: "Giám đốc Sở Y tế", SpokespersonKind: "A", Form: statement.FormPosting, IssuedAt: noon.AddDate(0, 0, -1), UpdatedAt: noon.AddDate(0, 0, -1)}
}

func worldOf(all ...statement.Statement) World {
	base := answer.NewBase(answer.Options{PublicURL: "https://phatngon.example.vn"})
	base.Replace(all)
	return World{Base: base, Channels: channels.Of(nil), Audience: statement.AudiencePublic, Now: noon, PublicURL: "https://phatngon.example.vn"}
}

func office(code string) string { return code }

func TestAStatementThatOnlyNamesADocumentDoesNotVouchForIt(t *testing.T) {
	denial := "Sở Y tế không ban hành văn bản số 777/SYT-XX về thu phí tiêm chủng. Người dân không nộp tiền theo văn bản này."
	w := worldOf(published("PN-1", denial))
	for _, text := range []string{"777/SYT-XX", "văn bản 777/syt-xx có thật không", "777/SYT-XX: mỗi hộ dân phải nộp một triệu đồng tiền tiêm chủng trước ngày 30/11 nếu không sẽ bị cắt điện nước và phạt nặng"} {
		f := Of(w, text)
		said := f.Text(office, w.PublicURL)
		if f.Outcome != Unseen || !strings.Contains(said, "chưa thấy văn bản số 777/SYT-XX") || !strings.Contains(said, "Sở Y tế không ban hành văn bản số 777/SYT-XX") {
			t.Errorf("%q is %s: %s", text, f.Outcome, said)
		}
	}
	cited := published("KL-TG-2026-00001", "Về tin có nội dung: Đập vỡ – kết luận: TIN GIẢ.\n\nHồ an toàn theo văn bản số 12/TB-SNN.")
	cited.Title = "Kết luận về tin “Đập vỡ”: TIN GIẢ"
	if f := Of(worldOf(cited), "12/TB-SNN"); f.Outcome != Unseen {
		t.Errorf("a document that a conclusion rests on is %s", f.Outcome)
	}
}

// A card is short enough for a message (words.MaxQuoted); what is found beside it must not
// push it over the border of one.
func TestTheOfficialWordsStandWholeInOneMessage(t *testing.T) {
	var long strings.Builder
	for i := range 9 {
		fmt.Fprintf(&long, "Trong đợt %d, trạm y tế xã tiêm chủng miễn phí cho %d trẻ em dưới 5 tuổi tại nhà văn hóa thôn vào buổi sáng; ", i+1, 100+i)
	}
	official := strings.TrimSuffix(long.String(), "; ") + "."
	w := worldOf(published("PN-1", official))
	f := Of(w, strings.NewReplacer("miễn phí", "có thu phí", "101", "999", "104", "888", "buổi sáng", "buổi tối").Replace(official))
	all := f.Messages(office, w.PublicURL)
	if f.Outcome != Changed || len(all) != 2 {
		t.Fatalf("%s in %d messages", f.Outcome, len(all))
	}
	for _, m := range all {
		if utf8.RuneCountInString(m) > 1900 {
			t.Errorf("a message of %d characters", utf8.RuneCountInString(m))
		}
	}
	if card := all[1]; !strings.Contains(card, "Hoàng Văn Ký") || strings.Count(card, "“") != strings.Count(card, "”") {
		t.Errorf("the official words stand as %q", card)
	}
	short := Of(w, "trạm y tế xã tiêm chủng miễn phí cho 100 trẻ em dưới 5 tuổi")
	if got := len(short.Messages(office, w.PublicURL)); got > 2 {
		t.Errorf("%d messages", got)
	}
}

// BenchmarkAPaste is a pasted text of 3,000 characters beside the samples and 10,000
// statements more.
func BenchmarkAPaste(b *testing.B) {
	all, err := samples.Statements()
	if err != nil {
		b.Fatal(err)
	}
	var own strings.Builder
	for i := range all {
		all[i].Status, all[i].Version, all[i].UpdatedAt = statement.StatusPublished, 1, all[i].IssuedAt
		if own.Len() < 12_000 {
			own.WriteString(all[i].Body + "\n")
		}
	}
	n := len(all)
	for i := range 10_000 {
		s := all[i%n]
		s.Code = fmt.Sprintf("PN-2025-%05d", i)
		s.Body = strings.NewReplacer("xã", fmt.Sprintf("xã số %d", i%166), "ngày 1", fmt.Sprintf("ngày %d", 1+i%28)).Replace(s.Body)
		all = append(all, s)
	}
	w := worldOf(all...)
	text := string([]rune(own.String())[:3000])
	b.ResetTimer()
	for range b.N {
		Of(w, text)
	}
}
