package docx

import "phatngon/knowledge/importer/paper"

// rowShown is whether a page shows a row: not one that is hidden, nor one that
// a change not yet accepted deletes.
type rowShown struct {
	at              int // the row's first paragraph
	hidden, deleted bool
}

var (
	hiddenRow  = paper.DoubtKind{What: "hàng ẩn của bảng không đưa vào", Check: "hãy kiểm tra có cần công bố không"}
	deletedRow = paper.DoubtKind{What: "hàng của bảng đã xóa bằng sửa đổi chưa chấp nhận (track changes) không đưa vào", Check: "hãy đối chiếu với bản chính thức"}
)

// deletesRow notes that a change deletes the row being read.
func (w *wordReader) deletesRow() {
	if n := len(w.tables); w.ofRow && n > 0 {
		w.tables[n-1].row.deleted = true
	}
}

// endRow says what a row holds that no page shows; the end of the table leaves
// it out.
func (w *wordReader) endRow() {
	n := len(w.tables)
	if n == 0 || len(w.tables[n-1].Rows) == 0 {
		return
	}
	table := w.tables[n-1]
	row, kind := table.row, deletedRow
	table.row = rowShown{}
	switch {
	case row.deleted:
	case row.hidden:
		kind = hiddenRow
	default:
		return
	}
	last := len(table.Rows) - 1
	if w.outside {
		row.at = 0
	}
	w.doubts.Note(kind, row.at, paper.WordsOf([]paper.Block{{Rows: table.Rows[last:]}}))
	if table.gone == nil {
		table.gone = map[int]bool{}
	}
	table.gone[last] = true
}

// dropRows leaves the rows out that no page shows, and what is merged in them.
func (t *wordTable) dropRows() {
	if len(t.gone) == 0 {
		return
	}
	before := make([]int, len(t.Rows)+1) // how many rows stay before each
	var rows [][]paper.Cell
	for i, cells := range t.Rows {
		before[i] = len(rows)
		if !t.gone[i] {
			rows = append(rows, cells)
		}
	}
	before[len(t.Rows)] = len(rows)
	var spans []paper.Span
	for _, s := range t.Spans {
		until := before[min(s.Row+s.Rows, len(t.Rows))]
		s.Row = before[s.Row]
		if s.Rows = until - s.Row; s.Rows > 0 {
			spans = append(spans, s)
		}
	}
	t.Rows, t.Spans = rows, spans
}
