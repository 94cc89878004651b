package calendar_test

import (
	"encoding/json"
	"testing"
	"time"

	"phatngon/internal/desk/calendar"
)

// The days that are certain in the domain sheet, written out: the table may be
// edited, the law's days may not get lost.
func TestTheCertainDaysOff(t *testing.T) {
	c := calendar.DefaultCalendar()
	for _, day := range []string{
		"2026-01-01", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20", "2026-04-26", "2026-04-27",
		"2026-04-30", "2026-05-01", "2026-09-01", "2026-09-02", "2026-11-24",
		"2027-01-01", "2027-02-06", "2027-02-07", "2027-04-16", "2027-04-30", "2027-05-01", "2027-09-02", "2027-11-24",
	} {
		if works, why := c.WorkingDay(at(day + " 00:00")); works || why == "" {
			t.Errorf("%s: works %t, %q; want a named holiday", day, works, why)
		}
	}
}

func TestEveryDayOfTheTableIsWhatItSays(t *testing.T) {
	var table struct {
		Days []struct {
			Date, Type, Name string
			Off              *bool `json:"is_day_off"`
		}
	}
	if err := json.Unmarshal(calendar.Seed(), &table); err != nil || len(table.Days) < 30 {
		t.Fatal(err, len(table.Days))
	}
	c := calendar.DefaultCalendar()
	for _, d := range table.Days {
		off := d.Type != "makeup_workday" && d.Off != nil && *d.Off
		if works, _ := c.WorkingDay(at(d.Date + " 23:59")); works == off {
			t.Errorf("%s (%s): works %t", d.Date, d.Name, works)
		}
	}
}

func TestWorkingDaysOfAMonth(t *testing.T) {
	c := calendar.DefaultCalendar()
	for month, want := range map[string]int{
		"2026-01": 21, // 1/1 and 2/1 off, Saturday 10/1 worked
		"2026-02": 15, // Tết: 16–20/2
		"2026-04": 20, // 27/4 and 30/4 off
		"2026-08": 21, // 31/8 off, Saturday 22/8 worked
		"2026-11": 20, // 24/11
		"2027-02": 16, // Tết as far as it is decided: 5/2 and 8–10/2
	} {
		first, n := at(month+"-01 12:00"), 0
		for day := first; day.Month() == first.Month(); day = day.AddDate(0, 0, 1) {
			if works, _ := c.WorkingDay(day); works {
				n++
			}
		}
		if n != want {
			t.Errorf("%s has %d working days, want %d", month, n, want)
		}
	}
}

// B6: what counts is when it was received, whoever handles it when and where.
func TestAnEventHandledAroundMidnight(t *testing.T) {
	c := calendar.DefaultCalendar()
	rule := calendar.Rule{Amount: 12, Measure: calendar.Days}
	for received, want := range map[string]string{
		"2026-11-23T16:59:59Z": "2026-12-07 23:59", // 23:59 on the 23rd; day 12 is Saturday 05/12
		"2026-11-23T17:00:00Z": "2026-12-07 23:59", // midnight: the 24th; day 12 is Sunday 06/12
		"2026-11-24T17:00:00Z": "2026-12-07 23:59", // the 25th; day 12 is Monday
		"2026-11-25T17:00:01Z": "2026-12-08 23:59",
		"2026-12-31T17:00:00Z": "2027-01-13 23:59", // the first second of the new year
		"2026-12-31T16:59:59Z": "2027-01-12 23:59",
	} {
		k := c.Start(rule, must(time.Parse(time.RFC3339, received)))
		if got := k.Due.Format("2006-01-02 15:04"); got != want {
			t.Errorf("received %s: due %s, want %s", received, got, want)
		}
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
