package calendar

import (
	"fmt"
	"time"
)

// UnlistedYear says that the holidays of a year are not in the table.
func UnlistedYear(year int) string {
	return fmt.Sprintf("Năm %d chưa có bảng ngày nghỉ lễ, mới trừ ngày nghỉ hằng tuần; hạn được tính lại khi có bảng", year)
}

// Left says how much of the term stands still with a paused clock: the days to count after
// the day of the pause, of clock hours the time itself. It is "" while the clock runs, and
// of working hours, which only a calendar tells.
func (k Clock) Left() string {
	if !k.Paused() {
		return ""
	}
	from := k.Pauses[len(k.Pauses)-1].From
	switch k.Measure {
	case Days, WorkingDays:
		return amountText(k.daysAfter(from), k.Measure)
	case Hours:
		left := k.Due.Sub(from).Truncate(time.Minute)
		return fmt.Sprintf("%d giờ %d phút", int(left.Hours()), int(left.Minutes())%60)
	}
	return ""
}

func (k Clock) daysAfter(at time.Time) int {
	day, n := at.In(Zone).Format(isoDay), 0
	for _, counted := range k.Counted {
		if counted > day {
			n++
		}
	}
	return n
}
