package document

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"

	"phatngon/knowledge"
)

// oldFonts are fonts of before Unicode: the letters in the file are not the
// letters on paper.
var oldFonts = regexp.MustCompile(`w:(?:ascii|hAnsi)="(?:\.Vn|VNI-)[^"]*"`)

func (r *reader) readDOCX(data []byte) error {
	z, err := openArchive(data)
	if err != nil {
		return err
	}
	body, err := part(z, "word/document.xml")
	if err != nil {
		return err
	}
	if body == nil {
		return damaged()
	}
	if oldFonts.Match(body) {
		return refuse("Tài liệu dùng phông chữ cũ (.VnTime, VNI); hãy chuyển sang Unicode (Times New Roman) rồi nhập lại.")
	}
	numbering, err := part(z, "word/numbering.xml")
	if err != nil {
		return err
	}
	w := &wordReader{lists: parseLists(numbering)}
	if err := w.read(body); err != nil {
		return err
	}
	d := r.add(&paper{place: "đoạn", blocks: w.blocks, form: knowledge.FormDocument})
	if w.boxes {
		r.problem(d, "body", 1, "Tài liệu có khung chữ (text box) không đọc được; hãy đối chiếu nội dung với bản gốc.")
	}
	return nil
}

// wordReader reads WordprocessingML (ECMA-376, Part 1, 17): paragraphs, lists
// and tables. Insertions are taken, deletions dropped, text boxes, notes and
// fields' codes left out.
type wordReader struct {
	blocks  []block
	lists   *lists
	para    *block          // being read
	words   strings.Builder // of its last line
	number  int             // of the paragraph
	tables  []*block        // open tables, outermost first
	styled  runStyle
	skipped int // depth inside what is left out
	boxes   bool
	rows    int // lines, rows and cells so far
}

type runStyle struct {
	list, level  string
	allBold, any bool
	runBold      bool
}

// skippedParts hold no words of the document's own text; mc:Fallback repeats
// what mc:Choice said.
var skippedParts = map[string]bool{
	"del": true, "moveFrom": true, "txbxContent": true, "Fallback": true, "instrText": true, "delText": true,
	"footnoteReference": true, "pict": true, "drawing": true, "object": true, "sectPr": true, "rPrChange": true, "pPrChange": true,
}

func (w *wordReader) read(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	depth := 0
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return damaged()
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > 500 {
				return damaged()
			}
			w.boxes = w.boxes || t.Name.Local == "txbxContent"
			if w.skipped > 0 || skippedParts[t.Name.Local] {
				w.skipped++
				continue
			}
			if err := w.start(t, d); err != nil {
				return err
			}
			if t.Name.Local == "t" {
				depth-- // read to its end
			}
		case xml.EndElement:
			depth--
			if w.skipped > 0 {
				w.skipped--
				continue
			}
			w.end(t.Name.Local)
		}
		if w.rows > maxLines {
			return refuse("Tài liệu dài quá %d dòng; hãy tách thành nhiều tệp.", maxLines)
		}
	}
}

func (w *wordReader) start(t xml.StartElement, d *xml.Decoder) error {
	switch t.Name.Local {
	case "tbl":
		w.tables = append(w.tables, &block{at: w.number + 1})
	case "tr":
		w.row()
	case "tc":
		w.cell()
	case "p":
		w.number++
		w.para, w.styled = &block{at: w.number}, runStyle{allBold: true}
		w.words.Reset()
	case "r":
		w.styled.runBold = false
	case "b":
		w.styled.runBold = attribute(t, "val") != "0" && attribute(t, "val") != "false"
	case "jc":
		if w.para != nil {
			w.para.centred = attribute(t, "val") == "center"
		}
	case "numId":
		w.styled.list = attribute(t, "val")
	case "ilvl":
		w.styled.level = attribute(t, "val")
	case "t":
		return w.text(d)
	case "tab":
		w.write("\t")
	case "br", "cr":
		if w.para != nil && attribute(t, "type") != "page" {
			w.endLine()
		}
	case "noBreakHyphen":
		w.write("-")
	}
	return nil
}

// text reads <w:t> up to its end.
func (w *wordReader) text(d *xml.Decoder) error {
	for {
		token, err := d.RawToken()
		if err != nil {
			return damaged()
		}
		switch t := token.(type) {
		case xml.CharData:
			w.write(string(t))
		case xml.EndElement:
			return nil
		case xml.StartElement:
			return damaged()
		}
	}
}

func (w *wordReader) write(text string) {
	if w.para == nil || text == "" {
		return
	}
	w.words.WriteString(text)
	if text != "\t" {
		w.styled.any = true
		w.styled.allBold = w.styled.allBold && w.styled.runBold
	}
}

func attribute(t xml.StartElement, local string) string {
	for _, a := range t.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}

func (w *wordReader) end(name string) {
	switch name {
	case "p":
		w.endParagraph()
	case "tbl":
		w.endTable()
	}
}

// endLine ends a line within the paragraph; empty ones are dropped.
func (w *wordReader) endLine() {
	if l := oneLine(w.words.String()); l != "" {
		w.para.lines = append(w.para.lines, l)
		w.rows++
	}
	w.words.Reset()
}

func (w *wordReader) endParagraph() {
	if w.para == nil {
		return
	}
	w.endLine()
	p := *w.para
	w.para = nil
	if len(p.lines) == 0 {
		return
	}
	p.bold = w.styled.any && w.styled.allBold
	p.mark = w.lists.mark(w.styled.list, w.styled.level)
	if n := len(w.tables); n > 0 {
		p.lines[0] = p.mark + p.lines[0]
		w.intoCell(p.lines)
		return
	}
	w.blocks = append(w.blocks, p)
}
