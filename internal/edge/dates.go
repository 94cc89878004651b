package edge

import (
	"time"

	"phatngon/internal/desk/calendar"
)

// Date is a day as people in Vietnam write it: 25/11/2026.
func Date(t time.Time) string { return t.In(calendar.Zone).Format("02/01/2006") }

// DateTime is a moment: 16:30, 25/11/2026.
func DateTime(t time.Time) string { return t.In(calendar.Zone).Format("15:04, 02/01/2006") }
