package sheet

import (
	"time"

	"github.com/xuri/excelize/v2"

	"phatngon/knowledge/importer/letter"
	"phatngon/knowledge/importer/paper"
)

// openBook is an opened XLSX, whose sheets are tables of statements or stand
// beside one.
type openBook struct {
	*excelize.File
	r         *letter.Reader
	marks     marks
	doubts    paper.Doubts      // of the file, said beside its first draft
	parts     map[string]string // of sheets, by name
	uncounted uncounted
}

// reading is what became of the sheets of a workbook.
type reading struct {
	found, named bool         // a table of statements; headings of one
	refused      error        // of the first sheet that is none
	widest       []string     // of its rows, the one with most cells
	others       paper.Doubts // the sheets that are none
}

func (b *openBook) read() error {
	var all reading
	names := b.GetSheetList()
	for _, name := range names {
		s := &sheet{r: b.r, serial: b.serial()}
		if len(names) > 1 {
			s.label = "trang tính “" + paper.OneLine(name) + "”,"
		}
		err := b.readSheet(s, name)
		if err != nil && s.fields != nil {
			return err // a table of statements, with what cannot be read
		}
		if s.fields != nil {
			b.doubts.Join(s.doubts)
		}
		all.add(s, name, err)
	}
	switch {
	case all.found:
		b.doubts.Join(all.others)
	case all.named:
		return all.refused
	default:
		if err := b.noStatements(all); err != nil {
			return err
		}
	}
	return sayAside(b.r, b.doubts)
}

func (a *reading) add(s *sheet, name string, err error) {
	a.found, a.named = a.found || s.fields != nil, a.named || s.named
	if len(s.widest) > len(a.widest) {
		a.widest = s.widest
	}
	if a.refused == nil {
		a.refused = err
	}
	if err != nil && s.named {
		name += ": " + err.Error()
	}
	if s.fields == nil && s.row > 0 {
		a.others.Note(otherSheet, 0, name)
	}
}

// noStatements reads a workbook that has no table of statements.
func (b *openBook) noStatements(all reading) error {
	ok, err := b.dataTable()
	switch {
	case ok || err != nil:
		return err
	case all.refused != nil:
		return all.refused
	}
	return noHeadings(all.widest)
}

// aside says what a table of statements holds beside them, with its first one.
func sayAside(r *letter.Reader, noted paper.Doubts) error {
	if len(noted.List) == 0 {
		return nil
	}
	if len(r.Drafts) == 0 {
		return paper.Refuse("Bảng không có phát ngôn nào. %s", noted.List[0].Text("hàng"))
	}
	r.Doubted(&r.Drafts[0], noted, "hàng")
	return nil
}

func (b *openBook) serial() func(float64) (time.Time, error) {
	props, err := b.GetWorkbookProps()
	from1904 := err == nil && props.Date1904 != nil && *props.Date1904
	return func(n float64) (time.Time, error) { return excelize.ExcelDateToTime(n, from1904) }
}

// readSheet reads one sheet; a hidden one is only told of, and one without
// rows, such as a chart, has nothing.
func (b *openBook) readSheet(s *sheet, name string) error {
	raw, err := b.rows(name, true)
	if err != nil || len(raw) == 0 {
		return err
	}
	if visible, err := b.GetSheetVisible(name); err == nil && !visible {
		b.doubts.Note(hiddenSheet, 0, name)
		return nil
	}
	shown, err := b.rows(name, false)
	if err != nil {
		return err
	}
	m := &sheetReader{openBook: b, sheet: s, name: name}
	m.merge()
	for i, cells := range raw {
		if i < len(shown) && len(shown[i]) == len(cells) {
			cells = m.cells(i+1, cells, shown[i])
		}
		if missing := b.uncounted[b.parts[name]][i+1]; len(missing) > 0 {
			s.rowDoubts.Note(noResult(missing), i+1, "")
		}
		if err := s.add(cells); err != nil {
			return err
		}
	}
	m.hiddenColumns()
	return nil
}

// rows are the cells of a sheet as they are stored, or as Excel shows them.
func (b *openBook) rows(name string, raw bool) ([][]string, error) {
	rows, err := b.Rows(name)
	if err != nil {
		return nil, nil
	}
	defer rows.Close()
	var out [][]string
	bytes := 0
	for rows.Next() {
		cells, err := rows.Columns(excelize.Options{RawCellValue: raw})
		if err != nil {
			return nil, paper.Damaged()
		}
		out = append(out, cells)
		if len(out) > maxSheetRow {
			return nil, paper.Refuse("Bảng tính dài quá %d hàng; hãy xóa hàng trống ở cuối hoặc tách thành nhiều tệp.", maxSheetRow)
		}
		for _, c := range cells {
			bytes += len(c)
		}
		if bytes > 2*maxText {
			return nil, paper.Refuse("Bảng có quá %d MB chữ; hãy tách thành nhiều tệp.", maxText>>20)
		}
	}
	if rows.Error() != nil {
		return nil, paper.Damaged()
	}
	return out, nil
}
