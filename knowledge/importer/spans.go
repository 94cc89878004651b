package importer

import "strings"

// span is a cell of a table that stands for several: it was merged.
type span struct{ row, col, rows, cols int }

// grid is a table being read, in which a merged cell takes all its places.
type grid struct {
	rows  [][]cell
	spans []span
	until map[int]int // by column, the row before which a cell from above ends
	at    int         // column of the cell being read
}

// Limits of one merged cell.
const (
	maxSpanCols = 64
	maxSpanRows = 1000
)

func (g *grid) newRow() {
	g.rows = append(g.rows, nil)
	g.at = 0
}

// newCell begins a cell at the next free place of the row. It tells how many
// places that took, for readers to count.
func (g *grid) newCell(cols, rows int) int {
	if len(g.rows) == 0 {
		g.newRow()
	}
	row := len(g.rows) - 1
	before := len(g.rows[row])
	for g.until[len(g.rows[row])] > row {
		g.rows[row] = append(g.rows[row], nil)
	}
	g.at = len(g.rows[row])
	g.rows[row] = append(g.rows[row], cell{})
	cols, rows = min(max(cols, 1), maxSpanCols), min(max(rows, 1), maxSpanRows)
	if cols > 1 || rows > 1 {
		g.spans = append(g.spans, span{row, g.at, rows, 1})
		g.widen(cols)
	}
	if g.until == nil {
		g.until = map[int]int{}
	}
	for col := range cols {
		g.until[g.at+col] = row + rows
	}
	return len(g.rows[row]) - before
}

// widen makes the cell being read, which is the last span, so many columns
// wide.
func (g *grid) widen(cols int) {
	row := len(g.rows) - 1
	g.spans[len(g.spans)-1].cols = cols
	for range cols - 1 {
		g.rows[row] = append(g.rows[row], nil)
	}
}

// add puts lines into the cell being read; it reports whether there is one.
func (g *grid) add(lines ...string) bool {
	row := len(g.rows) - 1
	if row < 0 || g.at >= len(g.rows[row]) {
		return false
	}
	g.rows[row][g.at] = append(g.rows[row][g.at], lines...)
	return true
}

func (g *grid) block(at int) block { return block{at: at, rows: g.rows, spans: g.spans} }

// merged reports whether a table has a cell that stands for several, other
// than a heading over its whole width.
func (b block) merged() bool {
	all := width(b.rows)
	for _, s := range b.spans {
		if s.cols < all && s.row < len(b.rows) {
			return true
		}
	}
	return false
}

// sides are the cells of each row from left to right, where a merged cell is
// one: the grid under a letterhead may have more columns than it shows.
func (b block) sides() [][]cell {
	if len(b.spans) == 0 || len(b.rows) > 16 {
		return b.rows
	}
	covered := map[[2]int]bool{}
	for _, s := range b.spans {
		for row := s.row; row < min(s.row+s.rows, len(b.rows)); row++ {
			for col := s.col + 1; col < s.col+s.cols; col++ {
				covered[[2]int{row, col}] = true
			}
		}
	}
	out := make([][]cell, len(b.rows))
	for row, cells := range b.rows {
		for col, c := range cells {
			if !covered[[2]int{row, col}] {
				out[row] = append(out[row], c)
			}
		}
	}
	return out
}

// maxRepeated is how many bytes of merged cells are written again, in all.
const maxRepeated = 256 << 10

// spread is the rows with the words of a merged cell in each of its places, so
// that every row says all that it says on paper. A heading over the whole
// width is written once. left is how many bytes may still be repeated.
func (b block) spread(left *int) [][]cell {
	all := width(b.rows)
	for _, s := range b.spans {
		if s.row >= len(b.rows) || s.cols >= all || s.col >= len(b.rows[s.row]) {
			continue
		}
		words := b.rows[s.row][s.col]
		size := len(strings.Join(words, " ")) + 1
		for row := s.row; row < min(s.row+s.rows, len(b.rows)); row++ {
			for col := s.col; col < s.col+s.cols; col++ {
				if *left -= size; *left < 0 {
					return b.rows
				}
				b.fill(row, col, words)
			}
		}
	}
	return b.rows
}

// fill puts words into an empty place.
func (b block) fill(row, col int, words cell) {
	for len(b.rows[row]) <= col {
		b.rows[row] = append(b.rows[row], nil)
	}
	if len(b.rows[row][col]) == 0 {
		b.rows[row][col] = words
	}
}
