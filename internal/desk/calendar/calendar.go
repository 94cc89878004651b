// Package calendar is the office's time: working days, holidays, office hours, and
// deadlines that can be explained day by day. Pure; times come from the caller.
package calendar

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

//go:embed data/holidays.json
var holidaysJSON []byte

// Zone is Vietnamese time. It has had no summer time since 1975, so a fixed
// offset needs no time zone database on the host.
var Zone = time.FixedZone("Asia/Ho_Chi_Minh", 7*60*60)

const isoDay = "2006-01-02"

// Calendar knows which days are working days and at which hours the office is
// open. It is read-only after parsing.
type Calendar struct {
	weeklyOff map[time.Weekday]bool
	off       map[string]string // day → why it is a day off
	makeup    map[string]bool   // weekend days that are worked
	hours     []shift           // in order, within one day
}

// shift is a span of office hours, as offsets from midnight.
type shift struct{ from, to time.Duration }

type calendarFile struct {
	WeeklyDaysOff []string    `json:"weekly_days_off"`
	OfficeHours   [][2]string `json:"office_hours"`
	Days          []struct {
		Date     string `json:"date"`
		Name     string `json:"name"`
		Type     string `json:"type"`
		IsDayOff *bool  `json:"is_day_off"`
	} `json:"days"`
}

// DefaultCalendar is the shipped holiday table.
func DefaultCalendar() *Calendar {
	c, err := ParseCalendar(holidaysJSON)
	if err != nil {
		panic("desk: embedded holidays.json: " + err.Error()) // a broken build, found by any test
	}
	return c
}

// ParseCalendar reads a holiday table. A day whose is_day_off is null is not
// decided yet and counts as a working day: the stricter choice for an agency
// that owes an answer (rule of the file).
func ParseCalendar(data []byte) (*Calendar, error) {
	var f calendarFile
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, fmt.Errorf("read holiday table: %w", err)
	}
	c := &Calendar{weeklyOff: map[time.Weekday]bool{}, off: map[string]string{}, makeup: map[string]bool{}}
	if err := c.addWeek(f); err != nil {
		return nil, err
	}
	for _, d := range f.Days {
		if _, err := time.Parse(isoDay, d.Date); err != nil {
			return nil, fmt.Errorf("holiday %q: bad date: %w", d.Date, err)
		}
		switch {
		case d.Type == "makeup_workday":
			c.makeup[d.Date] = true
		case d.IsDayOff != nil && *d.IsDayOff:
			c.off[d.Date] = d.Name
		}
	}
	return c, nil
}

func (c *Calendar) addWeek(f calendarFile) error {
	for _, name := range f.WeeklyDaysOff {
		i := slices.Index([]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}, name)
		if i < 0 {
			return fmt.Errorf("weekly day off %q: want Mon … Sun", name)
		}
		c.weeklyOff[time.Weekday(i)] = true
	}
	if len(c.weeklyOff) == 7 {
		return fmt.Errorf("weekly days off: no working day is left")
	}
	var last time.Duration
	for _, h := range f.OfficeHours {
		s, err := parseShift(h)
		if err != nil || s.from < last || s.to <= s.from {
			return fmt.Errorf("office hours %v: want ordered \"HH:MM\" pairs", h)
		}
		c.hours, last = append(c.hours, s), s.to
	}
	if len(c.hours) == 0 {
		return fmt.Errorf("office hours: none given")
	}
	return nil
}

func parseShift(h [2]string) (shift, error) {
	from, err := time.Parse("15:04", h[0])
	if err != nil {
		return shift{}, err
	}
	to, err := time.Parse("15:04", h[1])
	return shift{sinceMidnight(from), sinceMidnight(to)}, err
}

func sinceMidnight(t time.Time) time.Duration {
	return time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute
}

// WorkingDay says whether the office works on the day of the given instant
// (in Vietnamese time), and when not, why, in Vietnamese. A make-up Saturday
// is a working day.
func (c *Calendar) WorkingDay(day time.Time) (bool, string) {
	day = day.In(Zone)
	key := day.Format(isoDay)
	if c.makeup[key] {
		return true, ""
	}
	if name := c.off[key]; name != "" {
		return false, name
	}
	if c.weeklyOff[day.Weekday()] {
		return false, weekdayName(day.Weekday())
	}
	return true, ""
}

func weekdayName(d time.Weekday) string {
	return [...]string{"Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"}[d]
}
