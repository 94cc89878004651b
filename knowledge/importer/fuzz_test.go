package importer

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/metrics"
	"strings"
	"testing"
	"unicode/utf8"

	"phatngon/knowledge/importer/letter"
	"phatngon/knowledge/importer/ooxml"
	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/statement"
)

// holds checks what is true of every file: it is refused in words, or gives
// drafts that are text and no larger than what they were read from allows. The
// reader below Read is called, so that a panic of ours is seen.
func holds(t *testing.T, extension string, data []byte) {
	t.Helper()
	r := &letter.Reader{Name: "f" + extension, Options: office}
	before := allocated()
	err := read(r, extension, data)
	if n := allocated() - before; n > mostAllocated {
		t.Fatalf("%d bytes of a file made reading allocate %d", len(data), n)
	}
	var unreadable *paper.Unreadable
	if err != nil && !errors.As(err, &unreadable) {
		t.Fatalf("an error that is not for people: %v", err)
	}
	if err != nil {
		return
	}
	for i := range r.Drafts {
		r.Finish(&r.Drafts[i])
		s := r.Drafts[i].Statement
		if s.Status != statement.StatusDraft || !utf8.ValidString(s.Body) || len(s.Body) > letter.MaxBody || strings.ContainsRune(s.Body, 0) {
			t.Fatalf("status %s, body of %d bytes", s.Status, len(s.Body))
		}
		complete := s.Title != "" && s.Unit != "" && s.Spokesperson != "" && s.Audience != ""
		if len(r.Drafts[i].Problems) == 0 && !complete {
			t.Fatalf("nothing is said to be missing from %+v", s)
		}
	}
}

// mostAllocated bounds the work on one file by no clock: all that reading it may
// allocate, kept or not, in bytes.
const mostAllocated = 300 << 20

func allocated() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// addFailing gives the files that offices brought to a fuzzer.
func addFailing(f *testing.F, pattern string) {
	f.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "failing", pattern))
	if err != nil || len(files) == 0 {
		f.Fatalf("%d files, %v", len(files), err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		if len(data) < 8<<10 { // longer ones are changed too slowly
			f.Add(data)
		}
	}
}

func FuzzDOCX(f *testing.F) {
	for _, paper := range []string{"cong-van.docx", "thong-cao.docx"} {
		z, err := ooxml.Open(paperOf(f, paper))
		if err != nil {
			f.Fatal(err)
		}
		body, err := ooxml.Part(z, "word/document.xml")
		if err != nil {
			f.Fatal(err)
		}
		lists, err := ooxml.Part(z, "word/numbering.xml")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(body, lists)
	}
	f.Fuzz(func(t *testing.T, body, lists []byte) {
		holds(t, ".docx", zipped(t, map[string][]byte{"word/document.xml": body, "word/numbering.xml": lists}))
	})
}

// FuzzWord changes what a document says of its look and its notes.
func FuzzWord(f *testing.F) {
	f.Add([]byte(para(`<w:pStyle w:val="Muc"/>`, runOf("<w:strike/>", "a")+`<w:r><w:footnoteReference w:id="2"/><w:sym w:font="Symbol" w:char="F0A3"/></w:r>`)+
		"<w:tbl><w:tr>"+cellOf(`<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>`, "b")+"</w:tr><w:tr>"+cellOf("<w:vMerge/>", "")+cellOf("<w:hMerge/>", "c")+"</w:tr></w:tbl>"),
		[]byte(stylesXML), []byte(`<w:footnotes><w:footnote w:id="2">`+word("c")+`</w:footnote></w:footnotes>`))
	f.Fuzz(func(t *testing.T, body, styles, notes []byte) {
		holds(t, ".docx", zipped(t, map[string][]byte{
			"word/document.xml": fmt.Appendf(nil, wordXML, body), "word/numbering.xml": fmt.Appendf(nil, numberingXML), "word/styles.xml": styles, "word/footnotes.xml": notes,
		}))
	})
}

func FuzzArchive(f *testing.F) {
	f.Add(paperOf(f, "thong-cao.docx"))
	addFailing(f, "d*.docx")
	f.Add(locked(f))
	f.Add(liar(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		holds(t, ".docx", data)
	})
}

func FuzzXLSX(f *testing.F) {
	f.Add([]byte(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Điện</t></is></c><c r="B2"><v>46346.5</v></c></row></sheetData></worksheet>`),
		[]byte(`<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Tiêu đề</t></si><si><r><t>Nội </t></r><r><t>dung</t></r></si></sst>`))
	base := map[string][]byte{}
	z, err := ooxml.Open(workbook(f, [][]any{headings}))
	if err != nil {
		f.Fatal(err)
	}
	for _, entry := range z.File {
		if base[entry.Name], err = ooxml.Part(z, entry.Name); err != nil {
			f.Fatal(err)
		}
	}
	f.Fuzz(func(t *testing.T, sheet, strings []byte) {
		parts := map[string][]byte{}
		for name, data := range base {
			parts[name] = data
		}
		parts["xl/worksheets/sheet1.xml"], parts["xl/sharedStrings.xml"] = sheet, strings
		holds(t, ".xlsx", zipped(t, parts))
	})
}

func FuzzPDF(f *testing.F) {
	f.Add([]byte("BT /F 12 Tf 100 700 Td (So: 1/TB) Tj 200 0 Td (b) Tj 0 -14 Td (c) Tj ET"))
	f.Add([]byte("BT /F 12 Tf 1 0 0 1 50 50 Tm [(a) -5000 (b)] TJ T* (1) Tj ET q 0 0 0 0 0 0 cm Q"))
	f.Fuzz(func(t *testing.T, contents []byte) {
		holds(t, ".pdf", pdfOf(string(contents), ""))
	})
}

func FuzzHTML(f *testing.F) {
	f.Add(paperOf(f, "thong-bao.html"))
	f.Add(paperOf(f, "bai-viet.html"))
	f.Add(letterOf(joined(letterhead, heading, words, signature1)...))
	addFailing(f, "*.html")
	f.Fuzz(func(t *testing.T, data []byte) { holds(t, ".html", data) })
}

func FuzzCSV(f *testing.F) {
	f.Add(paperOf(f, "phat-ngon.csv"))
	f.Add([]byte("\xff\xfet\x00i\x00"))
	addFailing(f, "*.csv")
	f.Fuzz(func(t *testing.T, data []byte) { holds(t, ".csv", data) })
}

func FuzzFeed(f *testing.F) {
	f.Add(paperOf(f, "nguon-tin.xml"))
	f.Add(paperOf(f, "nguon-tin.atom"))
	addFailing(f, "*.xml")
	f.Fuzz(func(t *testing.T, data []byte) { holds(t, ".xml", data) })
}
