package document

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"phatngon/knowledge"
)

// Limits of a table of statements.
const (
	maxRows    = 2000
	maxCells   = 64 // of a row
	maxText    = 16 << 20
	headerRows = 10 // among which the headings stand
)

// sheet is a table of statements, one a row, under a row of headings.
type sheet struct {
	r      *reader
	serial func(float64) (time.Time, error) // reads a workbook's day numbers; nil for CSV
	fields []string                         // by column, "" for none; nil before the headings
	row    int
	label  string // of the sheet within a workbook, when it has several
	bytes  int    // of text so far
}

// add reads the next row.
func (s *sheet) add(cells []string) error {
	s.row++
	if i := slices.IndexFunc(cells[min(len(cells), maxCells):], func(c string) bool { return c != "" }); i >= 0 {
		return refuse("Hàng %d có dữ liệu ở ngoài %d cột đầu; hãy bỏ cột thừa.", s.row, maxCells)
	}
	cells = cells[:min(len(cells), maxCells)]
	for i := range cells {
		if s.bytes += len(cells[i]); s.bytes > maxText {
			return refuse("Bảng có quá %d MB chữ; hãy tách thành nhiều tệp.", maxText>>20)
		}
		cells[i] = strings.TrimSpace(tidy(strings.ReplaceAll(cells[i], "\r\n", "\n")))
	}
	switch {
	case !slices.ContainsFunc(cells, func(c string) bool { return c != "" }):
	case s.fields == nil:
		return s.headings(cells)
	case len(s.r.drafts) >= maxRows:
		return refuse("Bảng có quá %d phát ngôn; hãy tách thành nhiều tệp.", maxRows)
	default:
		s.statement(cells)
	}
	return nil
}

// headings reads the row of headings; titles above it are passed over.
func (s *sheet) headings(cells []string) error {
	fields, known := make([]string, len(cells)), 0
	for i, c := range cells {
		if fields[i] = fieldOf(c); fields[i] != "" {
			known++
		}
	}
	if known < 2 {
		if s.row >= headerRows {
			return noHeadings()
		}
		return nil
	}
	for i, f := range fields {
		if f == "" && cells[i] != "" {
			return refuse("Hàng %d: không có cột “%s”; xem tên cột trong tài liệu nhập tệp.", s.row, cells[i])
		}
		if f != "" && slices.Index(fields, f) < i {
			return refuse("Hàng %d: cột “%s” có hai lần; hãy bỏ một cột.", s.row, cells[i])
		}
	}
	for _, f := range []string{"title", "body"} {
		if !slices.Contains(fields, f) {
			return refuse("Hàng %d: thiếu cột “Tiêu đề” hoặc “Nội dung”; cả hai đều bắt buộc.", s.row)
		}
	}
	s.fields = fields
	return nil
}

func noHeadings() error {
	return refuse("Không thấy hàng tiêu đề cột trong %d hàng đầu; hàng này cần có ít nhất “Tiêu đề” và “Nội dung”.", headerRows)
}

// fieldOf is the field a heading names, "" when it names none.
func fieldOf(heading string) string {
	key := strings.ToLower(oneLine(strings.TrimRight(heading, " *:")))
	if slices.Contains(columnKeys, key) {
		return key
	}
	return columns[key]
}

func (s *sheet) statement(cells []string) {
	d := Draft{}
	where := strings.TrimSpace(fmt.Sprintf("%s hàng %d", s.label, s.row))
	for i, value := range cells {
		if i >= len(s.fields) {
			if value != "" {
				s.r.problem(&d, "body", s.row, "Hàng %d có ô thừa bên phải bảng; hãy bỏ hoặc đặt vào đúng cột.", s.row)
			}
			continue
		}
		if field := s.fields[i]; field != "" && value != "" {
			s.set(&d, field, value)
			if field != "body" {
				d.Found = append(d.Found, Fact{field, oneLine(value), where})
			}
		}
	}
	s.r.missing(&d, s.row, "Hàng")
	s.r.drafts = append(s.r.drafts, d)
}

// missing names the required fields that one of several drafts leaves open,
// with its place in the file.
func (r *reader) missing(d *Draft, number int, place string) {
	r.stated(d)
	for _, flaw := range knowledge.Lint(d.Statement, nil) {
		if text := missing[flaw.Field]; text != "" && !d.told(flaw.Field) {
			r.problem(d, flaw.Field, number, "%s %d: %s", place, number, text)
		}
	}
}

// set puts a cell into its field.
func (s *sheet) set(d *Draft, field, value string) {
	st := &d.Statement
	if field == "body" {
		st.Body = value
		return
	}
	if t, ok := moment(field, oneLine(value), s.serial); ok && setTime(st, field, t) {
		return
	}
	if isTime := setTime(&knowledge.Statement{}, field, time.Time{}); isTime {
		s.r.problem(d, field, s.row, "Hàng %d: “%s” không phải ngày; viết như 20/11/2026 hoặc 20/11/2026 09:00.", s.row, oneLine(value))
		return
	}
	text := oneLine(value)
	if meant := choices[field][strings.ToLower(text)]; meant != "" {
		text = meant
	}
	if field == "unit" && s.r.Unit != nil && (s.r.KnownUnit == nil || !s.r.KnownUnit(text)) {
		code, ok := s.r.Unit(text)
		if !ok {
			s.r.problem(d, field, s.row, "Hàng %d: không có đơn vị “%s” trong danh mục; hãy dùng tên đầy đủ hoặc mã đơn vị.", s.row, text)
			return
		}
		text = code
	}
	if !setText(st, field, text) {
		setList(st, field, value)
	}
}
