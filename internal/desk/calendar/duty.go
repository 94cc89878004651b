package calendar

import (
	"fmt"
	"strings"
	"time"
)

// Keeping is the same calendar of days with other hours of the day.
func (c *Calendar) Keeping(hours [][2]string) (*Calendar, error) {
	other := *c
	other.hours = nil
	return &other, other.addHours(hours)
}

// Hours says the hours of a day: "07:30–11:30, 13:30–17:00".
func (c *Calendar) Hours() string {
	var all []string
	for _, s := range c.hours {
		all = append(all, fmt.Sprintf("%s–%s", ofDay(s.from), ofDay(s.to)))
	}
	return strings.Join(all, ", ")
}

func ofDay(d time.Duration) string {
	return fmt.Sprintf("%02d:%02d", int(d.Hours()), int(d.Minutes())%60)
}
