package document

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"

	"phatngon/knowledge/document/pdf"
)

// listMark begins a paragraph of its own however it is set.
var listMark = regexp.MustCompile(`^(?:[-–•+*▪●]|\d{1,2}[.)]|[a-zđ]\)|[IVX]{1,5}\.|Điều \d+\.)\s`)

var pageNumber = regexp.MustCompile(`^(?:[-–]\s*)?\d{1,3}(?:\s*[-–])?$`)

// pageBlocks turns the lines of a page into paragraphs and tables.
func pageBlocks(page pdf.Page, number int) []block {
	lines := pageLines(page)
	if n := len(lines); n > 0 && number > 1 && pageNumber.MatchString(lineText(lines[0])) {
		lines = lines[1:]
	}
	if n := len(lines); n > 1 && pageNumber.MatchString(lineText(lines[n-1])) {
		lines = lines[:n-1]
	}
	if len(lines) == 0 {
		return nil
	}
	m := marginsOf(lines)
	var out []block
	for i := 0; i < len(lines); {
		if n := m.tableLines(lines[i:]); n > 0 {
			out = append(out, tableBlock(lines[i:i+n], number))
			i += n
			continue
		}
		n := m.paragraph(lines[i:])
		out = append(out, m.block(lines[i:i+n], number))
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

// margins is where the text of a page begins and ends.
type margins struct{ left, right float64 }

// marginsOf takes for the left edge the first at which a good part of the
// lines begin: headings may stand further out.
func marginsOf(lines []pdfLine) margins {
	m := margins{lines[0].left(), lines[0].right()}
	begins := map[int]int{}
	for _, l := range lines {
		m.left, m.right = min(m.left, l.left()), max(m.right, l.right())
		begins[int(l.left())]++
	}
	for _, left := range slices.Sorted(maps.Keys(begins)) {
		if n := begins[left] + begins[left+1]; n > 2 && 5*n >= len(lines) {
			m.left = float64(left)
			break
		}
	}
	return m
}

// centred reports whether a line stands in the middle, away from both edges.
func (m margins) centred(l pdfLine) bool {
	middle := (l.left()+l.right())/2 - (m.left+m.right)/2
	indent := l.left() - m.left
	return indent > 2.5*l.size && m.right-l.right() > 1.5*l.size && middle < 1.5*l.size && middle > -1.5*l.size
}

// paragraph counts the lines that make the next paragraph: it ends before a
// list mark, an indented line, a wide space or another look, and after a line
// that stops short.
func (m margins) paragraph(lines []pdfLine) int {
	for n := 1; n < len(lines); n++ {
		last, next := lines[n-1], lines[n]
		switch {
		case m.tableLines(lines[n:]) > 0, listMark.MatchString(next.segments[0].text):
			return n
		case last.y-next.y > 1.9*max(last.size, next.size):
			return n
		case m.centred(last) && m.centred(next):
			if last.size != next.size || allCapitals(lineText(last)) != allCapitals(lineText(next)) {
				return n
			}
		case m.centred(last) != m.centred(next):
			return n
		case next.left()-m.left > 1.2*next.size && next.left()-lines[0].left() > -1.2*next.size && !m.hanging(lines[0], next):
			return n
		case m.right-last.right() > 5*last.size:
			return n
		}
	}
	return len(lines)
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

// column is the width that the segments of a table's column take up.
type column struct{ left, right float64 }

// columnsWith adds a line's segments to columns; ones that touch run together.
func columnsWith(columns []column, l pdfLine) []column {
	out := slices.Clone(columns)
	for _, s := range l.segments {
		out = append(out, column{s.left, s.right})
	}
	slices.SortFunc(out, func(a, b column) int { return cmp.Compare(a.left, b.left) })
	merged := out[:0]
	for _, c := range out {
		if n := len(merged); n > 0 && c.left < merged[n-1].right+2 {
			merged[n-1].right = max(merged[n-1].right, c.right)
			continue
		}
		merged = append(merged, c)
	}
	return merged
}

// maxColumns of a table; a line with more pieces is letters set apart.
const maxColumns = 24

func (l pdfLine) columned() bool { return len(l.segments) > 1 && len(l.segments) <= maxColumns }

// tableLines counts the lines from the first on that stand in columns, 0 when
// the first does not. A line in the middle of the page is a title below them.
func (m margins) tableLines(lines []pdfLine) int {
	if !lines[0].columned() {
		return 0
	}
	columns, n := columnsWith(nil, lines[0]), 1
	for ; n < len(lines); n++ {
		with := columnsWith(columns, lines[n])
		if len(lines[n].segments) > maxColumns || len(with) < 2 || len(with) < len(columns) {
			break
		}
		if lines[n-1].y-lines[n].y > 2.6*lines[n].size || len(lines[n].segments) == 1 && m.centred(lines[n]) {
			break
		}
		columns = with
	}
	return n
}

// tableBlock puts lines into rows; a line whose first column is empty goes on
// with the row above.
func tableBlock(lines []pdfLine, page int) block {
	var columns []column
	for _, l := range lines {
		columns = columnsWith(columns, l)
	}
	b := block{at: page}
	for _, l := range lines {
		cells := make([]cell, len(columns))
		for _, s := range l.segments {
			c := slices.IndexFunc(columns, func(c column) bool { return s.left >= c.left-1 && s.right <= c.right+1 })
			if c >= 0 {
				cells[c] = append(cells[c], s.text)
			}
		}
		if n := len(b.rows); n > 0 && len(cells[0]) == 0 {
			for c := range cells {
				b.rows[n-1][c] = append(b.rows[n-1][c], cells[c]...)
			}
			continue
		}
		b.rows = append(b.rows, cells)
	}
	return b
}
