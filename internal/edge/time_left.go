package edge

import (
	"fmt"
	"strings"
	"time"

	"phatngon/internal/desk/calendar"
)

// Remaining is the time left in words and in one of the classes of the legend: late, today,
// near (within three days), later; or paused.
type Remaining struct{ Class, Text string }

// near is how many days ahead a deadline begins to press.
const near = 3

// Legend are the classes of deadlines and what each means, the most pressing first.
func Legend() []Remaining {
	return []Remaining{{"late", "Quá hạn"}, {"today", "Đến hạn hôm nay"}, {"near", "Trong 3 ngày tới"}, {"later", "Còn lâu hơn"}}
}

// TimeLeft says how far the end of a clock is. The Mini App says it in the same
// words (miniapp/src/dates.ts): testdata/time_left.json holds both to them.
func TimeLeft(c calendar.Clock, now time.Time) Remaining {
	left := c.Due.Sub(now)
	switch {
	case c.Paused():
		return Remaining{"paused", strings.TrimSuffix("Tạm dừng, còn lại "+c.Left(), ", còn lại ")}
	case left < 0:
		return Remaining{"late", "Quá hạn " + span(-left)}
	case c.Due.Before(dayAfter(now, 1)):
		return Remaining{"today", "Hôm nay, còn " + span(left)}
	case c.Due.Before(dayAfter(now, near+1)):
		return Remaining{"near", "Còn " + span(left)}
	}
	return Remaining{"later", "Còn " + span(left)}
}

// dayAfter is the beginning of the day that comes so many days after the one of t.
func dayAfter(t time.Time, days int) time.Time {
	y, m, d := t.In(calendar.Zone).Date()
	return time.Date(y, m, d+days, 0, 0, 0, 0, calendar.Zone)
}

// EndOfNear is when a deadline stops being near.
func EndOfNear(now time.Time) time.Time { return dayAfter(now, near+1) }

// EndOfToday is when a deadline stops being today's.
func EndOfToday(now time.Time) time.Time { return dayAfter(now, 1) }

// span tells a duration with its two largest parts.
func span(d time.Duration) string {
	days, hours, minutes := int(d.Hours())/24, int(d.Hours())%24, int(d.Minutes())%60
	switch {
	case days > 0 && hours > 0:
		return fmt.Sprintf("%d ngày %d giờ", days, hours)
	case days > 0:
		return fmt.Sprintf("%d ngày", days)
	case hours > 0 && minutes > 0:
		return fmt.Sprintf("%d giờ %d phút", hours, minutes)
	case hours > 0:
		return fmt.Sprintf("%d giờ", hours)
	}
	return fmt.Sprintf("%d phút", minutes)
}
