package paper

import "strings"

// Span is a cell of a table that stands for several: it was merged.
type Span struct{ Row, Col, Rows, Cols int }

// Grid is a table being read, in which a merged cell takes all its places.
type Grid struct {
	Rows  [][]Cell
	Spans []Span
	until map[int]int // by column, the row before which a cell from above ends
	At    int         // column of the cell being read
}

// Limits of one merged cell.
const (
	MaxSpanCols = 64
	MaxSpanRows = 1000
)

func (g *Grid) NewRow() {
	g.Rows = append(g.Rows, nil)
	g.At = 0
}

// NewCell begins a cell at the next free place of the row. It tells how many
// places that took, for readers to count.
func (g *Grid) NewCell(cols, rows int) int {
	if len(g.Rows) == 0 {
		g.NewRow()
	}
	row := len(g.Rows) - 1
	before := len(g.Rows[row])
	for g.until[len(g.Rows[row])] > row {
		g.Rows[row] = append(g.Rows[row], nil)
	}
	g.At = len(g.Rows[row])
	g.Rows[row] = append(g.Rows[row], Cell{})
	cols, rows = min(max(cols, 1), MaxSpanCols), min(max(rows, 1), MaxSpanRows)
	if cols > 1 || rows > 1 {
		g.Spans = append(g.Spans, Span{row, g.At, rows, 1})
		g.Widen(cols)
	}
	if g.until == nil {
		g.until = map[int]int{}
	}
	for col := range cols {
		g.until[g.At+col] = row + rows
	}
	return len(g.Rows[row]) - before
}

// Widen makes the cell being read, which is the last span, so many columns
// wide.
func (g *Grid) Widen(cols int) {
	row := len(g.Rows) - 1
	g.Spans[len(g.Spans)-1].Cols = cols
	for range cols - 1 {
		g.Rows[row] = append(g.Rows[row], nil)
	}
}

// Add puts lines into the cell being read; it reports whether there is one.
func (g *Grid) Add(lines ...string) bool {
	row := len(g.Rows) - 1
	if row < 0 || g.At >= len(g.Rows[row]) {
		return false
	}
	g.Rows[row][g.At] = append(g.Rows[row][g.At], lines...)
	return true
}

func (g *Grid) Block(at int) Block { return Block{At: at, Rows: g.Rows, Spans: g.Spans} }

// Merged reports whether a table has a cell that stands for several, other
// than a heading over its whole width.
func (b Block) Merged() bool {
	all := Width(b.Rows)
	for _, s := range b.Spans {
		if s.Cols < all && s.Row < len(b.Rows) {
			return true
		}
	}
	return false
}

// sides are the cells of each row from left to right, where a merged cell is
// one: the grid under a letterhead may have more columns than it shows.
func (b Block) sides() [][]Cell {
	if len(b.Spans) == 0 || len(b.Rows) > 16 {
		return b.Rows
	}
	covered := map[[2]int]bool{}
	for _, s := range b.Spans {
		for row := s.Row; row < min(s.Row+s.Rows, len(b.Rows)); row++ {
			for col := s.Col + 1; col < s.Col+s.Cols; col++ {
				covered[[2]int{row, col}] = true
			}
		}
	}
	out := make([][]Cell, len(b.Rows))
	for row, cells := range b.Rows {
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
func (b Block) spread(left *int) [][]Cell {
	all := Width(b.Rows)
	for _, s := range b.Spans {
		if s.Row >= len(b.Rows) || s.Cols >= all || s.Col >= len(b.Rows[s.Row]) {
			continue
		}
		words := b.Rows[s.Row][s.Col]
		size := len(strings.Join(words, " ")) + 1
		for row := s.Row; row < min(s.Row+s.Rows, len(b.Rows)); row++ {
			for col := s.Col; col < s.Col+s.Cols; col++ {
				if *left -= size; *left < 0 {
					return b.Rows
				}
				b.fill(row, col, words)
			}
		}
	}
	return b.Rows
}

// fill puts words into an empty place.
func (b Block) fill(row, col int, words Cell) {
	for len(b.Rows[row]) <= col {
		b.Rows[row] = append(b.Rows[row], nil)
	}
	if len(b.Rows[row][col]) == 0 {
		b.Rows[row][col] = words
	}
}
