package importer

import (
	"strings"
	"testing"

	"phatngon/knowledge/importer/layout"
	"phatngon/knowledge/importer/letter"
	"phatngon/knowledge/importer/pdf"
)

func TestWhatAPageDoesIsSaidBesideTheDraft(t *testing.T) {
	drawn := []pdf.Glyph{{Text: "a"}}
	for name, test := range map[string]struct {
		page pdf.Page
		want string
	}{
		"a part that cannot be read":       {pdf.Page{Lost: true}, "Trang 2 có phần hỏng hoặc nén theo kiểu chưa đọc được"},
		"a scan with a signature alone":    {pdf.Page{Glyphs: drawn, Pictures: .6}, "chữ duy nhất là của chữ ký số"},
		"a picture over most of a page":    {pdf.Page{Glyphs: drawn, Images: true, Pictures: .6}, "chữ trong ảnh không đọc được nên có thể thiếu"},
		"a picture beside the words":       {pdf.Page{Glyphs: drawn, Images: true, Pictures: .1}, "Trang 2 có ảnh; chữ trong ảnh (nếu có)"},
		"a watermark":                      {pdf.Page{Slanted: "BẢN SAO"}, "có chữ chéo (dấu chìm), không đưa vào: “BẢN SAO”"},
		"glyphs that another text denies":  {pdf.Page{Doubted: true}, "khác với chữ mà tệp ghi để thay thế (ActualText)"},
		"a field whose value is not drawn": {pdf.Page{Values: []string{"9.450"}}, "ô biểu mẫu mà giá trị không được vẽ hoặc vẽ khác: “9.450”"},
		"a note or a file on the page":     {pdf.Page{Comments: 1}, "ghi chú hoặc tệp gắn trên trang không đưa vào"},
	} {
		t.Run(name, func(t *testing.T) {
			page := &layout.Page{Page: test.page, Number: 2}
			if page.Images { // the lines of a scan that has more than a signature
				page.Lines = []layout.Line{{}}
			}
			var d letter.Draft
			tell(&letter.Reader{}, &d, pdf.File{}, []*layout.Page{page})
			if got := problemAt(d, "body"); !strings.Contains(got, test.want) {
				t.Errorf("said %q, want %q", got, test.want)
			}
		})
	}
}
