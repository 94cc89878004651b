package docx

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf8"

	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/importer/symbol"
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
		w.writeSign("-")
	case "sym":
		code, err := strconv.ParseUint(attribute(t, "char"), 16, 32)
		sign, ok := symbol.Of(attribute(t, "font"), rune(code))
		if err != nil || !ok {
			w.note(paper.NoSymbol, attribute(t, "font")+" "+attribute(t, "char"))
			sign = utf8.RuneError
		}
		w.writeSign(string(sign))
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

// writeSign writes a sign that is what it is in any font.
func (w *wordReader) writeSign(sign string) {
	font := w.look.font
	w.look.font = "none"
	w.write(sign)
	w.look.font = font
}

// readSigns reads words in a font of signs, and notes those in a font of
// before Unicode.
func (w *wordReader) readSigns(text, font string) string {
	if isOldFont(font) && !paper.Ascii(text) && !strings.ContainsFunc(text, func(r rune) bool { return r > 0xff }) {
		w.note(paper.OldFont, text)
	}
	if !symbol.IsFont(font) {
		return text
	}
	return strings.Map(func(r rune) rune {
		sign, ok := symbol.Typed(font, r)
		if !ok {
			w.note(paper.NoSymbol, font+" "+strconv.FormatInt(int64(r), 16))
			return utf8.RuneError
		}
		return sign
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
		w.writeSign("☒")
	case f.kind == "checkBox":
		w.writeSign("☐")
	}
}
