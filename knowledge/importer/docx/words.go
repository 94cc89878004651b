package docx

import (
	"encoding/xml"
	"strings"

	"phatngon/knowledge/importer/paper"
)

func (w *wordReader) startParagraph() {
	w.number++
	w.para = &paper.Block{}
	w.para.At = w.at()
	w.style, w.list, w.level, w.plain, w.inRun, w.aligned = w.styles.standard, "", "", false, false, false
	w.words.Reset()
	w.words.WriteString(w.first)
	w.first, w.initial = "", false
	w.dropped = paper.Dropped{}
}

// startProperty reads what a paragraph, its words or its controls are set to.
func (w *wordReader) startProperty(t xml.StartElement) bool {
	switch t.Name.Local {
	case "pStyle":
		w.style = attribute(t, "val")
	case "rStyle":
		w.hint = attribute(t, "val") == "PlaceholderText"
		w.look = w.look.over(w.styles.named(attribute(t, "val")).look)
	case "jc":
		if w.para != nil {
			w.para.Centred = attribute(t, "val") == "center"
			w.aligned = true
		}
	case "framePr":
		w.initial = attribute(t, "dropCap") == "drop" || attribute(t, "dropCap") == "margin"
	case "numId":
		w.list = attribute(t, "val")
	case "ilvl":
		w.level = attribute(t, "val")
	case "sdt":
		w.controls = append(w.controls, false)
	case "showingPlcHdr":
		if n := len(w.controls); n > 0 {
			w.controls[n-1] = toggle(t) == "on"
		}
	case "headerReference":
		w.header(attribute(t, "type"), attribute(t, "id"))
	case "titlePg":
		w.titlePage = w.titlePage || w.sections == 0 && toggle(t) == "on"
	case "ins", "moveTo":
		w.note(paper.Tracked, "")
	default:
		if w.inRun {
			w.look.set(t)
		}
		return false
	}
	return true
}

func (w *wordReader) header(kind, id string) {
	if w.headers == nil {
		w.headers = map[string]string{}
	}
	if w.sections == 0 {
		w.headers[paper.Either(kind, "default")] = id
	}
}

// shown is the look of the words being read, with what styles say.
func (w *wordReader) shown() runLook {
	return w.look.over(w.styles.named(w.style).look).over(w.styles.defaults)
}

// write adds words to the line as a page shows them.
func (w *wordReader) write(text string) {
	if w.para == nil || text == "" {
		return
	}
	look := w.shown()
	switch {
	case look.hidden == "on":
		w.dropped.Add(paper.HiddenWords, text)
		return
	case w.inPlaceholder():
		w.dropped.Add(paper.Placeholder, text)
		return
	case look.struck == "on" || look.struckTwice == "on":
		w.dropped.Add(paper.StruckOut, text)
		return
	}
	if strings.TrimSpace(text) != "" {
		w.dropped.Apart()
		w.plain = w.plain || look.bold != "on"
		if look.white == "on" && look.ground != "on" {
			w.note(whiteWords, text)
		}
	}
	w.words.WriteString(w.set(text, look))
}

// whiteWords are taken: what lies behind them may make them seen.
var whiteWords = paper.DoubtKind{What: "chữ màu trắng đã đưa vào, người xem có thể không thấy", Check: "hãy đối chiếu với bản gốc và xóa nếu không công bố"}

// set is words in the letters that their look makes of them.
func (w *wordReader) set(text string, look runLook) string {
	text = w.readSigns(text, look.font)
	if look.capitals == "on" || look.small == "on" {
		text = strings.ToUpper(text)
	}
	ok, stands := true, look.vertical
	if stands == "" || stands == "baseline" {
		stands = look.raised
	}
	switch stands {
	case "superscript":
		text, ok = paper.Raised(text)
	case "subscript":
		text, ok = paper.Lowered(text)
	}
	if !ok {
		w.note(paper.Scripted, text)
	}
	return text
}

func (w *wordReader) inPlaceholder() bool {
	if w.hint {
		return true
	}
	for _, showing := range w.controls {
		if showing {
			return true
		}
	}
	return false
}

// endLine ends a line within the paragraph; empty ones are dropped.
func (w *wordReader) endLine() {
	if w.para == nil {
		return
	}
	if l := paper.OneLine(w.words.String()); l != "" {
		w.para.Lines = append(w.para.Lines, l)
		w.rows++
	}
	w.words.Reset()
}

func (w *wordReader) endParagraph() {
	if w.para == nil {
		return
	}
	if w.initial { // a large letter, of the paragraph that follows
		w.first, w.para = w.words.String(), nil
		return
	}
	w.endLine()
	w.dropped.Flush(&w.doubts, w.at())
	p := *w.para
	p.Mark = w.mark()
	w.para = nil
	if len(p.Lines) == 0 {
		if number := strings.TrimSpace(p.Mark); len(w.tables) > 0 && number != "" && number != "-" {
			w.intoCell([]string{number}) // rows that Word counts
		}
		w.flushNotes()
		return
	}
	p.Bold = !w.plain
	if !w.aligned {
		p.Centred = w.styles.named(w.style).jc == "center"
	}
	if len(w.tables) > 0 {
		p.Lines[0] = p.Mark + p.Lines[0]
		w.intoCell(p.Lines)
		return
	}
	w.blocks = append(w.blocks, p)
	w.flushNotes()
}

// mark counts the paragraph in its list: its own, or that of its style.
func (w *wordReader) mark() string {
	style := w.styles.named(w.style)
	if w.list == "" && style.list != "" {
		w.list, w.level = style.list, paper.Either(paper.Either(w.level, w.lists.levelOf(style.list, w.style)), style.level)
	}
	return w.lists.mark(w.list, w.level)
}
