package sheet

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/importer/symbol"
)

// sheetReader reads the cells of one sheet as a person sees them.
type sheetReader struct {
	*openBook
	sheet *sheet
	name  string
	shows bool             // the table is taken as it is seen, errors and all
	held  map[int]heldCell // by column, what a merged cell says in the rows below
	ends  map[string]int   // by the name of a merged cell, its last row
}

type heldCell struct {
	until int
	text  string
}

var (
	otherSheet   = paper.DoubtKind{What: "có trang tính không phải bảng phát ngôn, không đọc", Check: "hãy kiểm tra có phần nào cần đưa vào không"}
	hiddenSheet  = paper.DoubtKind{What: "có trang tính ẩn, không đọc", Check: "hãy hiện trang tính trong Excel nếu cần đưa vào"}
	hiddenRow    = paper.DoubtKind{What: "hàng ẩn trong Excel không đưa vào", Check: "hãy hiện hàng nếu cần đưa vào"}
	hiddenColumn = paper.DoubtKind{What: "có cột ẩn trong Excel đã được đọc", Check: "hãy kiểm tra nội dung của cột"}
	repeatedCell = paper.DoubtKind{What: "ô gộp, chữ của ô được lặp lại ở hàng này", Check: "hãy đối chiếu với bảng gốc"}
	asNumber     = paper.DoubtKind{What: "số được đưa vào như đã lưu, Excel hiện khác", Check: "hãy đối chiếu với bảng gốc"}
	whiteCell    = paper.DoubtKind{What: "chữ màu trắng đã đưa vào, người xem có thể không thấy", Check: "hãy đối chiếu với bản gốc và xóa nếu không công bố"}
	noValue      = paper.DoubtKind{What: "ô có lỗi công thức", Check: "hãy sửa trong Excel rồi nhập lại"}
)

// merge notes the cells that stand for several rows.
func (m *sheetReader) merge() {
	m.held, m.ends = map[int]heldCell{}, map[string]int{}
	merged, err := m.GetMergeCells(m.name, true)
	if err != nil {
		return
	}
	for _, c := range merged {
		if _, row, err := excelize.CellNameToCoordinates(c.GetEndAxis()); err == nil {
			m.ends[c.GetStartAxis()] = row
		}
	}
}

// cells are those of a row with what is struck out left away, days as days
// and merged cells in each of their rows. A hidden row has none.
func (m *sheetReader) cells(row int, raw, shown []string) []string {
	out := make([]string, len(raw))
	full := false
	for i := range raw {
		if raw[i] != "" {
			out[i] = m.cell(i+1, row, raw[i], shown[i])
			full = full || strings.TrimSpace(out[i]) != ""
		}
	}
	if visible, err := m.GetRowVisible(m.name, row); full && err == nil && !visible {
		m.sheet.doubts.Note(hiddenRow, row, strings.Join(out, " "))
		return nil
	}
	if full {
		out = m.fill(row, out)
	}
	return out
}

// fill puts what a merged cell says into the rows below its first.
func (m *sheetReader) fill(row int, cells []string) []string {
	for col, held := range m.held {
		if row > held.until {
			delete(m.held, col)
			continue
		}
		for len(cells) <= col {
			cells = append(cells, "")
		}
		if cells[col] == "" {
			m.sheet.rowDoubts.Note(repeatedCell, row, held.text)
			cells[col] = held.text
		}
	}
	for col, text := range cells[:min(len(cells), MaxCells)] {
		name, err := excelize.CoordinatesToCellName(col+1, row)
		if err == nil && text != "" && m.ends[name] > row {
			m.held[col] = heldCell{m.ends[name], text}
		}
	}
	return cells
}

func (m *sheetReader) cell(col, row int, raw, shown string) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return raw
	}
	style, err := m.GetCellStyle(m.name, name)
	if err != nil {
		return raw
	}
	if m.marks.struck[style] {
		m.sheet.rowDoubts.Note(paper.StruckOut, row, paper.Either(shown, raw))
		return ""
	}
	if m.marks.white[style] {
		m.sheet.rowDoubts.Note(whiteCell, row, paper.Either(shown, raw))
	}
	if text, ok := m.rich(name, row); ok {
		return text
	}
	return m.signs(m.number(row, style, raw, shown), m.marks.signs[style], row)
}

// signs is what a font of signs shows of letters.
func (m *sheetReader) signs(text, font string, row int) string {
	if font == "" {
		return text
	}
	return strings.Map(func(r rune) rune {
		sign, ok := symbol.Typed(font, r)
		if !ok {
			m.sheet.rowDoubts.Note(paper.NoSymbol, row, font+" "+string(r))
			return utf8.RuneError
		}
		return sign
	}, text)
}

// number is a cell that may be a number, as a person sees it.
func (m *sheetReader) number(row, style int, raw, shown string) string {
	if strings.HasPrefix(raw, "#") && strings.ToUpper(raw) == raw && strings.ContainsAny(raw, "!?/") {
		m.sheet.rowDoubts.Note(noValue, row, raw)
		if m.shows {
			return raw
		}
		return ""
	}
	if m.marks.day[style] {
		if day, ok := dayText(raw, m.sheet.serial); ok {
			return day
		}
	}
	if raw == shown || shown == "" || m.marks.general[style] {
		return paper.Either(shown, raw)
	}
	n, err := strconv.ParseFloat(raw, 64)
	if err != nil {
		return shown
	}
	if strings.Trim(shown, "0123456789") == "" {
		return shown // 0077
	}
	text := strconv.FormatFloat(n, 'f', -1, 64)
	if text != shown {
		m.sheet.rowDoubts.Note(asNumber, row, text+" / "+shown)
	}
	return text
}

// rich is a cell whose words have several looks; ok is false for others.
func (m *sheetReader) rich(name string, row int) (text string, ok bool) {
	if !m.marks.rich {
		return "", false
	}
	runs, err := m.GetCellRichText(m.name, name)
	if err != nil || len(runs) < 2 {
		return "", false
	}
	var b strings.Builder
	var lost paper.Dropped
	for _, run := range runs {
		if run.Font != nil && run.Font.Strike {
			lost.Add(paper.StruckOut, run.Text)
			continue
		}
		lost.Apart()
		b.WriteString(m.script(run, row))
	}
	lost.Flush(&m.sheet.rowDoubts, row)
	return b.String(), true
}

func (m *sheetReader) script(run excelize.RichTextRun, row int) string {
	text, ok := run.Text, true
	switch {
	case run.Font == nil:
	case run.Font.VertAlign == "superscript":
		text, ok = paper.Raised(text)
	case run.Font.VertAlign == "subscript":
		text, ok = paper.Lowered(text)
	}
	if !ok {
		m.sheet.rowDoubts.Note(paper.Scripted, row, text)
	}
	return text
}

func (m *sheetReader) hiddenColumns() {
	for i, field := range m.sheet.fields {
		name, err := excelize.ColumnNumberToName(i + 1)
		if field == "" || err != nil {
			continue
		}
		if visible, err := m.GetColVisible(m.name, name); err == nil && !visible {
			m.sheet.doubts.Note(hiddenColumn, 0, Label(field))
		}
	}
}
