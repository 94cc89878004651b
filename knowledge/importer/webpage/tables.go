package webpage

import (
	"strconv"

	"golang.org/x/net/html"

	"phatngon/knowledge/importer/paper"
)

// beginTable reads tables, rows and cells. A table within a cell becomes lines
// of the cell.
func (h *htmlReader) beginTable(t html.Token) {
	switch {
	case t.Data == "table":
		if h.depth++; h.depth == 1 {
			h.table = &paper.Grid{}
		} else {
			h.inner = true
		}
	case h.depth != 1:
	case t.Data == "tr":
		h.table.NewRow()
		h.count++
		if h.inFoot() {
			h.footRows = append(h.footRows, len(h.table.Rows)-1)
		}
	default:
		h.count += h.table.NewCell(spanOf(t, "colspan"), spanOf(t, "rowspan"))
	}
}

func spanOf(t html.Token, key string) int {
	n, err := strconv.Atoi(value(t, key))
	switch {
	case err != nil:
		return 1
	case n == 0 && key == "rowspan":
		return paper.MaxSpanRows // to the end of the table
	}
	return n
}

func (h *htmlReader) endTable() {
	if h.depth == 0 {
		return
	}
	if h.depth--; h.depth > 0 {
		return
	}
	footLast(h.table, h.footRows)
	h.footRows = nil
	at := len(h.p.Blocks) + 1
	if h.inner {
		h.p.Doubts.Note(paper.InnerTable, at, "")
	}
	table := h.table.Block(at)
	if table.LaysOut() {
		h.p.Doubts.Note(paper.LayoutTable, at, "")
	}
	h.p.Blocks = append(h.p.Blocks, oneColumn(table)...)
	h.table, h.inner = nil, false
}

// inFoot reports whether the row being read is of the table's foot.
func (h *htmlReader) inFoot() bool {
	for i := len(h.stack) - 1; i >= 0 && h.stack[i].tag != "table"; i-- {
		if h.stack[i].tag == "tfoot" {
			return true
		}
	}
	return false
}

// footLast puts the rows of a table's foot last, wherever they are written
// (HTML, "tfoot"), with the cells that span several.
func footLast(table *paper.Grid, foot []int) {
	if len(foot) == 0 {
		return
	}
	isFoot := map[int]bool{}
	for _, i := range foot {
		isFoot[i] = true
	}
	place := make([]int, 0, len(table.Rows)) // of the rows as they will stand, where they stood
	for i := range table.Rows {
		if !isFoot[i] {
			place = append(place, i)
		}
	}
	place = append(place, foot...)
	rows, moved := make([][]paper.Cell, len(place)), map[int]int{}
	for to, from := range place {
		rows[to], moved[from] = table.Rows[from], to
	}
	table.Rows = rows
	for i := range table.Spans {
		table.Spans[i].Row = moved[table.Spans[i].Row]
	}
}

// oneColumn is a table as blocks: one that has a single cell a row only lays
// out a page.
func oneColumn(table paper.Block) []paper.Block {
	if paper.Width(table.Rows) > 1 && !table.LaysOut() {
		return []paper.Block{table}
	}
	var out []paper.Block
	for _, cells := range table.Rows {
		for _, c := range cells {
			for _, l := range c {
				out = append(out, paper.Block{At: table.At, Lines: []string{l}})
			}
		}
	}
	return out
}
