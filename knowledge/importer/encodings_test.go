package importer

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"
)

func TestEncodingsThatAPageSays(t *testing.T) {
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("<p>" + waterFirst + "</p>")
	if err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct{ page, want string }{
		"UTF-16":                    {utf16, waterFirst},
		"windows-1258":              {`<meta charset="windows-1258"><p>` + "\xd0a\xde c\xe2\xecp n\xfd\xf5\xecc" + `</p>`, "Đã cấp nước"},
		"UTF-8 that says otherwise": {`<meta charset="iso-8859-1"><p>` + waterFirst + `</p>`, waterFirst},
		"a mark of UTF-8":           {"\ufeff<p>" + waterFirst + "</p>", waterFirst},
	} {
		drafts, err := Read("a.html", []byte(test.page), office)
		if err != nil || drafts[0].Statement.Body != test.want {
			t.Errorf("%s: read %+v, %v", name, drafts, err)
		}
	}
}

func TestAStatementFileWithDamagedLettersIsSaid(t *testing.T) {
	drafts, err := Read("a.md", []byte("---\ntitle: Cấp nước\n---\nMột dòng.\nTõ ngµy mai c¸c tr¹m.\n"), office)
	if err != nil || !strings.Contains(problemAt(drafts[0], "body"), "Dòng 5: có chữ viết bằng phông chữ cũ") {
		t.Errorf("read %+v, %v", drafts, err)
	}
}

func TestALetterheadInTheHeaderOfTheFirstPage(t *testing.T) {
	head := "<w:hdr>" + word("UBND TỈNH THANH HÓA", "SỞ Y TẾ", "Số: 7/TB-SYT", "Thanh Hóa, ngày 02 tháng 3 năm 2026") + "</w:hdr>"
	body := para("<w:jc w:val=\"center\"/>", runOf("<w:b/>", "THÔNG BÁO")) + para("<w:jc w:val=\"center\"/>", runOf("<w:b/>", "Lịch tiêm chủng")) + word(words...) +
		`<w:sectPr><w:headerReference w:type="default" r:id="id-header2.xml"/><w:headerReference w:type="first" r:id="id-header1.xml"/><w:titlePg/></w:sectPr>`
	drafts, err := Read("a.docx", wordFileOf(t, body, map[string]string{"header1.xml": head, "header2.xml": "<w:hdr>" + word("2") + "</w:hdr>"}), office)
	if err != nil {
		t.Fatal(err)
	}
	s := drafts[0].Statement
	if s.Unit != "TH-YT" || s.DocumentNo != "7/TB-SYT" || s.Title != "Lịch tiêm chủng" || s.Body != strings.Join(words, "\n\n") || problemAt(drafts[0], "body") != "" {
		t.Errorf("read %+v, said %q", s, problemAt(drafts[0], "body"))
	}
}
