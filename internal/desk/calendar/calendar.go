// Package calendar is the office's time: working days, holidays, office hours, and
// deadlines that can pause, be prolonged, be computed anew and be explained day by
// day. Pure; times come from the caller.
package calendar

import "time"

// Zone is Vietnamese time. It has had no summer time since 1975, so a fixed
// offset needs no time zone database on the host.
var Zone = time.FixedZone("Asia/Ho_Chi_Minh", 7*60*60)

const isoDay = time.DateOnly

// Calendar knows which days are working days and at which hours the office is
// open. It is read-only after parsing.
type Calendar struct {
	weeklyOff map[time.Weekday]bool
	off       map[string]dayOff // day → why it is a day off
	makeup    map[string]bool   // weekend days that are worked
	years     map[int]bool      // of which the table lists holidays
	hours     []span            // in order, as offsets from midnight
}

type dayOff struct{ name, occasion string }

// span is the office hours of a day that run without a break.
type span struct{ from, to time.Duration }

// WorkingDay says whether the office works on the day of the given instant
// (in Vietnamese time), and when not, why, in Vietnamese. A make-up Saturday
// is a working day.
func (c *Calendar) WorkingDay(day time.Time) (bool, string) {
	skip, off := c.dayOff(day)
	return !off, skip.Reason
}

// dayOff says why a day is not worked; false: it is.
func (c *Calendar) dayOff(day time.Time) (Skip, bool) {
	day = day.In(Zone)
	key := day.Format(isoDay)
	if c.makeup[key] {
		return Skip{}, false
	}
	if d, ok := c.off[key]; ok {
		return Skip{Date: key, Reason: d.name, Occasion: d.occasion}, true
	}
	if c.weeklyOff[day.Weekday()] {
		return Skip{Date: key, Reason: weekdayName(day.Weekday())}, true
	}
	return Skip{}, false
}

// Lists says whether the table has the holidays of a year. Where it has none only the
// weekly days off are known.
func (c *Calendar) Lists(year int) bool { return c.years[year] }

// closing is when the office closes on the given day.
func (c *Calendar) closing(day time.Time) time.Time { return day.Add(c.hours[len(c.hours)-1].to) }

func weekdayName(d time.Weekday) string {
	return [...]string{"Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"}[d]
}

func midnight(t time.Time) time.Time {
	t = t.In(Zone)
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, Zone)
}
