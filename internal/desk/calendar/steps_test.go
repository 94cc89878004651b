package calendar_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
)

func access() calendar.Rule {
	return calendar.Rule{Code: "TT-12", Basis: "Luật", Amount: 12, Measure: calendar.Days, Extension: 12}
}

// paused is a clock that stood still from one time to another.
func paused(rule calendar.Rule, start, from, to string) calendar.Clock {
	c := calendar.DefaultCalendar()
	k := must(c.Pause(c.Start(rule, at(start)), at(from), "chờ bổ sung"))
	return must(c.Resume(k, at(to)))
}

func TestPauseAndResume(t *testing.T) {
	days := calendar.Rule{Amount: 4, Measure: calendar.Days}
	working := calendar.Rule{Amount: 3, Measure: calendar.WorkingDays}
	hours := calendar.Rule{Amount: 24, Measure: calendar.Hours}
	open := calendar.Rule{Amount: 12, Measure: calendar.WorkingHours}
	tests := []struct {
		name                  string
		rule                  calendar.Rule
		start, from, to, want string
	}{
		{"days: two days still, two days later", days, "2026-11-30 09:00", "2026-12-01 10:00", "2026-12-03 15:00", "2026-12-07 23:59"}, // Sunday → Monday
		{"days: within a day", days, "2026-11-30 09:00", "2026-12-01 10:00", "2026-12-01 15:00", "2026-12-04 23:59"},
		{"days: on the last day", days, "2026-11-30 09:00", "2026-12-04 10:00", "2026-12-09 15:00", "2026-12-09 23:59"},
		{"days: on the day of receipt", days, "2026-11-30 09:00", "2026-11-30 10:00", "2026-12-01 15:00", "2026-12-07 23:59"}, // Saturday → Monday
		{"days: while the end waits for Monday", days, "2026-12-01 09:00", "2026-12-06 10:00", "2026-12-10 15:00", "2026-12-10 23:59"},
		{"working days: over a weekend", working, "2026-12-03 09:00", "2026-12-04 10:00", "2026-12-06 10:00", "2026-12-08 17:00"},
		{"working days: two of them still", working, "2026-12-03 09:00", "2026-12-04 10:00", "2026-12-08 10:00", "2026-12-10 17:00"},
		{"working days: resumed on the last before closing", working, "2026-11-30 09:00", "2026-12-03 08:00", "2026-12-04 16:59", "2026-12-04 17:00"},
		{"working days: resumed on the last after closing", working, "2026-11-30 09:00", "2026-12-03 08:00", "2026-12-04 18:00", "2026-12-07 17:00"},
		{"working days: resumed on a Saturday, nothing left", working, "2026-11-30 09:00", "2026-12-03 08:00", "2026-12-05 09:00", "2026-12-07 17:00"},
		{"hours: to the minute, over a Sunday", hours, "2026-12-05 20:00", "2026-12-06 07:15", "2026-12-06 08:45", "2026-12-06 21:30"},
		{"working hours: 90 minutes of the office", open, "2026-12-01 07:30", "2026-12-01 10:30", "2026-12-01 13:30", "2026-12-02 14:30"},
		{"working hours: lunch and night cost nothing", open, "2026-12-01 07:30", "2026-12-01 11:30", "2026-12-01 13:00", "2026-12-02 11:30"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			k := paused(tt.rule, tt.start, tt.from, tt.to)
			if got := k.Due.Format("2006-01-02 15:04"); got != tt.want {
				t.Errorf("due %s, want %s\n%v", got, tt.want, k.Explain())
			}
		})
	}
}

func TestAPausedClockIsNeverLate(t *testing.T) {
	c := calendar.DefaultCalendar()
	k := c.Start(access(), at("2026-11-23 10:00"))
	still := must(c.Pause(k, at("2026-11-25 10:00"), "chờ bổ sung"))
	if !still.Due.Equal(k.Due) || still.Late(at("2027-01-01 00:00")) || !k.Late(at("2027-01-01 00:00")) || k.Late(k.Due) {
		t.Errorf("due %s, late %t; running: due %s", still.Due, still.Late(at("2027-01-01 00:00")), k.Due)
	}
	if len(k.Pauses) != 0 {
		t.Error("pausing changed the clock it was given")
	}
}

