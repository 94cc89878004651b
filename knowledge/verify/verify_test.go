package verify

import (
	"io/fs"
	"strings"
	"testing"

	"phatngon/knowledge/markdown"
	"phatngon/knowledge/samples"
	"phatngon/knowledge/statement"
)

func TestCheckQuote(t *testing.T) {
	const body = "Đoàn kiểm tra kết luận: cơ sở **không được phép** hoạt động từ ngày 01/12/2026.\n\n" +
		"- Thu hồi giấy phép số 12/GP;\n- Phạt 30.000.000 đồng.\n\n| Xã | Số hộ |\n|---|---|\n| Hoằng Tiến | 12 |\n\nViệc này do Sở Y tế theo dõi\nvà báo cáo."
	tests := []struct {
		name, quote string
		want        Verdict
		hit         string
	}{
		{"word for word", "cơ sở không được phép hoạt động", Verbatim, "cơ sở không được phép hoạt động"},
		{"with its markup, as the chat shows it", "cơ sở **không được phép** hoạt động", Verbatim, "cơ sở **không được phép** hoạt động"},
		{"in quotation marks", " “cơ sở không được phép hoạt động” ", Verbatim, "cơ sở không được phép hoạt động"},
		{"with other line breaks", "Sở Y tế\n theo dõi và   báo cáo.", Verbatim, "Sở Y tế theo dõi\nvà báo cáo."},
		{"across paragraphs", "từ ngày 01/12/2026. Thu hồi giấy phép", Verbatim, "từ ngày 01/12/2026.\nThu hồi giấy phép"},
		{"decomposed letters", "co\u031b so\u031b\u0309 kho\u0302ng đu\u031bo\u031b\u0323c phe\u0301p", Verbatim, "cơ sở không được phép"},
		{"a negation left out", "cơ sở được phép hoạt động", Absent, ""},
		{"a number changed", "Phạt 3.000.000 đồng.", Absent, ""},
		{"a number cut off", "Phạt 30.000.00", Absent, ""},
		{"a word cut in two", "ơ sở không được ph", Absent, ""},
		{"without diacritics", "co so khong duoc phep hoat dong", Altered, "cơ sở không được phép hoạt động"},
		{"in capitals", "CƠ SỞ KHÔNG ĐƯỢC PHÉP", Altered, "cơ sở không được phép"},
		{"without punctuation", "kết luận cơ sở không được", Altered, "kết luận: cơ sở không được"},
		{"a word of another place", "hoàn toàn không có ở đây", Absent, ""},
		{"too short to say", "được phép", TooShort, ""},
		{"only marks", "………………………………", TooShort, ""},
		{"only punctuation", "- - - - - - - - - -", Absent, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := CheckQuote(tt.quote, body)
			if got.Verdict != tt.want || got.Hit != tt.hit {
				t.Errorf("CheckQuote = %s %q, want %s %q", got.Verdict, got.Hit, tt.want, tt.hit)
			}
		})
	}
}

