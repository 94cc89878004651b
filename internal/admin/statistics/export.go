package statistics

import (
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk"
	"phatngon/internal/desk/statistics"
	"phatngon/internal/edge"
)

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// columns name what a row of an export holds.
func columns() []string {
	return []string{"Tháng", "Mã đơn vị", "Đơn vị", "Tiếp nhận", "Cung cấp đủ", "Cung cấp một phần", "Không có thông tin", "Từ chối", "Người hỏi đã rút", "Đang xử lý", "Ký trong hạn", "Ký quá hạn", "Đang quá hạn", "Lượt đánh giá", "Tổng điểm đánh giá (1–5)"}
}

// exported are the figures of the period that is asked for, when all of its months are
// counted: a file says nothing of what it lacks.
func (p *Pages) exported(v *door.Visit) (in period, months []statistics.Month, err error) {
	in, _ = p.period(v)
	months, pending, err := p.Flow.Statistics.Months(v.Ctx, in.First, in.Last)
	if err == nil {
		err = complete(pending)
	}
	return in, months, err
}

// complete refuses a file without the months that are still being counted.
func complete(pending []string) error {
	if len(pending) == 0 {
		return nil
	}
	return &desk.InvalidError{Field: "months", Text: "Chưa có số liệu tháng " + monthNames(pending) + ": hệ thống đang tính. Mời Anh/Chị tải tệp sau ít phút."}
}

// lines are the figures of months by month and unit.
func (p *Pages) lines(in period, months []statistics.Month) (lines [][]any) {
	for _, m := range months {
		for _, row := range statistics.ByUnit([]statistics.Month{m}, statistics.Only{Unit: in.Unit, Kind: in.Kind}) {
			lines = append(lines, []any{monthName(m.ID), row.Unit, p.Units.Name(row.Unit), row.Received, row.Answered, row.Partly, row.NoInfo, row.Refused, row.Withdrawn, row.Open, row.OnTime, row.Late, row.Overdue, row.Rated, row.Stars})
		}
	}
	return lines
}

func (in period) file(ending string) string {
	return fmt.Sprintf("thong-ke-%s-%s.%s", in.First, in.Last, ending)
}

func (p *Pages) getCSV(v *door.Visit) error {
	in, months, err := p.exported(v)
	if err != nil {
		return err
	}
	rows := [][]string{columns()}
	for _, line := range p.lines(in, months) {
		var cells []string
		for _, cell := range line {
			cells = append(cells, fmt.Sprint(cell))
		}
		rows = append(rows, cells)
	}
	return v.Download(in.file("csv"), edge.CSVType, edge.CSV(rows))
}

func (p *Pages) getXLSX(v *door.Visit) error {
	in, months, err := p.exported(v)
	if err != nil {
		return err
	}
	book := excelize.NewFile()
	defer book.Close()
	var totals [][]any
	for _, m := range monthRows(months, statistics.Only{Unit: in.Unit, Kind: in.Kind}) {
		totals = append(totals, []any{m.Name, m.OnTime, m.Late, m.Open, m.Withdrawn})
	}
	err = fill(book, "Theo tháng", []string{"Tháng", "Ký trong hạn", "Ký quá hạn", "Đang xử lý", "Người hỏi đã rút"}, totals)
	if err == nil {
		err = columnsChart(book, "Theo tháng", len(totals))
	}
	if err == nil {
		err = fill(book, "Theo đơn vị", columns(), p.lines(in, months))
	}
	if err != nil {
		return fmt.Errorf("write the figures as XLSX: %w", err)
	}
	return send(v, book, in.file("xlsx"))
}

// fill makes a sheet of a head and lines.
func fill(book *excelize.File, sheet string, head []string, lines [][]any) error {
	if _, err := book.NewSheet(sheet); err != nil {
		return err
	}
	if err := book.DeleteSheet("Sheet1"); err != nil {
		return err
	}
	if err := book.SetSheetRow(sheet, "A1", &head); err != nil {
		return err
	}
	for i, line := range lines {
		if err := book.SetSheetRow(sheet, "A"+strconv.Itoa(i+2), &line); err != nil {
			return err
		}
	}
	return book.SetColWidth(sheet, "A", "M", 18)
}

// columnsChart draws the four figures of each month as stacked columns beside the sheet's table.
func columnsChart(book *excelize.File, sheet string, months int) error {
	var series []excelize.ChartSeries
	for _, column := range []string{"B", "C", "D", "E"} {
		series = append(series, excelize.ChartSeries{
			Name:       fmt.Sprintf("'%s'!$%s$1", sheet, column),
			Categories: fmt.Sprintf("'%s'!$A$2:$A$%d", sheet, months+1),
			Values:     fmt.Sprintf("'%s'!$%s$2:$%s$%d", sheet, column, column, months+1),
		})
	}
	return book.AddChart(sheet, "G2", &excelize.Chart{Type: excelize.ColStacked, Series: series, Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: "Yêu cầu theo tháng tiếp nhận"}}}})
}

func send(v *door.Visit, book *excelize.File, name string) error {
	out, err := book.WriteToBuffer()
	if err != nil {
		return fmt.Errorf("write an XLSX: %w", err)
	}
	return v.Download(name, xlsxType, out.Bytes())
}

// getYearlyXLSX is the decree's figures as a document ready to send.
func (p *Pages) getYearlyXLSX(v *door.Visit) error {
	page, pending, err := p.yearly(v)
	if err == nil {
		err = complete(pending)
	}
	if err != nil {
		return err
	}
	book := excelize.NewFile()
	defer book.Close()
	var lines [][]any
	for i, m := range page.Metrics {
		var whole any = "–"
		if m.Of >= 0 {
			whole = m.Of
		}
		lines = append(lines, []any{i + 1, m.Name, m.N, whole, m.Source})
	}
	lines = append(lines, []any{}, []any{"", "Số liệu tính lúc " + edge.DateTime(page.At) + ", năm " + strconv.Itoa(page.Year)})
	if err := fill(book, "Báo cáo năm "+strconv.Itoa(page.Year), []string{"STT", "Chỉ tiêu (Điều 10 Nghị định 244/2026/NĐ-CP)", "Số", "Trên tổng số", "Nguồn"}, lines); err != nil {
		return fmt.Errorf("write the yearly figures as XLSX: %w", err)
	}
	return send(v, book, fmt.Sprintf("bao-cao-nam-%d.xlsx", page.Year))
}
