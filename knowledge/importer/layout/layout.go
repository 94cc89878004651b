// Package layout puts the glyphs of a PDF's pages into lines, columns, tables,
// paragraphs and notes.
package layout

import (
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"

	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/importer/pdf"
)

// listMark begins a paragraph of its own however it is set.
var listMark = regexp.MustCompile(`^(?:[-–•+*▪●]|\d{1,2}[.)]|[a-zđ]\)|[IVX]{1,5}\.|Điều \d+\.)\s`)

// Blocks turns the lines of a page into paragraphs and tables.
func (p *Page) Blocks(lines []Line) []paper.Block {
	if len(lines) == 0 {
		return nil
	}
	m := marginsOf(lines)
	m.rules, m.middle = p.Rules, p.Width/2
	var out []paper.Block
	for i := 0; i < len(lines); {
		if n, left, right := m.columns(lines[i:]); n > 0 {
			p.Columns = true
			out = append(out, JoinPages(p.Blocks(left), p.Blocks(right))...)
			i += n
			continue
		}
		if n := m.signature(lines[i:]); n > 0 {
			out = append(out, signatureBlock(lines[i:i+n], p.Number))
			i += n
			continue
		}
		if n := m.tableLines(lines[i:]); n > 0 {
			out = append(out, m.tableBlock(lines[i:i+n], p.Number))
			i += n
			continue
		}
		n := m.paragraph(lines[i:])
		out = append(out, m.block(lines[i:i+n], p.Number))
		i += n
	}
	return out
}

func LineText(l Line) string {
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
	looks       *int // how often columns were looked for
}

// marginsOf takes for the left edge the first at which a good part of the
// lines begin: headings may stand further out.
func marginsOf(lines []Line) margins {
	m := margins{left: lines[0].left(), right: lines[0].right(), indents: indents(lines), ends: map[int]float64{}, looks: new(int)}
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
func indents(lines []Line) []float64 {
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
func (m margins) indented(l Line) bool {
	text := LineText(l)
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
func (m margins) midway(l Line) bool {
	return math.Abs((l.left()+l.right())/2-m.middle) < 0.5*l.size
}

func (l Line) bold() bool {
	return !slices.ContainsFunc(l.segments, func(s segment) bool { return !s.bold })
}

// centred reports whether a line stands in the middle, away from both edges.
func (m margins) centred(l Line) bool {
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
func (m margins) paragraph(lines []Line) int {
	for n := 1; n < len(lines); n++ {
		last, next := lines[n-1], lines[n]
		switch {
		case m.signature(lines[n:]) > 0, m.tableLines(lines[n:]) > 0, listMark.MatchString(next.segments[0].text), last.over != next.over:
			return n
		case paper.Rule.MatchString(LineText(last)), paper.Rule.MatchString(LineText(next)), greets(LineText(next)), paper.Signs(LineText(last)), paper.Signs(LineText(next)):
			return n
		case last.y-next.y > 1.9*max(last.size, next.size):
			return n
		case m.centred(last) && m.centred(next):
			if last.size != next.size || last.bold() != next.bold() || paper.AllCapitals(LineText(last)) != paper.AllCapitals(LineText(next)) {
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
func (m margins) flush(last, next Line) bool {
	apart := next.left() - last.left()
	full := m.ends[int(last.left()/4)] - 3*last.size
	return apart < 2 && apart > -2 && last.right() > full && !paper.EndsSentence(LineText(last))
}

// hanging reports whether next goes on under the words of a list item.
func (m margins) hanging(first, next Line) bool {
	return listMark.MatchString(first.segments[0].text) && next.left() > first.left()
}

func (m margins) block(lines []Line, page int) paper.Block {
	b := paper.Block{At: page, Look: paper.Look{Centred: m.centred(lines[0]), Bold: true}}
	var parts []string
	for _, l := range lines {
		parts = append(parts, LineText(l))
		for _, s := range l.segments {
			b.Bold = b.Bold && s.bold
		}
	}
	text := strings.Join(parts, " ")
	if rest, ok := strings.CutPrefix(text, "•"); ok {
		b.Mark, text = "- ", strings.TrimSpace(rest)
	}
	b.Lines = []string{text}
	return b
}

// JoinPages appends a page; a paragraph that the page break cut is one again.
func JoinPages(before, next []paper.Block) []paper.Block {
	if len(before) == 0 || len(next) == 0 {
		return append(before, next...)
	}
	last, first := &before[len(before)-1], next[0]
	if last.Rows != nil || first.Rows != nil || first.Centred || paper.EndsSentence(last.Text()) || !paper.BeginsLower(first.Text()) {
		return append(before, next...)
	}
	last.Lines = []string{last.Text() + " " + first.Text()}
	return append(before, next[1:]...)
}
