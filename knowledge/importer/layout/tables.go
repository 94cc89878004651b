package layout

import (
	"cmp"
	"slices"

	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/importer/pdf"
)

// column is the width that the segments of a table's column take up.
type column struct{ left, right float64 }

// columnsWith adds a line's segments to columns; ones that touch run together.
func columnsWith(columns []column, l Line) []column {
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

func (l Line) columned() bool { return len(l.segments) > 1 && len(l.segments) <= maxColumns }

// staggered reports whether two lines stand beside each other and not level,
// as cells do that are set in the middle of their rows.
func staggered(upper, lower Line) bool {
	near := upper.y-lower.y < 0.9*min(upper.size, lower.size)
	return near && !upper.over && !lower.over && (upper.right() < lower.left() || lower.right() < upper.left())
}

// tableLines counts the lines from the first on that stand in columns, 0 when
// the first does not. A line in the middle of the page is a title below them.
func (m margins) tableLines(lines []Line) int {
	if !lines[0].columned() && !(len(lines) > 1 && staggered(lines[0], lines[1])) {
		return 0
	}
	columns, n := columnsWith(nil, lines[0]), 1
	for ; n < len(lines); n++ {
		with := columnsWith(columns, lines[n])
		if len(lines[n].segments) > maxColumns || len(with) < min(2, len(columns)+n-1) || len(with) < len(columns) || greets(LineText(lines[n])) || m.signature(lines[n:]) > 0 {
			break
		}
		if lines[n-1].y-lines[n].y > 2.6*lines[n].size || len(lines[n].segments) == 1 && m.centred(lines[n]) {
			break
		}
		if n < maxLetterhead {
			if text, _, _ := m.columns(lines[n:]); text > 0 {
				break
			}
		}
		columns = with
	}
	for n > 2 && sentenceBelow(lines[:n]) {
		n--
	}
	return n
}

// sentenceBelow reports whether the last of a table's lines is a sentence that
// goes further than the first column: it stands below the table.
func sentenceBelow(lines []Line) bool {
	last := lines[len(lines)-1]
	text := LineText(last)
	if len(last.segments) > 1 || !paper.EndsSentence(text) || !beginsUpper(text) {
		return false
	}
	return !slices.ContainsFunc(lines[:len(lines)-1], func(l Line) bool {
		return l.left() < last.right() && l.segments[0].right >= last.right() || len(l.segments) == 1 || l.left() > last.left()+2
	})
}

// maxLetterhead is how many lines a letterhead has before columns of text.
const maxLetterhead = 12

// tableBlock puts lines into rows.
func (m margins) tableBlock(lines []Line, page int) paper.Block {
	var columns []column
	for _, l := range lines {
		columns = columnsWith(columns, l)
	}
	ruled := m.rowsRuled(lines, columns)
	b := paper.Block{At: page}
	for i, l := range lines {
		cells := make([]paper.Cell, len(columns))
		for _, s := range l.segments {
			c := slices.IndexFunc(columns, func(c column) bool { return s.left >= c.left-1 && s.right <= c.right+1 })
			if c >= 0 {
				cells[c] = append(cells[c], s.text)
			}
		}
		n := len(b.Rows)
		if n > 0 && (ruled && !m.between(lines[i-1], l, columns) || !ruled && lines[i-1].y-l.y < 1.7*l.size && goesOn(b.Rows[n-1], cells)) {
			for c := range cells {
				b.Rows[n-1][c] = append(b.Rows[n-1][c], cells[c]...)
			}
			continue
		}
		b.Rows = append(b.Rows, cells)
	}
	return b
}

// goesOn reports whether a line goes on with the row above: nothing stands in
// its first column, or all of it are words in small letters.
func goesOn(above, cells []paper.Cell) bool {
	if len(cells[0]) == 0 {
		return true
	}
	full := true
	for c := range cells {
		full = full && len(cells[c]) > 0
		if len(cells[c]) > 0 && (len(above[c]) == 0 || !paper.BeginsLower(cells[c][0])) {
			return false
		}
	}
	return !full
}

// between reports whether a rule across the table parts two lines.
func (m margins) between(upper, lower Line, columns []column) bool {
	left, right := columns[0].left, columns[len(columns)-1].right
	return slices.ContainsFunc(m.rules, func(r pdf.Rule) bool {
		wide := min(r.Right, right) - max(r.Left, left)
		return r.Across() && r.Bottom > lower.y && r.Top < upper.y && wide > 0.4*(right-left)
	})
}

// rowsRuled reports whether rules part the rows of a table: then they say
// which lines are one row.
func (m margins) rowsRuled(lines []Line, columns []column) bool {
	n := 0
	for i := 1; i < min(len(lines), maxRuledLines); i++ {
		if m.between(lines[i-1], lines[i], columns) {
			n++
		}
	}
	return n > 1 && len(lines) <= maxRuledLines
}

// maxRuledLines bounds the table whose rules are looked at.
const maxRuledLines = 4096
