package web

import "testing"

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
