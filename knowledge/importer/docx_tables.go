package importer

import (
	"encoding/xml"
	"strconv"
)

// wordTable is a table being read; w:vMerge joins a cell with the one above.
type wordTable struct {
	grid
	first int         // paragraph in it
	above map[int]int // by column, the span that may go on, as an index
}

// startTable reads rows, cells and how they are merged.
func (w *wordReader) startTable(t xml.StartElement) bool {
	if t.Name.Local == "tbl" {
		w.inner = w.inner || len(w.tables) > 0
		w.tables = append(w.tables, &wordTable{first: w.number + 1, above: map[int]int{}})
		return true
	}
	if len(w.tables) == 0 {
		return false
	}
	table := w.tables[len(w.tables)-1]
	switch t.Name.Local {
	case "tr":
		table.newRow()
		w.rows++
	case "tc":
		w.rows += table.newCell(1, 1)
	case "gridBefore":
		w.rows += table.leave(numberOf(t))
	case "gridSpan":
		w.rows += table.widenCell(numberOf(t))
	case "vMerge", "hMerge":
		table.join(t.Name.Local, attribute(t, "val"))
	default:
		return false
	}
	return true
}

func numberOf(t xml.StartElement) int {
	n, _ := strconv.Atoi(attribute(t, "val"))
	return min(max(n, 0), maxSpanCols)
}

// leave keeps places free at the front of a row.
func (t *wordTable) leave(n int) int {
	if row := len(t.rows) - 1; row >= 0 && len(t.rows[row]) == 0 {
		t.rows[row] = make([]cell, n)
		return n
	}
	return 0
}

func (t *wordTable) widenCell(cols int) int {
	row := len(t.rows) - 1
	if cols < 2 || row < 0 || len(t.rows[row]) != t.at+1 {
		return 0
	}
	t.spans = append(t.spans, span{row, t.at, 1, 1})
	t.widen(cols)
	return cols - 1
}

// join makes the cell being read one with the cell above or before it.
func (t *wordTable) join(how, value string) {
	row := len(t.rows) - 1
	if row < 0 || t.at >= len(t.rows[row]) {
		return
	}
	goesOn := value == "" || value == "continue"
	switch i, ok := t.above[t.at]; {
	case how == "vMerge" && !goesOn:
		t.above[t.at] = t.spanHere(row)
	case how == "vMerge" && ok && t.spans[i].row+t.spans[i].rows == row:
		t.spans[i].rows++
	case how == "hMerge" && !goesOn:
		t.spanHere(row)
	case how == "hMerge" && len(t.spans) > 0:
		if last := &t.spans[len(t.spans)-1]; last.row == row && last.col+last.cols == t.at {
			last.cols++
		}
	}
}

// spanHere is the span that begins with the cell being read.
func (t *wordTable) spanHere(row int) int {
	if n := len(t.spans); n > 0 && t.spans[n-1].row == row && t.spans[n-1].col == t.at {
		return n - 1
	}
	t.spans = append(t.spans, span{row, t.at, 1, 1})
	return len(t.spans) - 1
}

// intoCell adds lines to the cell being read; what stands in none is a
// paragraph.
func (w *wordReader) intoCell(lines []string) {
	if !w.tables[len(w.tables)-1].add(lines...) {
		w.blocks = append(w.blocks, block{at: w.number, lines: lines})
	}
}

// endTable closes a table; one within a cell becomes lines of the cell.
func (w *wordReader) endTable() {
	n := len(w.tables)
	if n == 0 {
		return
	}
	table := w.tables[n-1]
	w.tables = w.tables[:n-1]
	if n == 1 {
		if table.rows != nil {
			w.blocks = append(w.blocks, table.block(table.first))
		}
		if w.inner {
			w.doubts.note(innerTable, table.first, "")
		}
		w.inner = false
		w.flushNotes()
		return
	}
	for _, cells := range table.rows {
		for _, c := range cells {
			w.intoCell(c)
		}
	}
}
