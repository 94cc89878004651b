package calendar_test

import (
	"testing"

	"phatngon/internal/desk/calendar"
)

func TestWhenTheOfficeIsOpen(t *testing.T) {
	c := calendar.DefaultCalendar()
	for at0, want := range map[string]string{
		"2026-11-23 09:00": "2026-11-23 09:00", "2026-11-23 12:00": "2026-11-23 13:00", "2026-11-23 18:00": "2026-11-25 07:30", // the 24th is a holiday
		"2026-11-25 03:00": "2026-11-25 07:30", "2026-08-22 10:00": "2026-08-22 10:00", "2027-02-05 10:00": "2027-02-11 07:30",
	} {
		if got := c.OpenAt(at(at0)).Format("2006-01-02 15:04"); got != want {
			t.Errorf("at %s: open at %s, want %s", at0, got, want)
		}
	}
	if got := c.OpenBetween(at("2026-11-23 11:00"), at("2026-11-25 08:00")); got.Minutes() != 300 {
		t.Errorf("open for %s, want five hours", got)
	}
	for due, want := range map[string]int{"2026-11-23 17:00": 0, "2026-11-25 17:00": 1, "2026-11-30 23:59": 4, "2026-11-20 17:00": 0} {
		if got := c.WorkingDaysLeft(at("2026-11-23 09:00"), at(due)); got != want {
			t.Errorf("until %s: %d working days, want %d", due, got, want)
		}
	}
	if _, open := c.Opening(at("2026-11-24 09:00")); open {
		t.Error("the office opens on a holiday")
	}
}
