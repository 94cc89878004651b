package web

import (
	"io/fs"
	"strings"
	"testing"

	"phatngon/knowledge"
	"phatngon/knowledge/markdown"
)

func TestCheckQuote(t *testing.T) {
	const body = "Đoàn kiểm tra kết luận: cơ sở **không được phép** hoạt động từ ngày 01/12/2026.\n\n" +
		"- Thu hồi giấy phép số 12/GP;\n- Phạt 30.000.000 đồng.\n\n| Xã | Số hộ |\n|---|---|\n| Hoằng Tiến | 12 |\n\nViệc này do Sở Y tế theo dõi\nvà báo cáo."
	tests := []struct {
		name, quote string
		want        verdict
		hit         string
	}{
		{"word for word", "cơ sở không được phép hoạt động", verbatim, "cơ sở không được phép hoạt động"},
		{"with its markup, as the chat shows it", "cơ sở **không được phép** hoạt động", verbatim, "cơ sở **không được phép** hoạt động"},
		{"in quotation marks", " “cơ sở không được phép hoạt động” ", verbatim, "cơ sở không được phép hoạt động"},
		{"with other line breaks", "Sở Y tế\n theo dõi và   báo cáo.", verbatim, "Sở Y tế theo dõi\nvà báo cáo."},
		{"across paragraphs", "từ ngày 01/12/2026. Thu hồi giấy phép", verbatim, "từ ngày 01/12/2026.\nThu hồi giấy phép"},
		{"decomposed letters", "co\u031b so\u031b\u0309 kho\u0302ng đu\u031bo\u031b\u0323c phe\u0301p", verbatim, "cơ sở không được phép"},
		{"a negation left out", "cơ sở được phép hoạt động", absent, ""},
		{"a number changed", "Phạt 3.000.000 đồng.", absent, ""},
		{"a number cut off", "Phạt 30.000.00", absent, ""},
		{"a word cut in two", "ơ sở không được ph", absent, ""},
		{"without diacritics", "co so khong duoc phep hoat dong", altered, "cơ sở không được phép hoạt động"},
		{"in capitals", "CƠ SỞ KHÔNG ĐƯỢC PHÉP", altered, "cơ sở không được phép"},
		{"without punctuation", "kết luận cơ sở không được", altered, "kết luận: cơ sở không được"},
		{"a word of another place", "hoàn toàn không có ở đây", absent, ""},
		{"too short to say", "được phép", tooShort, ""},
		{"only marks", "………………………………", tooShort, ""},
		{"only punctuation", "- - - - - - - - - -", absent, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := checkQuote(tt.quote, body)
			if got.Verdict != tt.want || got.Hit != tt.hit {
				t.Errorf("checkQuote = %s %q, want %s %q", got.Verdict, got.Hit, tt.want, tt.hit)
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
		want  verdict
	}{
		"a sentence without its marks":   {"Nhóm <LOD> gồm “12 hộ” từ 5 – 7 giờ", verbatim},
		"with other quotation marks":     {`Nhóm <LOD> gồm "12 hộ" từ 5 – 7 giờ`, verbatim},
		"with another dash, less spaces": {"gồm '12 hộ' từ 5-7 giờ", verbatim},
		"with spaces that do not break":  {"nhiệt\u00a0độ là −5\u202fđộ, a < b.", verbatim},
		"a link as a page shows it":      {"Xem quyết định 15/QĐ ngày 01/12/2026...", verbatim},
		"a link as the chat shows it":    {"Xem quyết định 15/QĐ (https://x.vn/15) ngày 01/12/2026", verbatim},
		"a link as it was written":       {"Xem [quyết định **15/QĐ**](https://x.vn/15) ngày", verbatim},
		"a list as a page shows it":      {"Phạt 30.000.000 đồng\nKhông được mở lại", verbatim},
		"a list as the chat shows it":    {"1. Phạt 30.000.000 đồng\n2. Không được mở lại", verbatim},
		"a row as the chat shows it":     {"Hoằng Tiến · 12 · 31/12", verbatim},
		"a row copied from a page":       {"Hoằng Tiến\t12\t31/12", verbatim},
		"a row as it was written":        {"| Hoằng Tiến | 12 | 31/12 |", verbatim},
		"another tag":                    {"Nhóm <LOQ> gồm “12 hộ” từ 5", absent},
		"another range":                  {"gồm “12 hộ” từ 5 – 8 giờ", absent},
		"a sign left out":                {"nhiệt độ là 5 độ, a < b", altered},
		"a sign cut off":                 {"5 độ, a < b.", altered},
		"a number cut at its point":      {"không Phạt 30.000", absent},
		"and no more of it":              {"01/12/2026… Phạt 30.000", altered},
		"the end of a number":            {"000.000 đồng", altered},
		"a negation left out":            {"đồng 2. Được mở lại", absent},
		"a number of the list changed":   {"3. Không được mở lại", absent},
		"less for more":                  {"là -5 độ, a > b.", altered},
	} {
		t.Run(name, func(t *testing.T) {
			if got := checkQuote(c.quote, body); got.Verdict != c.want {
				t.Errorf("checkQuote(%q) = %+v, want %s", c.quote, got, c.want)
			}
		})
	}
}

// Every sentence that is shown verifies, by the chat and by the page.
func TestEverySampleVerifiesAsShown(t *testing.T) {
	samples := knowledge.SampleStatements()
	names, err := fs.Glob(samples, "*.md")
	if err != nil || len(names) < 50 {
		t.Fatalf("%d samples: %v", len(names), err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(samples, name)
		if err != nil {
			t.Fatal(err)
		}
		st, problems := knowledge.ParseStatement(name, data, func(string) bool { return true })
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		shown := markdown.Read(st.Body)
		for _, text := range []string{shown.Text(), shown.Words(), st.Body} {
			for line := range strings.Lines(text) {
				dashes := strings.Trim(line, "|-: \n") == "" // under the head of a table
				if got := checkQuote(line, st.Body); got.Verdict != verbatim && got.Verdict != tooShort && !dashes {
					t.Errorf("%s: %q is %s", st.Code, line, got.Verdict)
				}
			}
		}
	}
}

func TestCheckQuoteShowsTheWholeParagraph(t *testing.T) {
	got := checkQuote("được phép hoạt động", "Lời mở đầu.\n\nCơ sở không được phép hoạt động nữa.\n\nLời kết.")
	want := quoteCheck{verbatim, "Cơ sở không ", "được phép hoạt động", " nữa."}
	if got != want {
		t.Errorf("checkQuote = %+v, want %+v", got, want)
	}
}

func FuzzCheckQuote(f *testing.F) {
	f.Add("được phép hoạt động", "Cơ sở không được phép hoạt động.")
	f.Add("İİİİİİİİİİİİİ", "i̇i̇i̇i̇i̇i̇i̇i̇i̇i̇i̇i̇i̇i̇i̇")
	f.Fuzz(func(t *testing.T, quote, body string) {
		got := checkQuote(quote, body)
		if (got.Hit != "") != (got.Verdict == verbatim || got.Verdict == altered) {
			t.Errorf("checkQuote(%q, %q) = %+v", quote, body, got)
		}
	})
}
