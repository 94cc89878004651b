package verify

import (
	"strings"
	"testing"
)

const dam = "Thông tin hồ Cửa Đạt bị vỡ đập lan truyền trên mạng xã hội là không đúng. Hồ Cửa Đạt vận hành an toàn, mực nước thấp hơn mực nước cho phép 2,1 m."
const power = "Ngày 25/11/2026, từ 07 giờ đến 16 giờ, ngừng cấp điện tại xã Cẩm Thủy và xã Cẩm Thạch để thay đường dây. Hộ dân không phải đóng thêm khoản nào; mức bồi thường là 30.000.000 đồng, bằng 12% kinh phí."

// sentencesOf is how these texts are taken apart.
func sentencesOf(body string) []Span {
	var all []Span
	start := 0
	for i := range body {
		if strings.HasPrefix(body[i:], ". ") || i == len(body)-1 {
			all = append(all, Span{start, i + 1})
			start = i + 2
		}
	}
	return all
}

func TestBesideMarksWhatWasChanged(t *testing.T) {
	for name, c := range map[string]struct {
		body, pasted string
		kind         ChangeKind // "" for none
		official     string
		changed      string
	}{
		"word for word":                     {dam, "Hồ Cửa Đạt vận hành an toàn, mực nước thấp hơn mực nước cho phép 2,1 m.", "", "", ""},
		"other punctuation and capitals":    {dam, "HỒ CỬA ĐẠT vận hành an toàn – mực nước thấp hơn mực nước cho phép 2,1 m", "", "", ""},
		"two sentences":                     {dam, dam, "", "", ""},
		"without diacritics":                {dam, "ho cua dat van hanh an toan, muc nuoc thap hon muc nuoc cho phep 2,1 m", "", "", ""},
		"decomposed letters":                {dam, "Hô\u0300 Cửa Đạt vận hành an toàn, mực nước thấp hơn mực nước cho phép 2,1 m", "", "", ""},
		"what copying leaves behind":        {dam, "Hồ\u200b Cửa\ufeff Đạt vận\u00a0hành an toàn, mực nước thấp hơn mực nước cho phép 2,1 m", "", "", ""},
		"another keyboard's Đ":              {dam, "Hồ Cửa Ðạt vận hành an toàn, mực nước thấp hơn mực nước cho phép 2,1 m", "", "", ""},
		"a date in words":                   {power, "ngày 25 tháng 11 năm 2026 từ 7 giờ đến 16 giờ, ngừng cấp điện tại xã Cẩm Thủy và xã Cẩm Thạch để thay đường dây", "", "", ""},
		"a number":                          {power, "Hộ dân không phải đóng thêm khoản nào; mức bồi thường là 3.000.000 đồng, bằng 12% kinh phí.", ChangedNumber, "30.000.000", "3.000.000"},
		"a share":                           {power, "Hộ dân không phải đóng thêm khoản nào; mức bồi thường là 30.000.000 đồng, bằng 12 kinh phí.", ChangedNumber, "%", ""},
		"a decimal":                         {dam, "Hồ Cửa Đạt vận hành an toàn, mực nước thấp hơn mực nước cho phép 21 m.", ChangedNumber, "2,1", "21"},
		"a date":                            {power, "Ngày 26/11/2026, từ 07 giờ đến 16 giờ, ngừng cấp điện tại xã Cẩm Thủy và xã Cẩm Thạch để thay đường dây", ChangedDate, "25/11/2026", "26/11/2026"},
		"a date, written otherwise":         {power, "ngày 25 tháng 12 năm 2026, từ 07 giờ đến 16 giờ, ngừng cấp điện tại xã Cẩm Thủy và xã Cẩm Thạch để thay đường dây", ChangedDate, "25/11/2026", "25 tháng 12 năm 2026"},
		"an hour":                           {power, "Ngày 25/11/2026, từ 07 giờ đến 18 giờ, ngừng cấp điện tại xã Cẩm Thủy và xã Cẩm Thạch để thay đường dây", ChangedNumber, "16", "18"},
		"a place":                           {power, "Ngày 25/11/2026, từ 07 giờ đến 16 giờ, ngừng cấp điện tại xã Cẩm Thủy và xã Cẩm Tú để thay đường dây", ChangedName, "Thạch", "Tú"},
		"a place, without diacritics":       {power, "ngay 25/11/2026, tu 07 gio den 16 gio, ngung cap dien tai xa cam thuy va xa cam tu de thay duong day", ChangedName, "Thạch", "tu"},
		"a negation left out":               {power, "Hộ dân phải đóng thêm khoản nào; mức bồi thường là 30.000.000 đồng, bằng 12% kinh phí.", ChangedNegation, "không", ""},
		"a negation left out, no marks":     {power, "ho dan phai dong them khoan nao; muc boi thuong la 30.000.000 dong, bang 12% kinh phi", ChangedNegation, "không", ""},
		"a negation put in":                 {dam, "Hồ Cửa Đạt vận hành không an toàn, mực nước thấp hơn mực nước cho phép 2,1 m.", ChangedNegation, "", "không"},
		"the sentence cut before its end":   {dam, "Thông tin hồ Cửa Đạt bị vỡ đập lan truyền trên mạng xã hội", ChangedNegation, "là không đúng", ""},
		"the sentence cut at both ends":     {dam, "hồ Cửa Đạt bị vỡ đập lan truyền trên mạng xã hội là không", ChangedWords, "Thông tin", ""},
		"another word":                      {dam, "Hồ Cửa Đạt vận hành an toàn, mực nước cao hơn mực nước cho phép 2,1 m.", ChangedWords, "thấp", "cao"},
		"other diacritics":                  {dam, "Hồ Cửa Đạt vận hành an toàn, mực nước thấp hơn mực nước chờ phép 2,1 m.", ChangedWords, "cho", "chờ"},
		"a letter that only looks the same": {dam, "Hồ Cửa Đạt vận hành аn toàn, mực nước thấp hơn mực nước cho phép 2,1 m.", ChangedLetters, "an", "an"},
		"struck out by hidden marks":        {power, "Hộ dân k\u0336h\u0336ông phải đóng thêm khoản nào; mức bồi thường là 30.000.000 đồng, bằng 12% kinh phí.", ChangedLetters, "không", "không"},
		"turned round by hidden signs":      {dam, "Hồ Cửa Đạt vận hành an toàn, mực nước thấp hơn mực nước cho phép \u202e2,1\u202c m.", ChangedLetters, "2,1", "2,1"},
		"wide digits":                       {dam, "Hồ Cửa Đạt vận hành an toàn, mực nước thấp hơn mực nước cho phép ２,1 m.", ChangedLetters, "2,1", "2,1"},
		"a sentence put in at the end":      {dam, dam + " Bà con xã Vạn Xuân sơ tán trước 18 giờ.", ChangedNumber, "", "Bà con xã Vạn Xuân sơ tán trước 18 giờ"},
	} {
		t.Run(name, func(t *testing.T) {
			p := ReadPasted(c.pasted)
			got, ok := Beside(p, c.body, sentencesOf(c.body))
			if !ok {
				t.Fatal("they share nothing")
			}
			if c.kind == "" {
				if len(got.Changes) > 0 {
					t.Fatalf("changes: %+v", got.Changes)
				}
				return
			}
			if len(got.Changes) == 0 {
				t.Fatal("no change found")
			}
			first := got.Changes[0]
			official, changed := c.body[first.Official.Start:first.Official.End], p.Text[first.Pasted.Start:first.Pasted.End]
			if first.Kind != c.kind || official != c.official || changed != c.changed {
				t.Errorf("%s %q for %q; want %s %q for %q", first.Kind, changed, official, c.kind, c.changed, c.official)
			}
		})
	}
}

