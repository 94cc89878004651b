package webpage

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"phatngon/knowledge/importer/paper"
)

// begin does what an element does where it begins. A part of the page gives
// its place in parts, from 1.
func (h *htmlReader) begin(t html.Token) int {
	if breaksParagraph[t.Data] {
		h.endParagraph()
	}
	switch t.Data {
	case "meta":
		h.meta(t)
	case "link":
		if value(t, "rel") == "canonical" && h.p.Url == "" {
			h.p.Url = WebAddress(value(t, "href"))
		}
	case "br":
		h.endLine()
	case "q":
		h.write("“")
	case "img":
		h.image(t)
	case "input":
		h.box(t)
	case "ul", "ol":
		h.list = append(h.list[:min(len(h.list), 32)], newHTMLList(t))
		h.counts(t)
	case "li":
		h.item(t)
	case "h1", "h2", "h3", "h4", "h5", "h6":
		h.level = int(t.Data[1] - '0')
	case "math":
		h.formula.Reset()
	case "table", "tr", "td", "th":
		h.beginTable(t)
	}
	return h.beginPart(t)
}

// finish does what an element does where it ends.
func (h *htmlReader) finish(e element) {
	if breaksParagraph[e.tag] {
		h.endParagraph()
	}
	switch e.tag {
	case "q":
		h.write("”")
	case "ul", "ol":
		h.list = h.list[:max(len(h.list)-1, 0)]
	case "h1", "h2", "h3", "h4", "h5", "h6":
		h.level = 0
	case "math":
		h.p.Doubts.Note(paper.Formula, len(h.p.Blocks)+1, h.formula.String())
	case "table":
		h.endTable()
	}
	if e.part > 0 {
		h.endParagraph()
		h.parts[e.part-1].until = len(h.p.Blocks)
	}
}

func (h *htmlReader) meta(t html.Token) {
	content := paper.OneLine(value(t, "content"))
	switch key := value(t, "property") + value(t, "name") + value(t, "itemprop"); key {
	case "og:title":
		h.titles[0] = content
	case "og:url":
		h.p.Url = WebAddress(content)
	case "article:published_time", "datePublished", "pubdate":
		if at, ok := paper.PublishedAt(content); ok {
			h.p.Issued = at
		}
	}
}

// image notes a picture; small ones are signs and spacers.
func (h *htmlReader) image(t html.Token) {
	for _, side := range []string{"width", "height"} {
		if n, err := strconv.Atoi(strings.TrimSuffix(value(t, side), "px")); err == nil && n <= 48 {
			return
		}
	}
	h.seenNot = append(h.seenNot, pictured{paper.Picture, len(h.p.Blocks), ""})
}

var (
	formBox   = paper.DoubtKind{What: "có ô nhập liệu, chữ trong ô không đưa vào", Check: "hãy đối chiếu với trang gốc"}
	countDown = paper.DoubtKind{What: "danh sách đánh số từ lớn xuống nhỏ, đã ghi từ nhỏ đến lớn", Check: "hãy sửa số theo trang gốc"}
)

// box is a box to tick; what stands in others is only told of.
func (h *htmlReader) box(t html.Token) {
	switch kind := value(t, "type"); kind {
	case "checkbox", "radio":
	case "", "text", "number", "date", "tel", "email", "url":
		if isFixed(t) && kind != "number" && kind != "date" {
			h.write(value(t, "value"))
		} else if value(t, "value") != "" {
			h.seenNot = append(h.seenNot, pictured{formBox, len(h.p.Blocks), ""})
		}
		return
	default:
		return
	}
	for _, a := range t.Attr {
		if a.Key == "checked" {
			h.write("☒ ")
			return
		}
	}
	h.write("☐ ")
}

// isFixed reports whether nobody can change what stands in a box.
func isFixed(t html.Token) bool {
	for _, a := range t.Attr {
		if a.Key == "readonly" || a.Key == "disabled" {
			return true
		}
	}
	return false
}

// counts notes a list that counts down.
func (h *htmlReader) counts(t html.Token) {
	for _, a := range t.Attr {
		if a.Key == "reversed" && t.Data == "ol" {
			h.p.Doubts.Note(countDown, len(h.p.Blocks)+1, "")
		}
	}
}

// htmlList is an open list and how far it has counted.
type htmlList struct {
	format string // "" for bullets, "none"
	next   int
}

// listFormats are the numberings of a list by its type or its style.
var listFormats = map[string]string{
	"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
	"lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
	"lower-roman": "lowerRoman", "upper-roman": "upperRoman", "decimal": "decimal", "decimal-leading-zero": "decimalZero", "none": "none",
	"disc": "", "circle": "", "square": "",
}

func newHTMLList(t html.Token) htmlList {
	l := htmlList{next: 1}
	if t.Data == "ol" {
		l.format = "decimal"
	}
	if n, err := strconv.Atoi(value(t, "start")); err == nil && t.Data == "ol" {
		l.next = min(max(n, 0), 9999)
	}
	style := value(t, "style")
	if at := strings.Index(style, "list-style"); at >= 0 {
		_, style, _ = strings.Cut(style[at:], ":")
		style, _, _ = strings.Cut(style, ";")
	} else {
		style = value(t, "type")
	}
	if format, ok := listFormats[strings.TrimSpace(style)]; ok {
		l.format = format
	}
	return l
}

// item begins a list item; its mark waits for the first words.
func (h *htmlReader) item(t html.Token) {
	n := len(h.list)
	if n == 0 {
		h.mark = "- "
		return
	}
	l := &h.list[n-1]
	if v, err := strconv.Atoi(value(t, "value")); err == nil {
		l.next = min(max(v, 0), 9999)
	}
	indent := strings.Repeat("  ", n-1)
	switch l.format {
	case "":
		h.mark = indent + "- "
	case "none":
		h.mark = ""
	default:
		h.mark = indent + paper.Numeral(l.format, l.next) + ". "
	}
	l.next++
}
