package docx

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode"

	"phatngon/knowledge/importer/paper"
)

// startSign reads what stands among the words and is none.
func (w *wordReader) startSign(t xml.StartElement) {
	switch t.Name.Local {
	case "tab", "ptab":
		if w.inRun {
			w.write("\t")
		}
	case "br", "cr":
		if attribute(t, "type") != "page" {
			w.endLine()
		}
	case "noBreakHyphen":
		w.write("-")
	case "sym":
		sign, ok := paper.Symbol(attribute(t, "font"), paper.SymbolCode(attribute(t, "char")))
		if !ok {
			w.note(paper.NoSymbol, attribute(t, "font")+" "+attribute(t, "char"))
		}
		w.write(sign)
	case "footnoteReference", "endnoteReference":
		w.refer(strings.TrimSuffix(t.Name.Local, "Reference"), attribute(t, "id"))
	case "footnote", "endnote":
		w.startNote(t)
	case "commentReference":
		w.note(paper.Commented, "")
	case "subDoc":
		w.note(paper.Attached, "")
	default:
		w.field.start(t)
	}
}

// readSigns reads words in a font of signs, and notes those in a font of
// before Unicode.
func (w *wordReader) readSigns(text, font string) string {
	_, signs := paper.SymbolFonts[strings.ToLower(font)]
	if isOldFont(font) && !paper.Ascii(text) && !strings.ContainsFunc(text, func(r rune) bool { return r > 0xff }) {
		w.note(paper.OldFont, text)
	}
	if !signs {
		return text
	}
	return strings.Map(func(r rune) rune {
		if !unicode.Is(unicode.Co, r) {
			return r
		}
		sign, ok := paper.Symbol(font, r)
		if !ok {
			w.note(paper.NoSymbol, font+" "+strconv.FormatInt(int64(r), 16))
		}
		return []rune(sign)[0]
	}, text)
}

// formField is a box or a list of a form of before content controls.
type formField struct {
	kind    string // "checkBox", "ddList"
	checked bool
	result  int
	entries []string
}

func (f *formField) start(t xml.StartElement) {
	value := attribute(t, "val")
	switch {
	case t.Name.Local == "checkBox" || t.Name.Local == "ddList":
		*f = formField{kind: t.Name.Local}
	case f.kind == "checkBox" && (t.Name.Local == "default" || t.Name.Local == "checked"):
		f.checked = toggle(t) == "on"
	case f.kind == "ddList" && t.Name.Local == "result":
		f.result, _ = strconv.Atoi(value)
	case f.kind == "ddList" && t.Name.Local == "listEntry":
		f.entries = append(f.entries, value)
	}
}

// endField writes what a page shows of a box or a list.
func (w *wordReader) endField(name string) {
	f := w.field
	if name != f.kind || name == "" {
		return
	}
	w.field = formField{}
	switch {
	case f.kind == "ddList" && f.result >= 0 && f.result < len(f.entries):
		w.write(f.entries[f.result])
	case f.kind == "checkBox" && f.checked:
		w.write("☒")
	case f.kind == "checkBox":
		w.write("☐")
	}
}
