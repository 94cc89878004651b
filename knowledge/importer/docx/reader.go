package docx

import (
	"encoding/xml"
	"strings"

	"phatngon/knowledge/importer/ooxml"
	"phatngon/knowledge/importer/paper"
)

// wordReader reads WordprocessingML (ECMA-376, Part 1, 17): paragraphs, lists
// and tables. Insertions are taken and deletions dropped; what is on paper and
// not in the text is noted.
type wordReader struct {
	file   *wordFile
	styles *styles
	lists  *lists
	blocks []paper.Block
	doubts paper.Doubts
	body   bool // the part is a document
	number int  // of the paragraph
	rows   int  // lines, rows and cells so far

	outside bool // the part is not the text: its paragraphs have no number

	para    *paper.Block    // being read
	words   strings.Builder // of its last line
	style   string          // of the paragraph
	list    string
	level   string
	look    runLook // of the words being read
	inRun   bool
	hint    bool // the words only tell what to write there
	aligned bool // the paragraph says itself where it stands
	plain   bool // the paragraph has words that are not bold
	dropped paper.Dropped
	initial bool   // the paragraph is the large first letter of the next
	first   string // that letter

	tables []*wordTable // open ones, outermost first
	inner  bool         // one of them stood in another
	ofRow  bool         // what a row is set to is being read

	skipped  int    // depth inside what is left out
	skipping string // the element that is left out
	boxed    int    // depth inside a text box
	inText   bool
	box      strings.Builder

	controls  []bool // open content controls; true shows a placeholder
	formulas  int    // open ones
	from      int    // where the formula began in words
	field     formField
	headers   map[string]string // relationship by type, of the first section
	titlePage bool
	sections  int

	notes   map[string][]paper.Block // by kind and id
	pending []paper.Block            // notes of the paragraph
	counted map[string]int           // notes so far, by kind
	noteID  string                   // being read
}

// skippedParts hold no words of the document's own text; mc:Fallback repeats
// what mc:Choice said.
var skippedParts = map[string]bool{
	"del": true, "moveFrom": true, "Fallback": true, "instrText": true, "delText": true, "delInstrText": true, "rt": true,
	"pict": true, "drawing": true, "object": true, "rPrChange": true, "pPrChange": true, "sectPrChange": true,
	"tblPrChange": true, "tblGridChange": true, "trPrChange": true, "tcPrChange": true, "numberingChange": true,
}

func (w *wordReader) read(data []byte) error {
	depth := 0
	return ooxml.Walk(data, func(token xml.Token) (err error) {
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > 500 {
				return paper.Damaged()
			}
			err = w.open(t)
		case xml.CharData:
			w.chars(string(t))
		case xml.EndElement:
			depth--
			w.close(t.Name.Local)
		}
		if err != nil {
			return err
		}
		if w.rows > paper.MaxLines {
			return paper.Refuse("Tài liệu dài quá %d dòng; hãy tách thành nhiều tệp.", paper.MaxLines)
		}
		return nil
	})
}

func (w *wordReader) open(t xml.StartElement) error {
	if w.skipped > 0 {
		w.skipped++
		w.lookInside(t)
		return nil
	}
	if skippedParts[t.Name.Local] {
		w.skipped, w.skipping = 1, t.Name.Local
		if w.skipping == "del" || w.skipping == "moveFrom" {
			w.note(paper.Tracked, "")
			w.deletesRow()
		}
		return nil
	}
	return w.start(t)
}

func (w *wordReader) close(name string) {
	if w.skipped > 0 {
		w.skipped--
		w.endInside(name)
		return
	}
	w.end(name)
}

func (w *wordReader) chars(text string) {
	switch {
	case !w.inText:
	case w.skipped == 0:
		w.write(text)
	case w.boxed > 0:
		w.box.WriteString(text)
	}
	if w.skipped == 1 && w.skipping == "instrText" && drawnField.MatchString(text) {
		w.note(paper.Formula, text)
	}
}

func (w *wordReader) start(t xml.StartElement) error {
	switch t.Name.Local {
	case "body":
		w.body = true
	case "p":
		w.startParagraph()
	case "r":
		w.look, w.inRun, w.hint = runLook{}, true, false
	case "t":
		w.inText = true
	case "altChunk":
		return w.chunk(attribute(t, "id"))
	default:
		if !w.startTable(t) && !w.startProperty(t) && !w.startFormula(t) {
			w.startSign(t)
		}
	}
	return nil
}

func (w *wordReader) end(name string) {
	switch name {
	case "t":
		w.inText = false
	case "r":
		w.inRun = false
	case "p":
		w.endParagraph()
	case "trPr":
		w.ofRow = false
	case "tr":
		w.endRow()
	case "tbl":
		w.endTable()
	case "sdt":
		w.controls = w.controls[:max(len(w.controls)-1, 0)]
	case "sectPr":
		w.sections++
	case "footnote", "endnote":
		w.endNote()
	default:
		w.endFormula(name)
		w.endField(name)
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

// at is the number of the paragraph being read, or next; 0 outside the text.
func (w *wordReader) at() int {
	switch {
	case w.outside:
		return 0
	case w.para == nil:
		return w.number + 1
	}
	return w.number
}

func (w *wordReader) note(kind paper.DoubtKind, words string) { w.doubts.Note(kind, w.at(), words) }
