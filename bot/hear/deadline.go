package hear

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"phatngon/internal/desk/calendar"
)

var (
	clockTime = regexp.MustCompile(`(\d{1,2}) ?(?:h|giờ|gio|g|:)(\d{2})?(?:[^\d/]|$)`)
	dayMonth  = regexp.MustCompile(`(\d{1,2})/(\d{1,2})(?:/(\d{4}))?`)
)

// Deadline is the moment that a person names as their own deadline ("hạn báo in 17h chiều
// mai", "deadline 16h"); false when there is none that can be read for certain, or it has
// passed. Without a day it is the next time that the clock shows that hour.
func Deadline(text string, now time.Time) (time.Time, bool) {
	said := TheirDeadline.FindString(text)
	m := clockTime.FindStringSubmatch(said)
	if m == nil {
		return time.Time{}, false
	}
	hour, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	h := Hear(said)
	if hour < 12 && h.Has("chieu|toi") {
		hour += 12
	}
	if hour > 23 || minute > 59 {
		return time.Time{}, false
	}
	y, month, day := now.In(calendar.Zone).Date()
	at := time.Date(y, month, day, hour, minute, 0, 0, calendar.Zone)
	switch d := dayMonth.FindStringSubmatch(said); {
	case d != nil:
		at = dated(d, at, now)
	case h.Has("mai|ngay mai"):
		at = at.AddDate(0, 0, 1)
	case h.Has("mot|ngay kia"):
		at = at.AddDate(0, 0, 2)
	case h.Has("hom nay|nay"):
	case !at.After(now):
		at = at.AddDate(0, 0, 1)
	}
	return at, at.After(now)
}

// dated is the hour of at on the day that was written; without a year, the next such day.
func dated(d []string, at, now time.Time) time.Time {
	day, _ := strconv.Atoi(d[1])
	month, _ := strconv.Atoi(d[2])
	year, err := strconv.Atoi(strings.TrimSpace(d[3]))
	if err != nil {
		year = at.Year()
	}
	on := time.Date(year, time.Month(month), day, at.Hour(), at.Minute(), 0, 0, calendar.Zone)
	if on.Day() != day || int(on.Month()) != month {
		return time.Time{} // no such day
	}
	if err != nil && !on.After(now) {
		on = on.AddDate(1, 0, 0)
	}
	return on
}
