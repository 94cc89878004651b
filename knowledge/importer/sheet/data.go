package sheet

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"phatngon/knowledge/importer/letter"
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
	m := &sheetReader{openBook: b, sheet: &sheet{r: b.r, serial: b.serial()}, name: name}
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
	from, until := dataRange(rows)
	if until-from < dataRows || len(rows[from]) > MaxCells {
		return false, nil
	}
	m.sheet.doubts.Join(m.sheet.rowDoubts)
	m.draft(rows, from, until)
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
func dataRange(rows [][]string) (from, until int) {
	from = slices.IndexFunc(rows, func(cells []string) bool { return filled(cells) >= dataColumns })
	if from < 0 {
		return 0, 0
	}
	for i := from; i < len(rows); i++ {
		if filled(rows[i]) > 1 {
			until = i + 1
		}
	}
	return from, until
}

func filled(cells []string) (n int) {
	for _, c := range cells {
		if c != "" {
			n++
		}
	}
	return n
}

// draft is the table with what stands above and below it. The row right above
// it is its title when it is all there is in that row.
func (m *sheetReader) draft(rows [][]string, from, until int) {
	d := letter.Draft{}
	var blocks []paper.Block
	title := from - 1
	for title >= 0 && filled(rows[title]) == 0 {
		title--
	}
	for i, cells := range rows {
		text := strings.Join(slices.DeleteFunc(slices.Clone(cells), func(c string) bool { return c == "" }), " ")
		code, known := "", false
		if m.r.Unit != nil && i < from {
			code, known = m.r.Unit(text)
		}
		switch where := "hàng " + strconv.Itoa(i+1); {
		case text == "" || i > from && i < until:
		case i == from:
			blocks = append(blocks, m.block(rows[from:until], from))
		case i == title && filled(cells) == 1:
			d.Statement.Title = paper.OneLine(text)
			d.Found = append(d.Found, letter.Fact{Field: "title", Value: paper.OneLine(text), Where: where})
		case known && d.Statement.Unit == "":
			d.Statement.Unit = code
			d.Found = append(d.Found, letter.Fact{Field: "unit", Value: code, Where: where})
		default:
			blocks = append(blocks, paper.Block{At: i + 1, Lines: []string{text}})
		}
	}
	d.Statement.Body = paper.Markdown(blocks)
	m.sheet.doubts.Note(asOneTable, from+1, m.name)
	m.r.Doubted(&d, m.sheet.doubts, "hàng")
	m.r.Drafts = append(m.r.Drafts, d)
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
