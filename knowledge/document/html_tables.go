package document

import (
	"strconv"

	"golang.org/x/net/html"
)

// beginTable reads tables, rows and cells. A table within a cell becomes lines
// of the cell.
func (h *htmlReader) beginTable(t html.Token) {
	switch {
	case t.Data == "table":
		if h.depth++; h.depth == 1 {
			h.table = &grid{}
		} else {
			h.inner = true
		}
	case h.depth != 1:
	case t.Data == "tr":
		h.table.newRow()
		h.count++
	default:
		h.count += h.table.newCell(spanOf(t, "colspan"), spanOf(t, "rowspan"))
	}
}

func spanOf(t html.Token, key string) int {
	n, err := strconv.Atoi(value(t, key))
	switch {
	case err != nil:
		return 1
	case n == 0 && key == "rowspan":
		return maxSpanRows // to the end of the table
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
	at := len(h.p.blocks) + 1
	if h.inner {
		h.p.doubts.note(innerTable, at, "")
	}
	h.p.blocks = append(h.p.blocks, oneColumn(h.table.block(at))...)
	h.table, h.inner = nil, false
}

// oneColumn is a table as blocks: one that has a single cell a row only lays
// out a page.
func oneColumn(table block) []block {
	if width(table.rows) > 1 {
		return []block{table}
	}
	var out []block
	for _, cells := range table.rows {
		for _, c := range cells {
			for _, l := range c {
				out = append(out, block{at: table.at, lines: []string{l}})
			}
		}
	}
	return out
}
