package importer

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
	table := h.table.block(at)
	if table.laysOut() {
		h.p.doubts.note(layoutTable, at, "")
	}
	h.p.blocks = append(h.p.blocks, oneColumn(table)...)
	h.table, h.inner = nil, false
}

// laysOut reports a table of few rows with a cell of several paragraphs: it
// sets columns of a page side by side.
func (b block) laysOut() bool {
	if width(b.rows) < 2 || len(b.rows) > 3 {
		return false
	}
	for _, cells := range b.rows {
		for _, c := range cells {
			long := 0
			for _, line := range c {
				if len(line) > 200 {
					long++
				}
			}
			if long > 1 {
				return true
			}
		}
	}
	return false
}

// oneColumn is a table as blocks: one that has a single cell a row only lays
// out a page.
func oneColumn(table block) []block {
	if width(table.rows) > 1 && !table.laysOut() {
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
