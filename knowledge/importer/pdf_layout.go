package importer

import (
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"

	"phatngon/knowledge/importer/pdf"
)

// listMark begins a paragraph of its own however it is set.
var listMark = regexp.MustCompile(`^(?:[-–•+*▪●]|\d{1,2}[.)]|[a-zđ]\)|[IVX]{1,5}\.|Điều \d+\.)\s`)

// blocks turns the lines of a page into paragraphs and tables.
func (p *pdfPage) blocks(lines []pdfLine) []block {
	if len(lines) == 0 {
		return nil
	}
	m := marginsOf(lines)
	m.rules, m.middle = p.Rules, p.Width/2
	var out []block
	for i := 0; i < len(lines); {
		if n, left, right := m.columns(lines[i:]); n > 0 {
			p.columns = true
			out = append(out, joinPages(p.blocks(left), p.blocks(right))...)
			i += n
			continue
		}
		if n := m.tableLines(lines[i:]); n > 0 {
			out = append(out, m.tableBlock(lines[i:i+n], p.number))
			i += n
			continue
		}
		n := m.paragraph(lines[i:])
		out = append(out, m.block(lines[i:i+n], p.number))
		i += n
	}
	return out
}

func lineText(l pdfLine) string {
	var parts []string
	for _, s := range l.segments {
		parts = append(parts, s.text)
	}
	return strings.Join(parts, " ")
}

// margins is where the text of a page begins and ends, and how far in its
// paragraphs do.
type margins struct {
	left, right float64
	indents     []float64       // where lines of unlike lengths begin
	middle      float64         // of the page
	ends        map[int]float64 // how far lines go that begin in a range
	rules       []pdf.Rule
}

// marginsOf takes for the left edge the first at which a good part of the
// lines begin: headings may stand further out.
func marginsOf(lines []pdfLine) margins {
	m := margins{left: lines[0].left(), right: lines[0].right(), indents: indents(lines), ends: map[int]float64{}}
	begins := map[int]int{}
	for _, l := range lines {
		m.left, m.right = min(m.left, l.left()), max(m.right, l.right())
		begins[int(l.left())]++
		m.ends[int(l.left()/4)] = max(m.ends[int(l.left()/4)], l.right())
	}
	for _, left := range slices.Sorted(maps.Keys(begins)) {
		if n := begins[left] + begins[left+1]; n > 2 && 5*n >= len(lines) {
			m.left = float64(left)
			break
		}
	}
	return m
}

// indents is where lines of unlike lengths begin: none of them is centred.
func indents(lines []pdfLine) []float64 {
	var out []float64
	rights := map[int][]float64{}
	for _, l := range lines {
		at := int(l.left())
		for _, near := range []int{at - 1, at, at + 1} {
			for _, right := range rights[near] {
				if right-l.right() > 2*l.size || l.right()-right > 2*l.size {
					out = append(out, l.left())
				}
			}
		}
		if len(rights[at]) < 4 {
			rights[at] = append(rights[at], l.right())
		}
	}
	return out
}

// indented reports whether a line begins where paragraphs do, or is a sentence
// and no heading. One that stands in the middle of the page may begin by chance
// where one other does.
func (m margins) indented(l pdfLine) bool {
	text := lineText(l)
	if strings.ContainsAny(text[max(len(text)-1, 0):], ".;:") && !l.bold() {
		return true
	}
	n := 0
	for _, at := range m.indents {
		if math.Abs(at-l.left()) < 1.5 {
			n++
		}
	}
	return n > 1 || n == 1 && !m.midway(l)
}

// midway reports whether a line stands in the middle of the page.
func (m margins) midway(l pdfLine) bool {
	return math.Abs((l.left()+l.right())/2-m.middle) < 0.5*l.size
}

func (l pdfLine) bold() bool {
	return !slices.ContainsFunc(l.segments, func(s segment) bool { return !s.bold })
}

// centred reports whether a line stands in the middle, away from both edges.
func (m margins) centred(l pdfLine) bool {
	if m.indented(l) {
		return false
	}
	indent := l.left() - m.left
	apart := (l.left()+l.right())/2 - (m.left+m.right)/2
	within := m.right-l.right() > 1.5*l.size && math.Abs(apart) < 1.2*l.size
	return indent > 2.5*l.size && (within || m.midway(l))
}

// paragraph counts the lines that make the next paragraph: it ends before a
// list mark, an indented line, a wide space or another look, and after a line
// that stops short.
func (m margins) paragraph(lines []pdfLine) int {
	for n := 1; n < len(lines); n++ {
		last, next := lines[n-1], lines[n]
		switch {
		case m.tableLines(lines[n:]) > 0, listMark.MatchString(next.segments[0].text), last.over != next.over:
			return n
		case rule.MatchString(lineText(last)), rule.MatchString(lineText(next)), greets(lineText(next)):
			return n
		case last.y-next.y > 1.9*max(last.size, next.size):
			return n
		case m.centred(last) && m.centred(next):
			if last.size != next.size || last.bold() != next.bold() || allCapitals(lineText(last)) != allCapitals(lineText(next)) {
				return n
			}
		case m.centred(last) != m.centred(next):
			return n
		case m.flush(last, next):
		case next.left()-m.left > 1.2*next.size && next.left()-lines[0].left() > -1.2*next.size && !m.hanging(lines[0], next):
			return n
		case m.right-last.right() > 5*last.size:
			return n
		}
	}
	return len(lines)
}

// flush reports whether a line goes on under a full one that begins where it
// does: the whole paragraph stands further in.
func (m margins) flush(last, next pdfLine) bool {
	apart := next.left() - last.left()
	full := m.ends[int(last.left()/4)] - 3*last.size
	return apart < 2 && apart > -2 && last.right() > full && !endsSentence(lineText(last))
}

// hanging reports whether next goes on under the words of a list item.
func (m margins) hanging(first, next pdfLine) bool {
	return listMark.MatchString(first.segments[0].text) && next.left() > first.left()
}

func (m margins) block(lines []pdfLine, page int) block {
	b := block{at: page, look: look{centred: m.centred(lines[0]), bold: true}}
	var parts []string
	for _, l := range lines {
		parts = append(parts, lineText(l))
		for _, s := range l.segments {
			b.bold = b.bold && s.bold
		}
	}
	text := strings.Join(parts, " ")
	if rest, ok := strings.CutPrefix(text, "•"); ok {
		b.mark, text = "- ", strings.TrimSpace(rest)
	}
	b.lines = []string{text}
	return b
}