func TestExtend(t *testing.T) {
	c := calendar.DefaultCalendar()
	k := c.Start(access(), at("2026-11-23 10:00")) // day 12 is Saturday 05/12: due Monday 07/12
	for when, want := range map[string]string{
		"2026-11-23 10:00": "2026-12-17 23:59",
		"2026-12-07 23:59": "2026-12-17 23:59", // day 24, counted on from day 12
	} {
		got := must(c.Extend(k, 12, at(when), "phải tập hợp từ nhiều đơn vị"))
		if due := got.Due.Format("2006-01-02 15:04"); due != want || len(got.Counted) != 24 {
			t.Errorf("extended at %s: due %s, %d days", when, due, len(got.Counted))
		}
	}
	short := must(c.Extend(k, 1, at("2026-11-24 10:00"), "x"))
	if due := short.Due.Format(time.DateOnly); due != "2026-12-07" { // day 13 is a Sunday
		t.Errorf("extended by a day: due %s", due)
	}
}

func TestStepsThatTheRulesForbid(t *testing.T) {
	c := calendar.DefaultCalendar()
	running := c.Start(access(), at("2026-11-23 10:00"))
	still := must(c.Pause(running, at("2026-11-25 10:00"), "chờ"))
	resumed := must(c.Resume(still, at("2026-11-26 10:00")))
	longer := must(c.Extend(running, 5, at("2026-11-25 10:00"), "x"))
	fixed := c.Start(calendar.Rule{Amount: 3, Measure: calendar.WorkingDays}, at("2026-11-23 10:00"))
	for name, step := range map[string]func() (calendar.Clock, error){
		"pause twice":               func() (calendar.Clock, error) { return c.Pause(still, at("2026-11-26 10:00"), "chờ") },
		"pause before the start":    func() (calendar.Clock, error) { return c.Pause(running, at("2026-11-23 09:59"), "chờ") },
		"pause before the last end": func() (calendar.Clock, error) { return c.Pause(resumed, at("2026-11-26 09:00"), "chờ") },
		"pause when it is over":     func() (calendar.Clock, error) { return c.Pause(running, at("2026-12-08 00:00"), "chờ") },
		"resume what runs":          func() (calendar.Clock, error) { return c.Resume(running, at("2026-11-26 10:00")) },
		"resume before the pause":   func() (calendar.Clock, error) { return c.Resume(still, at("2026-11-25 09:00")) },
		"extend twice":              func() (calendar.Clock, error) { return c.Extend(longer, 1, at("2026-11-26 10:00"), "x") },
		"extend when it is over":    func() (calendar.Clock, error) { return c.Extend(running, 1, at("2026-12-08 00:00"), "x") },
		"extend before the start":   func() (calendar.Clock, error) { return c.Extend(running, 1, at("2026-11-20 00:00"), "x") },
		"extend what cannot be":     func() (calendar.Clock, error) { return c.Extend(fixed, 1, at("2026-11-24 10:00"), "x") },
	} {
		var rule *desk.RuleError
		if _, err := step(); !errors.As(err, &rule) || !errors.Is(err, desk.ErrForbidden) {
			t.Errorf("%s: %v, want a RuleError", name, err)
		}
	}
	for name, step := range map[string]func() (calendar.Clock, error){
		"pause without a reason":  func() (calendar.Clock, error) { return c.Pause(running, at("2026-11-25 10:00"), " ") },
		"extend without a reason": func() (calendar.Clock, error) { return c.Extend(running, 5, at("2026-11-25 10:00"), "") },
		"extend by too much":      func() (calendar.Clock, error) { return c.Extend(running, 13, at("2026-11-25 10:00"), "x") },
		"extend by nothing":       func() (calendar.Clock, error) { return c.Extend(running, 0, at("2026-11-25 10:00"), "x") },
	} {
		var invalid *desk.InvalidError
		k, err := step()
		if !errors.As(err, &invalid) {
			t.Errorf("%s: %v, want an InvalidError", name, err)
		}
		if diff := cmp.Diff(running, k); diff != "" {
			t.Errorf("%s changed the clock\n%s", name, diff)
		}
	}
}

func TestANewHolidayRecomputesAnOpenClock(t *testing.T) {
	rule := calendar.Rule{Amount: 3, Measure: calendar.WorkingDays}
	k := paused(rule, "2026-11-30 09:00", "2026-12-01 10:00", "2026-12-02 09:00")
	const flood = `{"weekly_days_off":["Sat","Sun"],"office_hours":[["07:30","17:00"]],
		"days":[{"date":"2026-12-03","name":"Nghỉ tránh bão","type":"public_holiday","is_day_off":true}]}`
	c := must(calendar.ParseCalendar([]byte(flood)))
	got := c.Recompute(k)
	if due := got.Due.Format("2006-01-02 15:04"); due != "2026-12-07 17:00" {
		t.Errorf("due %s, want the day after 04/12 that the storm cost", due)
	}
	if diff := cmp.Diff(k, calendar.DefaultCalendar().Recompute(got)); diff != "" {
		t.Errorf("back under the old calendar\n%s", diff)
	}
}
