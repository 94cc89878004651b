// Package sheet reads tables of statements, one a row, and workbooks that are one
// table of figures.
package sheet

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"phatngon/knowledge/importer/letter"
	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/statement"
)

// Limits of a table of statements.
const (
	MaxRows    = 2000
	MaxCells   = 64 // of a row
	maxText    = 16 << 20
	headerRows = 30 // among which the headings stand
)

// sheet is a table of statements, one a row, under a row of headings.
type sheet struct {
	r      *letter.Reader
	serial func(float64) (time.Time, error) // reads a workbook's day numbers; nil for CSV
	fields []string                         // by column, "" for none; nil before the headings
	row    int
	label  string // of the sheet within a workbook, when it has several
	bytes  int    // of text so far

	named     bool         // a row has headings, right or wrong
	widest    []string     // of the rows before the headings, the one with most cells
	doubts    paper.Doubts // of the table
	rowDoubts paper.Doubts // of the row
}

var (
	aboveTable = paper.DoubtKind{What: "các hàng phía trên tiêu đề cột không đưa vào", Check: "hãy kiểm tra có phần nào thuộc nội dung không"}
	// counters are headings of a column that only counts the rows.
	counters = paper.SetOf("stt tt số_tt số_thứ_tự no.")
)

// add reads the next row.
func (s *sheet) add(cells []string) error {
	s.row++
	if i := slices.IndexFunc(cells[min(len(cells), MaxCells):], func(c string) bool { return c != "" }); i >= 0 {
		return paper.Refuse("Hàng %d có dữ liệu ở ngoài %d cột đầu; hãy bỏ cột thừa.", s.row, MaxCells)
	}
	cells = cells[:min(len(cells), MaxCells)]
	for i := range cells {
		if s.bytes += len(cells[i]); s.bytes > maxText {
			return paper.Refuse("Bảng có quá %d MB chữ; hãy tách thành nhiều tệp.", maxText>>20)
		}
		cells[i] = s.clean(cells[i])
	}
	return s.addRow(cells)
}

// clean is a cell's text in one form; what is dropped is noted.
func (s *sheet) clean(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if strings.ContainsFunc(text, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' && r != '\r' }) {
		s.rowDoubts.Note(paper.Control, s.row, text)
	}
	if f := paper.FlawOf(text); f.Found > 0 {
		s.rowDoubts.Note(f.Doubt(), s.row, f.Word)
	}
	return strings.TrimSpace(paper.Tidy(text))
}

func (s *sheet) addRow(cells []string) error {
	full := slices.ContainsFunc(cells, func(c string) bool { return c != "" })
	switch {
	case full && s.fields == nil:
		return s.headings(cells)
	case full && len(s.r.Drafts) >= MaxRows:
		return paper.Refuse("Bảng có quá %d phát ngôn; hãy tách thành nhiều tệp.", MaxRows)
	case full:
		s.statement(cells)
	default:
		s.doubts.Join(s.rowDoubts)
	}
	s.rowDoubts = paper.Doubts{}
	return nil
}

// headings reads the row of headings; titles above it are passed over.
func (s *sheet) headings(cells []string) error {
	fields, known := make([]string, len(cells)), 0
	for i, c := range cells {
		if fields[i] = fieldOf(c); fields[i] != "" && fields[i] != counter {
			known++
		}
	}
	if known < 2 {
		return s.above(cells)
	}
	s.named = true
	for i, f := range fields {
		if f == "" && cells[i] != "" {
			return paper.Refuse("Hàng %d: không có cột “%s”; xem tên cột trong tài liệu nhập tệp.", s.row, cells[i])
		}
		if f != "" && f != counter && slices.Index(fields, f) < i {
			return paper.Refuse("Hàng %d: cột “%s” có hai lần; hãy bỏ một cột.", s.row, cells[i])
		}
	}
	for _, f := range []string{"title", "body"} {
		if !slices.Contains(fields, f) {
			return paper.Refuse("Hàng %d: thiếu cột “Tiêu đề” hoặc “Nội dung”; cả hai đều bắt buộc.", s.row)
		}
	}
	s.fields = fields
	return nil
}

// counter is the field of a column that only counts the rows.
const counter = "#"

