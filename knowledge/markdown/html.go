package markdown

import (
	"html"
	"strconv"
	"strings"
)

// HTML is d for a page: no tag of the body is a tag of the page, no image is
// loaded, a link leads to http, https or mailto, and numbers of a list are those
// that were written.
func (d Doc) HTML() string {
	w := &htmlWriter{body: d.body}
	for _, b := range d.blocks {
		w.block(b)
	}
	w.table("")
	w.lists(func(list) bool { return false })
	return w.String()
}

type list struct {
	tag    string
	indent int
}

type htmlWriter struct {
	strings.Builder
	body string
	open []list // the outermost first; the last item of each is open
	part string // of the table that is open: "thead", "tbody" or ""
}

func (w *htmlWriter) block(b block) {
	switch b.kind {
	case headRow:
		w.row(b, "thead", "th")
		return
	case row:
		w.row(b, "tbody", "td")
		return
	}
	w.table("")
	if tag := listOf(b.mark.of(w.body)); b.kind == item && tag != "" {
		w.item(b, tag)
		return
	}
	w.lists(func(l list) bool { return l.indent+2 <= b.indent && b.kind != heading })
	switch b.kind {
	case rule:
		w.WriteString("<hr>\n")
	case heading:
		w.element("h"+strconv.Itoa(b.level), b)
	default:
		w.element("p", b)
	}
}

func (w *htmlWriter) element(tag string, b block) {
	w.WriteString("<" + tag + ">")
	if b.kind == item && !b.mark.empty() {
		w.WriteString(html.EscapeString(b.mark.of(w.body)) + " ")
	}
	w.runs(b.cells[0])
	w.WriteString("</" + tag + ">\n")
}

// listOf is the list whose own marks say the same as mark; "a)", "1)" and "01."
// are in none and stay words.
func listOf(mark string) string {
	number, dotted := strings.CutSuffix(mark, ".")
	if n, err := strconv.Atoi(number); dotted && err == nil && strconv.Itoa(n) == number {
		return "ol"
	}
	if mark != "" && strings.Contains("-*+•–", mark) {
		return "ul"
	}
	return ""
}

func (w *htmlWriter) item(b block, tag string) {
	w.lists(func(l list) bool { return l.indent < b.indent || l.indent == b.indent && l.tag == tag })
	last := len(w.open) - 1
	beside := last >= 0 && b.indent < w.open[last].indent+2
	if beside && w.open[last].tag != tag {
		w.close()
		beside = false
	}
	if beside {
		w.WriteString("</li>\n")
	} else {
		w.open = append(w.open, list{tag, b.indent})
		w.WriteString("<" + tag + ">\n")
	}
	w.WriteString("<li")
	if tag == "ol" {
		w.WriteString(` value="` + strings.TrimSuffix(b.mark.of(w.body), ".") + `"`)
	}
	w.WriteString(">")
	w.runs(b.cells[0])
}

// lists closes the innermost lists that are not to be kept.
func (w *htmlWriter) lists(keep func(list) bool) {
	for len(w.open) > 0 && !keep(w.open[len(w.open)-1]) {
		w.close()
	}
}

func (w *htmlWriter) close() {
	last := len(w.open) - 1
	w.WriteString("</li>\n</" + w.open[last].tag + ">\n")
	w.open = w.open[:last]
}

func (w *htmlWriter) row(b block, part, cell string) {
	w.lists(func(list) bool { return false })
	if part == "thead" {
		w.table("")
	}
	w.table(part)
	w.WriteString("<tr>")
	for _, runs := range b.cells {
		w.WriteString("<" + cell + ">")
		w.runs(runs)
		w.WriteString("</" + cell + ">")
	}
	w.WriteString("</tr>\n")
}

// table moves to a part of a table, or out of it.
func (w *htmlWriter) table(part string) {
	if w.part == part {
		return
	}
	if w.part != "" {
		w.WriteString("</" + w.part + ">\n")
	}
	switch {
	case part == "":
		w.WriteString("</table>\n")
	case w.part == "":
		w.WriteString("<table>\n")
	}
	if part != "" {
		w.WriteString("<" + part + ">\n")
	}
	w.part = part
}
