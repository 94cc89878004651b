package docx

import (
	"encoding/xml"
	"strconv"

	"phatngon/knowledge/importer/paper"
)

// wordTable is a table being read; w:vMerge joins a cell with the one above.
type wordTable struct {
	paper.Grid
	first int          // paragraph in it
	row   rowShown     // the row being read
	gone  map[int]bool // rows that no page shows
	above map[int]int  // by column, the span that may go on, as an index
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
		table.NewRow()
		table.row = rowShown{at: w.number + 1}
		w.rows++
	case "trPr":
		w.ofRow = true
	case "hidden":
		table.row.hidden = w.ofRow && toggle(t) == "on"
	case "tc":
		w.rows += table.NewCell(1, 1)
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
	return min(max(n, 0), paper.MaxSpanCols)
}

// leave keeps places free at the front of a row.
func (t *wordTable) leave(n int) int {
	if row := len(t.Rows) - 1; row >= 0 && len(t.Rows[row]) == 0 {
		t.Rows[row] = make([]paper.Cell, n)
		return n
	}
	return 0
}

func (t *wordTable) widenCell(cols int) int {
	row := len(t.Rows) - 1
	if cols < 2 || row < 0 || len(t.Rows[row]) != t.At+1 {
		return 0
	}
	t.Spans = append(t.Spans, paper.Span{Row: row, Col: t.At, Rows: 1, Cols: 1})
	t.Widen(cols)
	return cols - 1
}

// join makes the cell being read one with the cell above or before it.
func (t *wordTable) join(how, value string) {
	row := len(t.Rows) - 1
	if row < 0 || t.At >= len(t.Rows[row]) {
		return
	}
	goesOn := value == "" || value == "continue"
	switch i, ok := t.above[t.At]; {
	case how == "vMerge" && !goesOn:
		t.above[t.At] = t.spanHere(row)
	case how == "vMerge" && ok && t.Spans[i].Row+t.Spans[i].Rows == row:
		t.Spans[i].Rows++
	case how == "hMerge" && !goesOn:
		t.spanHere(row)
	case how == "hMerge" && len(t.Spans) > 0:
		if last := &t.Spans[len(t.Spans)-1]; last.Row == row && last.Col+last.Cols == t.At {
			last.Cols++
		}
	}
}

// spanHere is the span that begins with the cell being read.
func (t *wordTable) spanHere(row int) int {
	if n := len(t.Spans); n > 0 && t.Spans[n-1].Row == row && t.Spans[n-1].Col == t.At {
		return n - 1
	}
	t.Spans = append(t.Spans, paper.Span{Row: row, Col: t.At, Rows: 1, Cols: 1})
	return len(t.Spans) - 1
}

// intoCell adds lines to the cell being read; what stands in none is a
// paragraph.
func (w *wordReader) intoCell(lines []string) {
	if !w.tables[len(w.tables)-1].Add(lines...) {
		w.blocks = append(w.blocks, paper.Block{At: w.number, Lines: lines})
	}
}

// endTable closes a table; one within a cell becomes lines of the cell.
func (w *wordReader) endTable() {
	n := len(w.tables)
	if n == 0 {
		return
	}
	table := w.tables[n-1]
	table.dropRows()
	w.tables = w.tables[:n-1]
	if n == 1 {
		if table.Rows != nil {
			w.blocks = append(w.blocks, table.Block(table.first))
		}
		if w.inner {
			w.doubts.Note(paper.InnerTable, table.first, "")
		}
		w.inner = false
		w.flushNotes()
		return
	}
	for _, cells := range table.Rows {
		for _, c := range cells {
			w.intoCell(c)
		}
	}
}
