package sheet

import (
	"slices"

	"github.com/xuri/excelize/v2"

	"phatngon/knowledge/importer/paper"
)

// A workbook whose only sheet is a table of figures, such as a timetable, is
// one statement that holds the table.

var asOneTable = paper.DoubtKind{What: "bảng số liệu được đọc thành một phát ngôn có bảng", Check: "hãy đối chiếu từng ô với bảng gốc"}

// Sizes from which rows are a table of figures.
const (
	dataColumns = 3
	dataRows    = 3
)

// dataTable makes a draft of the only sheet; false when it is no table of
// figures.
func (b *openBook) dataTable() (bool, error) {
	name, raw, err := b.onlySheet()
	if err != nil || name == "" {
		return false, err
	}
	shown, err := b.rows(name, false)
	if err != nil || len(shown) != len(raw) {
		return false, err
	}
	m := &sheetReader{openBook: b, sheet: &sheet{r: b.r, serial: b.serial()}, name: name, shows: true}
	rows := make([][]string, len(raw))
	for i, cells := range raw {
		if len(shown[i]) == len(cells) {
			m.sheet.row = i + 1
			rows[i] = m.cells(i+1, cells, shown[i])
		}
		for c := range rows[i] {
			rows[i][c] = m.sheet.clean(rows[i][c])
		}
	}
	from, until := m.dataRange(rows)
	if until-from < dataRows || len(rows[from]) > MaxCells {
		return false, nil
	}
	m.sheet.doubts.Join(m.sheet.rowDoubts)
	m.besides(len(raw), len(rows[from]))
	m.draft(figures{rows, from, until})
	return true, nil
}

// onlySheet is the one sheet that is shown and has rows.
func (b *openBook) onlySheet() (name string, rows [][]string, err error) {
	for _, sheet := range b.GetSheetList() {
		if visible, err := b.GetSheetVisible(sheet); err == nil && !visible {
			continue
		}
		raw, err := b.rows(sheet, true)
		if err != nil || len(raw) == 0 {
			continue
		}
		if name != "" {
			return "", nil, nil
		}
		name, rows = sheet, raw
	}
	return name, rows, nil
}

// dataRange is the rows from the headings to the last row of figures.
func (m *sheetReader) dataRange(rows [][]string) (from, until int) {
	from = slices.IndexFunc(rows, func(cells []string) bool { return filled(cells) >= dataColumns })
	if from < 0 {
		return 0, 0
	}
	for i := from; i < len(rows); i++ {
		apart := i > from && (filled(rows[i-1]) == 0 || 2*filled(rows[i]) <= filled(rows[from]))
		if apart && isSigned(rows[i]) {
			break
		}
		if filled(rows[i])+len(m.uncounted[m.parts[m.name]][i+1]) > 1 {
			until = i + 1
		}
	}
	return from, until
}

// besides notes formulas without a value and hidden columns of a table of
// figures.
func (m *sheetReader) besides(rows, columns int) {
	var missing []string
	for row := range rows {
		missing = append(missing, m.uncounted[m.parts[m.name]][row+1]...)
	}
	if len(missing) > 0 {
		m.sheet.doubts.Note(noResult(missing), 0, "")
	}
	for i := range columns {
		name, err := excelize.ColumnNumberToName(i + 1)
		if visible, err2 := m.GetColVisible(m.name, name); err == nil && err2 == nil && !visible {
			m.sheet.doubts.Note(hiddenColumn, 0, name)
		}
	}
}

func filled(cells []string) (n int) {
	for _, c := range cells {
		if c != "" {
			n++
		}
	}
	return n
}

// block is rows as a table, with its merged cells.
func (m *sheetReader) block(rows [][]string, from int) paper.Block {
	b := paper.Block{At: from + 1}
	for _, cells := range rows {
		row := make([]paper.Cell, len(cells))
		for c, text := range cells {
			if text != "" {
				row[c] = paper.Cell{paper.OneLine(text)}
			}
		}
		b.Rows = append(b.Rows, row)
	}
	merged, err := m.GetMergeCells(m.name, true)
	if err != nil {
		return b
	}
	for _, c := range merged {
		col, row, err := excelize.CellNameToCoordinates(c.GetStartAxis())
		lastCol, lastRow, err2 := excelize.CellNameToCoordinates(c.GetEndAxis())
		if err == nil && err2 == nil && row > from && row <= from+len(rows) {
			b.Spans = append(b.Spans, paper.Span{Row: row - 1 - from, Col: col - 1, Rows: lastRow - row + 1, Cols: min(lastCol-col+1, paper.MaxSpanCols)})
		}
	}
	return b
}
