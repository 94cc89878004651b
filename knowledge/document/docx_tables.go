package document

func (w *wordReader) row() {
	if n := len(w.tables); n > 0 {
		w.tables[n-1].rows = append(w.tables[n-1].rows, nil)
		w.rows++
	}
}

func (w *wordReader) cell() {
	if n := len(w.tables); n > 0 {
		if rows := w.tables[n-1].rows; len(rows) > 0 {
			rows[len(rows)-1] = append(rows[len(rows)-1], cell{})
			w.rows++
		}
	}
}

// intoCell adds lines to the last cell of the innermost table.
func (w *wordReader) intoCell(lines []string) {
	rows := w.tables[len(w.tables)-1].rows
	if len(rows) == 0 || len(rows[len(rows)-1]) == 0 {
		return
	}
	cells := rows[len(rows)-1]
	cells[len(cells)-1] = append(cells[len(cells)-1], lines...)
}

// endTable closes a table; one within a cell becomes lines of the cell.
func (w *wordReader) endTable() {
	n := len(w.tables)
	if n == 0 {
		return
	}
	table := *w.tables[n-1]
	w.tables = w.tables[:n-1]
	if n == 1 {
		if table.rows != nil {
			w.blocks = append(w.blocks, table)
		}
		return
	}
	for _, cells := range table.rows {
		for _, c := range cells {
			w.intoCell(c)
		}
	}
}
