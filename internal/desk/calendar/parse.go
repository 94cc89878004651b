package calendar

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"phatngon/internal/desk"
)

//go:embed data/holidays.json
var holidaysJSON []byte

// Seed is the shipped holiday table as it is edited. The slice is the caller's own.
func Seed() []byte { return slices.Clone(holidaysJSON) }

// DefaultCalendar is the shipped holiday table. Whoever holds a policy.Book takes
// the calendar of the set in force instead.
func DefaultCalendar() *Calendar {
	c, err := ParseCalendar(holidaysJSON)
	if err != nil {
		panic("calendar: embedded holidays.json: " + err.Error()) // a broken build, found by any test
	}
	return c
}

// table is what an administrator edits; what is only for readers stays unread.
type table struct {
	Timezone            string          `json:"timezone"`
	WeeklyDaysOff       []string        `json:"weekly_days_off"`
	OfficeHours         [][2]string     `json:"office_hours"`
	GeneratedFor        json.RawMessage `json:"generated_for"`
	Rule                json.RawMessage `json:"rule"`
	PaidHolidaysPerYear json.RawMessage `json:"paid_holidays_per_year"`
	Days                []tableDay      `json:"days"`
}

type tableDay struct {
	Date      string          `json:"date"`
	Weekday   string          `json:"weekday"`
	Name      string          `json:"name"`
	NameEn    json.RawMessage `json:"name_en"`
	Occasion  string          `json:"occasion"` // what days off in a row are told as: "Tết Nguyên đán"
	Type      string          `json:"type"`
	IsDayOff  *bool           `json:"is_day_off"`
	Certainty string          `json:"certainty"`
	Basis     json.RawMessage `json:"basis"`
	Note      json.RawMessage `json:"note"`
}

const makeupWorkday = "makeup_workday"

// ParseCalendar reads a holiday table. A day whose is_day_off is null is not
// decided yet and counts as a working day: the stricter choice for an agency
// that owes an answer (rule of the file). The error is a *desk.InvalidError that
// names the entry.
func ParseCalendar(data []byte) (*Calendar, error) {
	var t table
	if err := desk.Decode("calendar", data, &t); err != nil {
		return nil, err
	}
	c := &Calendar{weeklyOff: map[time.Weekday]bool{}, off: map[string]dayOff{}, makeup: map[string]bool{}, years: map[int]bool{}}
	if err := c.addWeek(t.WeeklyDaysOff); err != nil {
		return nil, err
	}
	if err := c.addHours(t.OfficeHours); err != nil {
		return nil, err
	}
	seen := map[string]bool{}
	for _, day := range t.Days {
		if err := c.addDay(day, seen); err != nil {
			return nil, err
		}
	}
	return c, nil
}

func (c *Calendar) addWeek(names []string) error {
	for _, name := range names {
		i := slices.Index(weekdays(), name)
		if i < 0 {
			return invalid("weekly_days_off", "Ngày nghỉ hằng tuần %q không đúng. Vui lòng dùng Mon, Tue, Wed, Thu, Fri, Sat hoặc Sun.", name)
		}
		c.weeklyOff[time.Weekday(i)] = true
	}
	if len(c.weeklyOff) == 7 {
		return invalid("weekly_days_off", "Tuần không còn ngày làm việc nào. Vui lòng bỏ bớt ngày nghỉ hằng tuần.")
	}
	return nil
}

func weekdays() []string { return []string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"} }

func (c *Calendar) addHours(hours [][2]string) error {
	var last time.Duration
	for _, h := range hours {
		s, err := parseSpan(h)
		if err != nil || s.from < last || s.to <= s.from {
			return invalid("office_hours", "Giờ làm việc %q–%q không đúng. Vui lòng viết theo thứ tự trong ngày, dạng 07:30–11:30, các buổi không trùng nhau.", h[0], h[1])
		}
		c.hours, last = append(c.hours, s), s.to
	}
	if len(c.hours) == 0 {
		return invalid("office_hours", "Chưa có giờ làm việc. Vui lòng thêm ít nhất một buổi, dạng 07:30–11:30.")
	}
	return nil
}

func (c *Calendar) addDay(d tableDay, seen map[string]bool) error {
	field := "days " + d.Date
	at, err := time.Parse(isoDay, d.Date)
	known := []string{"public_holiday", "swap_day_off", "compensatory", makeupWorkday}
	switch {
	case err != nil:
		return invalid(field, "Ngày %q (%s) không đúng. Vui lòng viết dạng năm-tháng-ngày, ví dụ 2026-11-24.", d.Date, d.Name)
	case seen[d.Date]:
		return invalid(field, "Ngày %s (%s) có hai lần trong bảng. Vui lòng bỏ một dòng.", d.Date, d.Name)
	case d.Name == "":
		return invalid(field, "Ngày %s chưa có tên. Vui lòng ghi lý do nghỉ hoặc làm bù.", d.Date)
	case d.Weekday != "" && d.Weekday != weekdays()[at.Weekday()]:
		return invalid(field, "Ngày %s (%s) ghi là %s nhưng theo lịch là %s. Vui lòng kiểm tra lại ngày.", d.Date, d.Name, d.Weekday, weekdays()[at.Weekday()])
	case !slices.Contains(known, d.Type):
		return invalid(field, "Ngày %s (%s) có loại %q không đúng. Vui lòng dùng một trong: %v.", d.Date, d.Name, d.Type, known)
	case d.Type == makeupWorkday && d.IsDayOff != nil && *d.IsDayOff:
		return invalid(field, "Ngày %s (%s) vừa là ngày làm bù vừa là ngày nghỉ. Vui lòng chọn một.", d.Date, d.Name)
	}
	seen[d.Date], c.years[at.Year()] = true, true
	if d.Type == makeupWorkday {
		c.makeup[d.Date] = true
	} else if d.IsDayOff != nil && *d.IsDayOff {
		c.off[d.Date] = dayOff{d.Name, d.Occasion}
	}
	return nil
}

func parseSpan(h [2]string) (span, error) {
	from, err := time.Parse("15:04", h[0])
	if err != nil {
		return span{}, err
	}
	to, err := time.Parse("15:04", h[1])
	return span{sinceMidnight(from), sinceMidnight(to)}, err
}

func sinceMidnight(t time.Time) time.Duration {
	return time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute
}

func invalid(field, text string, args ...any) error {
	return &desk.InvalidError{Field: field, Text: fmt.Sprintf(text, args...)}
}
