package importer

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"phatngon/knowledge/importer/pdf"
)

// pdfPage is a page on the way to blocks, with what is to be said of it.
type pdfPage struct {
	pdf.Page
	number  int
	lines   []pdfLine
	notes   []block // footnotes, in order
	heads   []string
	stamp   []string // of a signature
	over    string   // what is written over something else
	columns bool
}

func newPDFPage(page pdf.Page, number int) *pdfPage {
	p := &pdfPage{Page: page, number: number, lines: pageLines(page)}
	if scan(page) && page.Machine == 0 && signatureOnly(p.lines) {
		p.lines = nil
	}
	p.over = overText(p.lines)
	p.stamps()
	p.lines = greetingApart(p.lines)
	return p
}

// scan reports whether a page is a picture of one.
func scan(page pdf.Page) bool { return page.Pictures > 0.5 }

// signatureText is what programs that sign write on a page.
var signatureText = regexp.MustCompile(`(?i)^(?:(?:được )?ký (?:số )?bởi|người ký|ngày ký|thời gian ký|giờ ký|thời điểm ký|cơ quan|tổ chức|đơn vị|chức vụ|email|e-mail|lý do|địa điểm|vị trí|số sê-?ri|chữ ký|đã ký số|signature|signed|digitally signed|signing|reason|location|date|subject|serial|dn:|cn=|o=|st=|c=|valid|signed by)(?:[\s:=.,]|$)`)

func ofSignature(l pdfLine) bool { return signatureText.MatchString(lineText(l)) }

// signatureOnly reports whether lines are too few for a text, and some of them
// those of a signature; names stand on lines of their own.
func signatureOnly(lines []pdfLine) bool {
	runes, sure := 0, false
	for _, l := range lines {
		runes += utf8.RuneCountInString(lineText(l))
		sure = sure || ofSignature(l) && stampMark.MatchString(lineText(l))
	}
	return sure && len(lines) <= 12 && runes < 400
}

// signed reports whether all the text of the page is that of a signature.
func (p *pdfPage) signed() bool { return len(p.lines) == 0 && len(p.Glyphs) > 0 && scan(p.Page) }

// stampMark is what a program that signs cannot do without.
var stampMark = regexp.MustCompile(`(?i)(?:^|\s)(?:ký|signed|signature)(?:[\s:]|$)`)

// stamps takes the small lines that programs write when they sign out of the
// text; they may stand between and over the lines of it.
func (p *pdfPage) stamps() {
	body := bodySize(p.lines)
	var kept, group []pdfLine
	flush := func() {
		if stamped(group) {
			for _, l := range group {
				p.stamp = append(p.stamp, lineText(l))
			}
		} else {
			kept = append(kept, group...)
		}
		group = nil
	}
	for _, l := range p.lines {
		if l.size >= 0.86*body {
			kept = append(kept, l)
			continue
		}
		if n := len(group); n > 0 && !group[n-1].below(l) {
			flush()
		}
		group = append(group, l)
	}
	flush()
	slices.SortStableFunc(kept, func(a, b pdfLine) int { return cmp.Compare(b.y, a.y) })
	p.lines = kept
}

// below reports whether a line is set like this one, right below it.
func (l pdfLine) below(next pdfLine) bool {
	beside := next.left() > l.right() || next.right() < l.left()
	return l.y-next.y < 2*l.size && !beside && next.size > 0.9*l.size && next.size < 1.1*l.size
}

// stamped reports whether lines are those of a signature, most of them by what
// they begin with.
func stamped(lines []pdfLine) bool {
	own, sure := 0, false
	for _, l := range lines {
		if ofSignature(l) {
			own++
			sure = sure || stampMark.MatchString(lineText(l))
		}
	}
	return len(lines) > 0 && len(lines) <= 12 && sure && 2*own >= len(lines) && ofSignature(lines[0])
}

// noteMark begins a footnote.
var noteMark = regexp.MustCompile(`^(\[?\d{1,2}\]?|[*†‡]{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})\.?\s*(?:\p{L}|[“"(]).*`)

// footnotes takes the lines at the foot of the page that begin with a mark out
// of the text: they are no part of the sentence they stand in.
func (p *pdfPage) footnotes() {
	at := p.firstNote()
	for _, l := range p.lines[at:] {
		text := lineText(l)
		if noteMark.MatchString(text) || len(p.notes) == 0 {
			p.notes = append(p.notes, block{at: p.number, lines: []string{text}})
			continue
		}
		last := &p.notes[len(p.notes)-1]
		last.lines[0] += " " + text
	}
	p.lines = p.lines[:at]
}

// firstNote is the topmost line at the foot of the page that begins with a
// mark, and is small or stands apart and is referred to above.
func (p *pdfPage) firstNote() int {
	body, usual, at := bodySize(p.lines), 0.0, len(p.lines)
	if len(p.lines) > 2 {
		usual = pitch(p.lines)
	}
	tiny := true // all lines from here on
	for i := len(p.lines) - 1; i > 0 && i > len(p.lines)-30; i-- {
		m := noteMark.FindStringSubmatch(lineText(p.lines[i]))
		tiny = tiny && p.lines[i].size < 0.93*body
		apart := p.lines[i-1].y-p.lines[i].y > 1.3*usual
		if m == nil || len(p.lines[i].segments) > 1 {
			continue // rows of a table may be numbered
		}
		if (tiny || apart) && p.refers(m[1], i) || tiny && p.lines[i].size < 0.8*body {
			at = i
		}
	}
	return at
}

// refers reports whether a mark is raised in the lines before the one at i.
func (p *pdfPage) refers(mark string, i int) bool {
	raised := raisedFigures(strings.Trim(mark, "[]"))
	return slices.ContainsFunc(p.lines[:i], func(l pdfLine) bool { return l.raised && strings.Contains(lineText(l), raised) })
}

// bodySize is the size that most letters have.
func bodySize(lines []pdfLine) float64 {
	count, best := map[float64]int{}, 0.0
	for _, l := range lines {
		for _, s := range l.segments {
			count[l.size] += len(s.text)
		}
		if count[l.size] > count[best] {
			best = l.size
		}
	}
	return best
}

// placeNotes puts each footnote after the paragraph with its mark, or behind
// the page's text; first and last bound the page's blocks.
func placeNotes(blocks []block, p *pdfPage, first, last int) []block {
	for i := len(p.notes) - 1; i >= 0; i-- {
		at := last
		if m := noteMark.FindStringSubmatch(p.notes[i].lines[0]); m != nil {
			mark := raisedFigures(strings.Trim(m[1], "[]"))
			for b := max(first-1, 0); b < last; b++ {
				if strings.Contains(blocks[b].text(), mark) {
					at = b + 1
					break
				}
			}
		}
		blocks = slices.Insert(blocks, at, p.notes[i])
	}
	return blocks
}

// raisedFigures is how the text writes a note's mark.
func raisedFigures(mark string) string {
	var out strings.Builder
	for _, r := range mark {
		out.WriteString(shifted(glyph{Glyph: pdf.Glyph{Text: string(r)}, shift: 1}, 1))
	}
	return out.String()
}
