package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"time"

	"phatngon/internal/backup"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/edge"
)

// backupLine is what the page says of backups. Own: the database makes its own. Warning is
// what is wrong, in words; Last the last one that was noted, in words.
type backupLine struct {
	Own           bool
	Warning, Last string
}

func (p *Pages) backups() backupLine {
	folder := p.Store.Folder()
	if folder == "" {
		return backupLine{Own: true}
	}
	last, err := backup.Last(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return backupLine{Warning: "Chưa ghi nhận bản sao lưu nào"}
	case err != nil:
		return backupLine{Warning: "Không đọc được ghi nhận về bản sao lưu gần nhất. Hãy sao lưu lại bằng chính tài khoản hệ điều hành đang chạy máy chủ"}
	}
	now := p.Flow.Now()
	line := backupLine{Last: fmt.Sprintf("%s (%s), %s, %s", edge.DateTime(last.At), daysAgo(last.At, now), last.Name, edge.Size(int(last.Size)))}
	if now.Sub(last.At) > backup.OldAfter {
		line.Warning = "Bản sao lưu gần nhất đã quá 7 ngày"
	}
	return line
}

// daysAgo counts midnights in Vietnam, as people do.
func daysAgo(t, now time.Time) string {
	if days := int(midnight(now).Sub(midnight(t)).Hours() / 24); days > 0 {
		return fmt.Sprintf("%d ngày trước", days)
	}
	return "hôm nay"
}

func midnight(t time.Time) time.Time {
	year, month, day := t.In(calendar.Zone).Date()
	return time.Date(year, month, day, 0, 0, 0, 0, calendar.Zone)
}
