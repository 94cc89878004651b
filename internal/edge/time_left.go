package edge

import (
	"fmt"
	"strings"
	"time"

	"phatngon/internal/desk/calendar"
)

// Remaining is the time left in words and in one of the classes good, fair,
// soon, late and paused (domain sheet: over 50 % green, under 25 % amber, overdue red).
type Remaining struct{ Class, Text string }

// TimeLeft says how far the end of a clock is. The Mini App says it in the same
// words (miniapp/src/dates.ts): testdata/time_left.json holds both to them.
func TimeLeft(c calendar.Clock, now time.Time) Remaining {
	left, whole := c.Due.Sub(now), c.Due.Sub(c.Start)
	switch {
	case c.Paused():
		return Remaining{"paused", strings.TrimSuffix("Tạm dừng, còn lại "+c.Left(), ", còn lại ")}
	case left < 0:
		return Remaining{"late", "Quá hạn " + span(-left)}
	case left*4 < whole:
		return Remaining{"soon", "Sắp đến hạn: còn " + span(left)}
	case left*2 > whole:
		return Remaining{"good", "Còn " + span(left)}
	}
	return Remaining{"fair", "Còn " + span(left)}
}

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
