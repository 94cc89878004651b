package importer

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"phatngon/knowledge/importer/ooxml"
	"phatngon/knowledge/importer/paper"
)

const wordXML = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>`

func docxOf(tb testing.TB, body string) []byte {
	return zipped(tb, map[string][]byte{"word/document.xml": fmt.Appendf(nil, wordXML, body)})
}

// locked is an archive whose entry says that it is encrypted.
func locked(tb testing.TB) []byte {
	tb.Helper()
	data := docxOf(tb, "")
	at := bytes.Index(data, []byte("PK\x01\x02")) // the central directory
	data[at+8] |= 1
	return data
}

// manyEntries is an archive of more parts than any document has.
func manyEntries(tb testing.TB) []byte {
	parts := map[string][]byte{}
	for i := range ooxml.MaxEntries + 1 {
		parts[fmt.Sprint("p", i)] = nil
	}
	return zipped(tb, parts)
}

// liar is an archive whose entry unpacks to more than it claims.
func liar(tb testing.TB) []byte {
	tb.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	w, err := z.CreateRaw(&zip.FileHeader{Name: "word/document.xml", Method: zip.Deflate, UncompressedSize64: 10, CompressedSize64: 100})
	if err != nil {
		tb.Fatal(err)
	}
	var packed bytes.Buffer
	fmt.Fprint(&packed, strings.Repeat("\x00", 100))
	if _, err := w.Write(packed.Bytes()); err != nil {
		tb.Fatal(err)
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// pdfOf is a PDF of one page with these contents and trailer.
func pdfOf(contents, trailer string) []byte {
	return fmt.Appendf(nil, "%%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]/Count 1>>endobj "+
		"3 0 obj<</Type/Page/Contents 4 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>>>endobj "+
		"4 0 obj<</Length %d>>stream\n%s\nendstream endobj 5 0 obj<</Type/Font/Subtype/Type1/Encoding/WinAnsiEncoding>>endobj "+
		"trailer<</Root 1 0 R%s>>", len(contents), contents, trailer)
}

// parted is an archive whose entries are each within the limits and together
// are not.
func parted(tb testing.TB) []byte {
	tb.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	packed := make([]byte, (ooxml.MaxUnzipped-1)/ooxml.MaxRatio+1)
	for _, name := range []string{"word/document.xml", "word/more.xml"} {
		w, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, UncompressedSize64: ooxml.MaxUnzipped - 1, CompressedSize64: uint64(len(packed))})
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write(packed); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// numbered repeats a piece with a count in it, so that it does not shrink like
// a bomb.
func numbered(piece string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, piece, i)
	}
	return b.String()
}

func TestFilesThatCannotBeReadSayWhatToDo(t *testing.T) {
	zeros := make([]byte, 60<<20)
	for _, test := range []struct {
		name, file string
		data       []byte
		want       string
	}{
		{"an empty file", "a.docx", nil, "Tệp rỗng"},
		{"a file over the limit", "a.pdf", make([]byte, MaxFile+1), "lớn hơn 20 MB"},
		{"a page over the limit", "a.html", make([]byte, paper.MaxPlain+1), "lớn hơn 5 MB"},
		{"a page of too many lines", "a.html", []byte(strings.Repeat("a<br>", paper.MaxLines+1)), "dài quá"},
		{"a table of too many cells", "a.html", []byte("<table>" + strings.Repeat("<td>", paper.MaxLines+1)), "dài quá"},
		{"an unknown kind", "a.exe", []byte("MZ"), "Chưa đọc được loại tệp"},
		{"no extension", "tep", []byte("x"), "Chưa đọc được loại tệp"},
		{"old Word", "a.doc", ooxml.Compound, "lưu lại dạng .docx"},
		{"DOCX with a password", "a.docx", ooxml.Compound, "mật khẩu"},
		{"XLSX with a password", "a.xlsx", ooxml.Compound, "mật khẩu"},
		{"an encrypted entry", "a.docx", locked(t), "mật khẩu"},
		{"no archive", "a.docx", []byte("PK\x03\x04 no"), "Tệp hỏng"},
		{"a workbook named DOCX", "a.docx", zipped(t, map[string][]byte{"xl/workbook.xml": []byte("<a/>")}), "Tệp hỏng"},
		{"broken XML", "a.docx", zipped(t, map[string][]byte{"word/document.xml": []byte("<w:p><w:t>a</w:p>&x;")}), "Tệp hỏng"},
		{"elements without end", "a.docx", docxOf(t, strings.Repeat("<w:p>", 600)), "Tệp hỏng"},
		{"a zip bomb", "a.docx", zipped(t, map[string][]byte{"word/document.xml": zeros}), "giải nén ra quá lớn"},
		{"a bomb beside the text", "a.docx", zipped(t, map[string][]byte{"word/document.xml": []byte("<a/>"), "x": zeros[:4<<20]}), "giải nén ra quá lớn"},
		{"a bomb in parts", "a.docx", parted(t), "giải nén ra quá lớn"},
		{"a bomb in a workbook", "a.xlsx", zipped(t, map[string][]byte{"xl/workbook.xml": zeros[:4<<20]}), "giải nén ra quá lớn"},
		{"too many entries", "a.docx", manyEntries(t), "giải nén ra quá lớn"},
		{"an entry larger than it claims", "a.docx", liar(t), "Tệp hỏng"},
		{"too many elements", "a.docx", docxOf(t, strings.Repeat("<w:r a='"+strings.Repeat("é", 30)+fmt.Sprint(1)+"'/>", ooxml.MaxTags/2)), "giải nén ra quá lớn"},
		{"an element without end", "a.docx", docxOf(t, "<w:p "+strings.Repeat("a='b' ", ooxml.MaxTag)+"/>"), "giải nén ra quá lớn"},
		{"fonts of before Unicode", "a.docx", docxOf(t, `<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>S¸ng</w:t></w:r></w:p>`), "phông chữ cũ"},
		{"too many paragraphs", "a.docx", docxOf(t, numbered("<w:p><w:r><w:t>%d</w:t></w:r></w:p>", paper.MaxLines+1)), "dài quá"},
		{"no PDF", "a.pdf", []byte("hello"), "Tệp hỏng"},
		{"PDF with a password", "a.pdf", pdfOf("BT /F 12 Tf (a) Tj ET", "/Encrypt 9 0 R"), "mật khẩu"},
		{"PDF of pictures", "a.pdf", pdfOf("q 595 0 0 842 0 0 cm Q", ""), "không có lớp chữ"},
		{"PDF of too many pages", "a.pdf", append(pdfOf("", ""), "2 0 obj<</Kids["+strings.Repeat("<<>> ", 300)+"]>>endobj"...), "quá lớn"},
		{"HTML without words", "a.html", []byte("<script>let a = 1</script>"), "không có phần chữ"},
		{"CSV of another encoding", "a.csv", []byte("Ti\xeau \xf0\xea,N\xf4i dung\n"), "UTF-8"},
		{"CSV with an open quote", "a.csv", []byte("Tiêu đề,Nội dung\n\"a,b\n"), "Dòng 2: dấu ngoặc kép"},
		{"CSV without headings", "a.csv", []byte("một,hai\n1,2\n"), "Không thấy hàng tiêu đề cột"},
		{"CSV with an unknown column", "a.csv", []byte("Tiêu đề,Nội dung,Màu\n"), "không có cột “Màu”"},
		{"CSV with a column twice", "a.csv", []byte("Tiêu đề,Nội dung,Trích yếu\n"), "hai lần"},
		{"CSV without the text's column", "a.csv", []byte("Tiêu đề,Đơn vị\n"), "thiếu cột"},
		{"no feed", "a.xml", []byte("<a><b></a>"), "không phải RSS"},
		{"a feed of too many entries", "a.rss", []byte("<rss><channel>" + strings.Repeat("<item><title>a</title></item>", 501) + "</channel></rss>"), "quá 500 mục"},
		{"a feed of far too many", "a.rss", []byte("<rss><channel>" + strings.Repeat("<item>&", 3000)), "quá 500 mục"},
		{"an empty feed", "a.rss", []byte("<rss><channel></channel></rss>"), "không có mục nào"},
		{"a feed of a billion laughs", "a.xml", []byte(`<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>`), "không phải RSS"},
	} {
		t.Run(test.name, func(t *testing.T) {
			drafts, err := Read(test.file, test.data, office)
			var unreadable *paper.Unreadable
			if !errors.As(err, &unreadable) || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %d drafts and %v, want an error with %q", len(drafts), err, test.want)
			}
		})
	}
}