// above passes over a row before the headings.
func (s *sheet) above(cells []string) error {
	filled := slices.DeleteFunc(slices.Clone(cells), func(c string) bool { return c == "" })
	if len(filled) > len(s.widest) {
		s.widest = filled
	}
	text := strings.Join(filled, " ")
	if len(filled) > 1 && !paper.Motto.MatchString(filled[1]) || len([]rune(text)) > paper.MaxQuote {
		s.doubts.Note(aboveTable, s.row, text) // more than the table's own title
	}
	if s.row >= headerRows {
		return noHeadings(s.widest)
	}
	return nil
}

// noHeadings says why a table is none of statements: columns are what it has.
func noHeadings(columns []string) error {
	text := fmt.Sprintf("Không thấy hàng tiêu đề cột trong %d hàng đầu; hàng này cần có ít nhất “Tiêu đề” và “Nội dung”.", headerRows)
	if len(columns) > 2 {
		for i := range columns {
			columns[i] = paper.Shortened(paper.OneLine(columns[i]), 30)
		}
		text += fmt.Sprintf(" Bảng này có các cột “%s”: đây là bảng số liệu, không phải bảng phát ngôn; hãy đặt cả bảng vào một tệp Word, hoặc chép vào ô “Nội dung” của một phát ngôn.",
			strings.Join(columns[:min(len(columns), 8)], "”, “"))
	}
	return paper.Refuse("%s", text)
}

// fieldOf is the field a heading names, "" when it names none.
func fieldOf(heading string) string {
	key := strings.ToLower(paper.OneLine(strings.TrimRight(heading, " *:")))
	if counters[strings.ReplaceAll(key, " ", "_")] {
		return counter
	}
	if _, ok := statement.FieldOf(key); ok {
		return key
	}
	return columns[key]
}

func (s *sheet) statement(cells []string) {
	d := letter.Draft{}
	where := strings.TrimSpace(fmt.Sprintf("%s hàng %d", s.label, s.row))
	for i, value := range cells {
		if i >= len(s.fields) {
			if value != "" {
				s.r.Problem(&d, "body", s.row, "Hàng %d có ô thừa bên phải bảng; hãy bỏ hoặc đặt vào đúng cột.", s.row)
			}
			continue
		}
		if field := s.fields[i]; field != "" && field != counter && value != "" {
			s.set(&d, field, value)
			if field != "body" {
				d.Found = append(d.Found, letter.Fact{Field: field, Value: paper.OneLine(value), Where: where})
			}
		}
	}
	s.r.Doubted(&d, s.rowDoubts, strings.TrimSpace(s.label+" hàng"))
	letter.SayMissing(s.r, &d, s.row, "Hàng")
	s.r.Drafts = append(s.r.Drafts, d)
}

// set puts a cell into its field.
func (s *sheet) set(d *letter.Draft, key, value string) {
	f, known := statement.FieldOf(key)
	switch {
	case !known:
	case key == statement.BodyKey:
		d.Statement.Body = value
	case f.Kind() == statement.List:
		f.SetValues(&d.Statement, listed(value))
	case f.Kind() == statement.Moment:
		s.setTime(d, f, paper.OneLine(value))
	default:
		s.setText(d, f, paper.OneLine(value))
	}
}

func (s *sheet) setTime(d *letter.Draft, f statement.Field, value string) {
	t, ok := moment(f.Key, value, s.serial)
	if !ok {
		s.r.Problem(d, f.Key, s.row, "Hàng %d: “%s” không phải ngày; viết như 20/11/2026 hoặc 20/11/2026 09:00.", s.row, value)
		return
	}
	f.SetTime(&d.Statement, &t)
}

func (s *sheet) setText(d *letter.Draft, f statement.Field, text string) {
	if meant := choices[f.Key][strings.ToLower(text)]; meant != "" {
		text = meant
	}
	if f.Key == "unit" && s.r.Unit != nil && (s.r.KnownUnit == nil || !s.r.KnownUnit(text)) {
		code, ok := s.r.Unit(text)
		if !ok {
			s.r.Problem(d, f.Key, s.row, "Hàng %d: không có đơn vị “%s” trong danh mục; hãy dùng tên đầy đủ hoặc mã đơn vị.", s.row, text)
			return
		}
		text = code
	}
	f.SetText(&d.Statement, text)
}
