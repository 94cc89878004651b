package document

import (
	"archive/zip"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// openBook is an opened XLSX, whose sheets are tables of statements or stand
// beside one.
type openBook struct {
	*excelize.File
	r      *reader
	marks  marks
	doubts doubts // of the file, said beside its first draft
}

func (b *openBook) read() error {
	var refused error
	var widest []string
	found, named, names := false, false, b.GetSheetList()
	for _, name := range names {
		s := &sheet{r: b.r, serial: b.serial()}
		if len(names) > 1 {
			s.label = "trang tính “" + oneLine(name) + "”,"
		}
		err := b.readSheet(s, name)
		switch {
		case err != nil && s.fields != nil:
			return err // a table of statements, with what cannot be read
		case err != nil && refused == nil:
			refused = err
		}
		named = named || s.named
		if len(s.widest) > len(widest) {
			widest = s.widest
		}
		if s.fields != nil {
			found = true
			b.doubts.join(s.doubts)
		} else if s.row > 0 {
			b.doubts.note(otherSheet, 0, name)
		}
	}
	if !found {
		if named {
			return refused
		}
		return b.noStatements(refused, widest)
	}
	return b.r.aside(b.doubts)
}

// noStatements reads a workbook that has no table of statements.
func (b *openBook) noStatements(refused error, columns []string) error {
	if ok, err := b.dataTable(); ok || err != nil {
		return err
	}
	if refused != nil {
		return refused
	}
	return noHeadings(columns)
}

// aside says what a table of statements holds beside them, with its first one.
func (r *reader) aside(noted doubts) error {
	if len(noted.list) == 0 {
		return nil
	}
	if len(r.drafts) == 0 {
		return refuse("Bảng không có phát ngôn nào. %s", noted.list[0].text("hàng"))
	}
	r.doubted(&r.drafts[0], noted, "hàng")
	return nil
}

// join notes all that others hold, where they stand.
func (d *doubts) join(others doubts) {
	for _, one := range others.list {
		for i := range one.times {
			words := ""
			if i < len(one.words) {
				words = one.words[i]
			}
			d.note(one.doubtKind, one.at[min(i, len(one.at)-1)], words)
		}
	}
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
		b.doubts.note(hiddenSheet, 0, name)
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
			return nil, damaged()
		}
		out = append(out, cells)
		if len(out) > maxSheetRow {
			return nil, refuse("Bảng tính dài quá %d hàng; hãy xóa hàng trống ở cuối hoặc tách thành nhiều tệp.", maxSheetRow)
		}
		for _, c := range cells {
			bytes += len(c)
		}
		if bytes > 2*maxText {
			return nil, refuse("Bảng có quá %d MB chữ; hãy tách thành nhiều tệp.", maxText>>20)
		}
	}
	if rows.Error() != nil {
		return nil, damaged()
	}
	return out, nil
}

// marks are what a workbook's styles make of a cell.
type marks struct {
	struck, day map[int]bool // by style
	general     map[int]bool // numbers are shown as they are
	rich        bool         // some cells have words of several looks
}

func marksOf(f *excelize.File, z *zip.Reader) marks {
	m := marks{map[int]bool{}, map[int]bool{}, map[int]bool{}, hasRich(z)}
	if f.Styles == nil || f.Styles.CellXfs == nil {
		return m
	}
	codes := map[int]string{}
	if f.Styles.NumFmts != nil {
		for _, n := range f.Styles.NumFmts.NumFmt {
			codes[n.NumFmtID] = n.FormatCode
		}
	}
	for i, x := range f.Styles.CellXfs.Xf {
		id := 0
		if x.NumFmtID != nil {
			id = *x.NumFmtID
		}
		m.day[i], m.general[i] = isDayFormat(id, codes[id]), id == 0
		if x.FontID != nil && f.Styles.Fonts != nil && *x.FontID >= 0 && *x.FontID < len(f.Styles.Fonts.Font) {
			strike := f.Styles.Fonts.Font[*x.FontID].Strike
			m.struck[i] = strike != nil && (strike.Val == nil || *strike.Val)
		}
	}
	return m
}

// hasRich reports whether a part sets some of a cell's words apart.
func hasRich(z *zip.Reader) bool {
	for _, f := range z.File {
		if !strings.HasSuffix(f.Name, "haredStrings.xml") && !strings.Contains(f.Name, "worksheets/") {
			continue
		}
		if data, err := part(z, f.Name); err == nil && (strings.Contains(string(data), "<strike") || strings.Contains(string(data), "vertAlign")) {
			return true
		}
	}
	return false
}

// isDayFormat reports whether a format of numbers shows days or times.
func isDayFormat(id int, code string) bool {
	if id >= 14 && id <= 22 || id >= 27 && id <= 36 || id == 45 || id == 47 || id >= 50 && id <= 58 {
		return true
	}
	quoted := false
	for i, c := range strings.ToLower(code) {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '[' && !strings.HasPrefix(code[i:], "[$"):
			return false // a duration or a colour
		case c == 'y' || c == 'd' || c == 'h':
			return true
		}
	}
	return false
}

// dayText is a number of Excel as a day is written here.
func dayText(number string, serial func(float64) (time.Time, error)) (string, bool) {
	n, err := strconv.ParseFloat(number, 64)
	if err != nil || n < 0 || n > 1e6 {
		return "", false
	}
	t, err := serial(n)
	switch {
	case err != nil:
		return "", false
	case n < 1:
		return t.Format("15:04"), true
	case n == float64(int(n)):
		return t.Format("02/01/2006"), true
	}
	return t.Format("02/01/2006 15:04"), true
}