func TestBesideFindsNothingInAnotherMatter(t *testing.T) {
	for _, pasted := range []string{"", "?", "Học phí năm học này bao nhiêu một tháng", "xã hội", strings.Repeat("không ", 3000)} {
		if got, ok := Beside(ReadPasted(pasted), dam, sentencesOf(dam)); ok && got.Likeness() > 0.3 {
			t.Errorf("%.30q is like the statement: %+v", pasted, got)
		}
	}
}

func TestWhatWasTypedWithoutDiacriticsIsSaidToBe(t *testing.T) {
	got, _ := Beside(ReadPasted("ho cua dat van hanh an toan muc nuoc thap hon muc nuoc cho phep 2,1 m"), dam, sentencesOf(dam))
	if !got.Unmarked || got.Same != got.Words || got.Ours != got.Words {
		t.Errorf("%+v", got)
	}
}

func TestHiddenSignsPushNothingOutOfWhatIsCompared(t *testing.T) {
	p := ReadPasted("Hồ Cửa Đạt vận hành an toàn. " + strings.Repeat("\u200b", 6000) + "Mỗi hộ nộp 500.000 đồng.")
	if p.Cut || !strings.HasSuffix(p.Text, "500.000 đồng.") {
		t.Errorf("cut %v, the end is %q", p.Cut, p.Text[len(p.Text)-20:])
	}
}

func FuzzBeside(f *testing.F) {
	f.Add("Hồ Cửa Đạt vận hành", dam)
	f.Add("1/2/3 ngày 4 tháng 5 năm 6", power)
	f.Add("\u202e12% \u0336", "| a | -5 |")
	f.Fuzz(func(t *testing.T, pasted, body string) {
		p := ReadPasted(pasted)
		got, ok := Beside(p, body, []Span{{0, len(body)}})
		if !ok {
			return
		}
		at := 0
		for _, c := range got.Changes {
			if c.Official.Start < at || c.Official.End < c.Official.Start || c.Official.End > len(body) || c.Pasted.End > len(p.Text) {
				t.Fatalf("change %+v of %+v", c, got)
			}
			at = c.Official.End
			_, _ = body[c.Official.Start:c.Official.End], p.Text[c.Pasted.Start:c.Pasted.End]
		}
		if len(got.Changes) == 0 && got.Same != got.Words {
			t.Errorf("word for word, but %+v", got)
		}
	})
}
