package admin

import (
	"fmt"
	"html/template"
	"slices"
	"strings"
	"time"

	"phatngon/internal/desk/calendar"
)

// formats are the functions that templates may call.
func formats() template.FuncMap {
	return template.FuncMap{
		"asset":    assetURL,
		"date":     date,
		"datetime": dateTime,
		"day":      weekDay,
		"days":     days,
		"label":    label,
		"excerpt":  excerpt,
		"field":    newField,
	}
}

func date(t time.Time) string { return t.In(calendar.Zone).Format("02/01/2006") }

func dateTime(t time.Time) string { return t.In(calendar.Zone).Format("15:04, 02/01/2006") }

// weekDay shows a clock's day: "2026-11-25" → "Thứ Tư 25/11/2026".
func weekDay(iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	names := [...]string{"Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"}
	return names[t.Weekday()] + " " + t.Format("02/01/2006")
}

// days are the days of a clock in order; those that did not count say why.
func days(c calendar.Clock) []calendar.Skip {
	all := slices.Clone(c.Skipped)
	for _, day := range c.Counted {
		all = append(all, calendar.Skip{Date: day})
	}
	slices.SortFunc(all, func(a, b calendar.Skip) int { return strings.Compare(a.Date, b.Date) })
	return all
}

// excerpt cuts at a word, for lists.
func excerpt(max int, text string) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= max {
		return string(runes)
	}
	cut := string(runes[:max])
	if i := strings.LastIndexByte(cut, ' '); i > len(cut)/2 && runes[max] != ' ' {
		cut = cut[:i]
	}
	return cut + "…"
}

// remaining is the time left in words and in one of the classes good, fair,
// soon and late (domain sheet: over 50 % green, under 25 % amber, overdue red).
type remaining struct{ Class, Text string }

func timeLeft(c calendar.Clock, now time.Time) remaining {
	left, whole := c.Due.Sub(now), c.Due.Sub(c.Start)
	switch {
	case left < 0:
		return remaining{"late", "Quá hạn " + span(-left)}
	case left*4 < whole:
		return remaining{"soon", "Sắp đến hạn: còn " + span(left)}
	case left*2 > whole:
		return remaining{"good", "Còn " + span(left)}
	}
	return remaining{"fair", "Còn " + span(left)}
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

// field is one input of a form with its mistake.
type field struct {
	Name, Label, Value, Type, Wrong string
	Required                        bool
}

func newField(name, label, value string, m mistakes, required, kind string) field {
	return field{name, label, value, kind, m[name], required != ""}
}