func TestWhatWasRetypedIsComparedAsItIsShown(t *testing.T) {
	const body = "Nhóm **<LOD>** gồm “12 hộ” từ 5 – 7 giờ; nhiệt độ là -5 độ, a < b.\n\n" +
		"Xem [quyết định **15/QĐ**](https://x.vn/15) ngày 01/12/2026…\n\n1. Phạt 30.000.000 đồng\n2. Không được mở lại\n\n" +
		"| Xã | Số hộ | Hạn |\n|---|---|---|\n| Hoằng Tiến | 12 | 31/12 |"
	for name, c := range map[string]struct {
		quote string
		want  Verdict
	}{
		"a sentence without its marks":   {"Nhóm <LOD> gồm “12 hộ” từ 5 – 7 giờ", Verbatim},
		"with other quotation marks":     {`Nhóm <LOD> gồm "12 hộ" từ 5 – 7 giờ`, Verbatim},
		"with another dash, less spaces": {"gồm '12 hộ' từ 5-7 giờ", Verbatim},
		"with spaces that do not break":  {"nhiệt\u00a0độ là −5\u202fđộ, a < b.", Verbatim},
		"a link as a page shows it":      {"Xem quyết định 15/QĐ ngày 01/12/2026...", Verbatim},
		"a link as the chat shows it":    {"Xem quyết định 15/QĐ (https://x.vn/15) ngày 01/12/2026", Verbatim},
		"a link as it was written":       {"Xem [quyết định **15/QĐ**](https://x.vn/15) ngày", Verbatim},
		"a list as a page shows it":      {"Phạt 30.000.000 đồng\nKhông được mở lại", Verbatim},
		"a list as the chat shows it":    {"1. Phạt 30.000.000 đồng\n2. Không được mở lại", Verbatim},
		"a row as the chat shows it":     {"Hoằng Tiến · 12 · 31/12", Verbatim},
		"a row copied from a page":       {"Hoằng Tiến\t12\t31/12", Verbatim},
		"a row as it was written":        {"| Hoằng Tiến | 12 | 31/12 |", Verbatim},
		"another tag":                    {"Nhóm <LOQ> gồm “12 hộ” từ 5", Absent},
		"another range":                  {"gồm “12 hộ” từ 5 – 8 giờ", Absent},
		"a sign left out":                {"nhiệt độ là 5 độ, a < b", Altered},
		"a sign cut off":                 {"5 độ, a < b.", Altered},
		"a number cut at its point":      {"không Phạt 30.000", Absent},
		"and no more of it":              {"01/12/2026… Phạt 30.000", Altered},
		"the end of a number":            {"000.000 đồng", Altered},
		"a negation left out":            {"đồng 2. Được mở lại", Absent},
		"a number of the list changed":   {"3. Không được mở lại", Absent},
		"less for more":                  {"là -5 độ, a > b.", Altered},
	} {
		t.Run(name, func(t *testing.T) {
			if got := CheckQuote(c.quote, body); got.Verdict != c.want {
				t.Errorf("CheckQuote(%q) = %+v, want %s", c.quote, got, c.want)
			}
		})
	}
}

// Every sentence that is shown verifies, by the chat and by the page.
func TestEverySampleVerifiesAsShown(t *testing.T) {
	samples := samples.Files()
	names, err := fs.Glob(samples, "*.md")
	if err != nil || len(names) < 50 {
		t.Fatalf("%d samples: %v", len(names), err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(samples, name)
		if err != nil {
			t.Fatal(err)
		}
		st, problems := statement.ParseStatement(name, data, func(string) bool { return true })
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		shown := markdown.Read(st.Body)
		for _, text := range []string{shown.Text(), shown.Words(), st.Body} {
			for line := range strings.Lines(text) {
				dashes := strings.Trim(line, "|-: \n") == "" // under the head of a table
				if got := CheckQuote(line, st.Body); got.Verdict != Verbatim && got.Verdict != TooShort && !dashes {
					t.Errorf("%s: %q is %s", st.Code, line, got.Verdict)
				}
			}
		}
	}
}

func TestCheckQuoteShowsTheWholeParagraph(t *testing.T) {
	got := CheckQuote("được phép hoạt động", "Lời mở đầu.\n\nCơ sở không được phép hoạt động nữa.\n\nLời kết.")
	want := QuoteCheck{Verbatim, "Cơ sở không ", "được phép hoạt động", " nữa."}
	if got != want {
		t.Errorf("CheckQuote = %+v, want %+v", got, want)
	}
}

func FuzzCheckQuote(f *testing.F) {
	f.Add("được phép hoạt động", "Cơ sở không được phép hoạt động.")
	f.Add("İİİİİİİİİİİİİ", "i̇i̇i̇i̇i̇i̇i̇i̇i̇i̇i̇i̇i̇i̇i̇")
	f.Fuzz(func(t *testing.T, quote, body string) {
		got := CheckQuote(quote, body)
		if (got.Hit != "") != (got.Verdict == Verbatim || got.Verdict == Altered) {
			t.Errorf("CheckQuote(%q, %q) = %+v", quote, body, got)
		}
	})
}
