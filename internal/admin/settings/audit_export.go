package settings

import (
	"fmt"
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/edge"
)

// mostExported is how many lines a file holds, the latest.
const mostExported = 20_000

// postAuditExport answers with the lines that the page is narrowed to, in the page's words: a
// record's subject may hold a person's id. That they were taken is entered.
func (p *Pages) postAuditExport(v *door.Visit) error {
	officers, err := p.Store.Officers(v.Ctx)
	if err != nil {
		return err
	}
	filter, err := formOf(v.Text).filter(officers)
	if err != nil {
		return err
	}
	rows := [][]string{{"Lúc", "Ai", "Việc", "Đối tượng", "Chi tiết", "Mã việc", "Số bản ghi", "Mã băm"}}
	words := p.auditWords(officers)
	filter.Limit = 500
	for next, more := "", true; more; more = next != "" {
		filter.After = next
		records, after, err := p.Store.FindAudit(v.Ctx, filter)
		if err != nil {
			return err
		}
		for i, line := range words.Lines(records) {
			r := records[i]
			rows = append(rows, []string{r.At.In(calendar.Zone).Format(time.RFC3339), line.By, line.Action, line.Subject, line.Detail, r.Action, fmt.Sprint(r.Seq), r.Hash})
		}
		if next = after; len(rows) > mostExported && next != "" {
			rows = append(rows, []string{fmt.Sprintf("Còn dòng cũ hơn, không có trong tệp này (tệp dừng sau %d dòng). Hãy chọn khoảng ngày ngắn hơn.", len(rows)-1)})
			break
		}
	}
	if err := p.Flow.Access.Note(v.Ctx, v.Officer.ID, "audit.export", ""); err != nil {
		return err
	}
	return v.Download("nhat-ky-"+p.Flow.Now().In(calendar.Zone).Format("2006-01-02")+".csv", edge.CSVType, edge.CSV(rows))
}
