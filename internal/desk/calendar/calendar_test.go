package calendar_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
)

func at(s string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", s, calendar.Zone)
	if err != nil {
		panic(err)
	}
	return t
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, calendar.Zone)
}

func TestWorkingDay(t *testing.T) {
	tests := []struct {
		day  string
		want bool
		why  string
	}{
		{"2026-11-23", true, ""},
		{"2026-11-24", false, "Ngày Văn hóa Việt Nam"},
		{"2026-11-28", false, "Thứ Bảy"},
		{"2026-11-29", false, "Chủ nhật"},
		{"2026-08-22", true, ""}, // make-up Saturday
		{"2026-01-10", true, ""},
		{"2026-04-26", false, "Giỗ Tổ Hùng Vương (10/3 âm lịch)"}, // holiday on a Sunday: the holiday is the reason
		{"2027-02-04", true, ""},                                  // undecided
		{"2027-02-11", true, ""},                                  // undecided
		{"2027-02-08", false, "Mùng 3 Tết Đinh Mùi"},
	}
	c := calendar.DefaultCalendar()
	for _, tt := range tests {
		got, why := c.WorkingDay(at(tt.day + " 12:00"))
		if got != tt.want || why != tt.why {
			t.Errorf("WorkingDay(%s) = %t, %q, want %t, %q", tt.day, got, why, tt.want, tt.why)
		}
	}
}

func TestWorkingDayIsTheDayInVietnam(t *testing.T) {
	lateMonday := time.Date(2026, 11, 23, 17, 30, 0, 0, time.UTC) // 00:30 on the 24th in Thanh Hóa
	if ok, _ := calendar.DefaultCalendar().WorkingDay(lateMonday); ok {
		t.Error("WorkingDay = true, want the holiday of the 24th")
	}
}

func TestStart(t *testing.T) {
	days := func(n int) calendar.Rule { return calendar.Rule{Amount: n, Measure: calendar.Days} }
	working := func(n int) calendar.Rule { return calendar.Rule{Amount: n, Measure: calendar.WorkingDays} }
	hours := func(n int) calendar.Rule { return calendar.Rule{Amount: n, Measure: calendar.WorkingHours} }
	tests := []struct {
		name    string
		rule    calendar.Rule
		from    string
		due     string
		counted []string
		skipped []calendar.Skip
	}{
		{"working days skip the culture day", working(3), "2026-11-23 10:00", "2026-11-27 17:00",
			[]string{"2026-11-25", "2026-11-26", "2026-11-27"}, []calendar.Skip{{"2026-11-24", "Ngày Văn hóa Việt Nam"}}},
		{"received on a holiday", working(1), "2026-11-24 10:00", "2026-11-25 17:00", []string{"2026-11-25"}, nil},
		{"received late at night counts from the next day", working(1), "2026-11-25 23:59", "2026-11-26 17:00", []string{"2026-11-26"}, nil},
		{"over a weekend and the month's end", working(2), "2026-11-27 09:00", "2026-12-01 17:00",
			[]string{"2026-11-30", "2026-12-01"}, []calendar.Skip{{"2026-11-28", "Thứ Bảy"}, {"2026-11-29", "Chủ nhật"}}},
		{"a make-up Saturday counts", working(2), "2026-08-20 09:00", "2026-08-22 17:00", []string{"2026-08-21", "2026-08-22"}, nil},
		{"over the new year", working(1), "2026-12-31 09:00", "2027-01-04 17:00", []string{"2027-01-04"},
			[]calendar.Skip{{"2027-01-01", "Tết Dương lịch"}, {"2027-01-02", "Thứ Bảy"}, {"2027-01-03", "Chủ nhật"}}},
		{"Tết 2027: the undecided 4th and 11th are worked", working(2), "2027-02-03 09:00", "2027-02-11 17:00",
			[]string{"2027-02-04", "2027-02-11"}, []calendar.Skip{
				{"2027-02-05", "Tết Nguyên đán Đinh Mùi – 29 Chạp"}, {"2027-02-06", "Mùng 1 Tết Đinh Mùi"},
				{"2027-02-07", "Mùng 2 Tết Đinh Mùi"}, {"2027-02-08", "Mùng 3 Tết Đinh Mùi"},
				{"2027-02-09", "Tết Đinh Mùi – mùng 4 hoặc nghỉ bù"}, {"2027-02-10", "Tết Đinh Mùi – nghỉ bù"}}},
		{"calendar days count holidays and weekends", days(5), "2026-11-23 10:00", "2026-11-28 23:59",
			[]string{"2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28"}, nil},
		{"hours run through", calendar.Rule{Amount: 24, Measure: calendar.Hours}, "2026-11-28 22:00", "2026-11-29 22:00", nil, nil},
		{"working hours run while the office is open", hours(12), "2026-11-23 15:00", "2026-11-26 09:30",
			[]string{"2026-11-23", "2026-11-25", "2026-11-26"}, []calendar.Skip{{"2026-11-24", "Ngày Văn hóa Việt Nam"}}},
		{"working hours wait out the lunch break", hours(1), "2026-11-25 11:00", "2026-11-25 13:30", []string{"2026-11-25"}, nil},
		{"working hours end exactly at closing time", hours(4), "2026-11-25 13:00", "2026-11-25 17:00", []string{"2026-11-25"}, nil},
		{"working hours received after closing", hours(1), "2026-11-25 20:00", "2026-11-26 08:30", []string{"2026-11-26"}, nil},
	}
	c := calendar.DefaultCalendar()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := c.Start(tt.rule, at(tt.from))
			if due := got.Due.Format("2006-01-02 15:04"); due != tt.due {
				t.Errorf("Due = %s, want %s", due, tt.due)
			}
			if diff := cmp.Diff(append([]string{}, tt.counted...), got.Counted); diff != "" {
				t.Errorf("Counted (-want +got)\n%s", diff)
			}
			if diff := cmp.Diff(append([]calendar.Skip{}, tt.skipped...), got.Skipped); diff != "" {
				t.Errorf("Skipped (-want +got)\n%s", diff)
			}
		})
	}
}

func TestStartExplainsEveryDayUpToTheDeadline(t *testing.T) {
	c := calendar.DefaultCalendar()
	for from := at("2026-01-01 09:00"); from.Year() < 2028; from = from.AddDate(0, 0, 1) {
		k := c.Start(calendar.Rule{Amount: 7, Measure: calendar.WorkingDays}, from)
		days := int(midnight(k.Due).Sub(midnight(k.Start)).Hours() / 24)
		if len(k.Counted) != 7 || len(k.Counted)+len(k.Skipped) != days {
			t.Fatalf("from %s: counted %v + skipped %v over %d days", from.Format(time.DateOnly), k.Counted, k.Skipped, days)
		}
	}
}

func TestRulesAreWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range policy.DefaultRules() {
		if seen[r.Code] || r.Name == "" || r.Basis == "" || r.Amount <= 0 {
			t.Errorf("rule %+v: incomplete or twice", r)
		}
		seen[r.Code] = true
		if k := calendar.DefaultCalendar().Start(r, at("2026-11-23 10:00")); !k.Due.After(k.Start) {
			t.Errorf("rule %s is due at %s, at once", r.Code, k.Due)
		}
	}
	for _, kind := range []people.RequesterKind{people.Citizen, people.ReporterUnverified, people.ReporterVerified} {
		if _, ok := policy.FindRule(policy.ClockFor(kind)); !ok {
			t.Errorf("ClockFor(%s) names no rule", kind)
		}
	}
}

func TestParseCalendarRefuses(t *testing.T) {
	const hours = `"office_hours":[["07:30","11:30"]]`
	for name, data := range map[string]string{
		"broken JSON":        `{`,
		"an unknown weekday": `{"weekly_days_off":["Sabbath"],` + hours + `}`,
		"no working day":     `{"weekly_days_off":["Mon","Tue","Wed","Thu","Fri","Sat","Sun"],` + hours + `}`,
		"a bad date":         `{"days":[{"date":"24/11/2026"}],` + hours + `}`,
		"no office hours":    `{}`,
		"backward hours":     `{"office_hours":[["12:00","11:00"]]}`,
		"overlapping hours":  `{"office_hours":[["07:00","12:00"],["11:00","17:00"]]}`,
		"hours not a time":   `{"office_hours":[["morning","noon"]]}`,
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := calendar.ParseCalendar([]byte(data)); err == nil {
				t.Error("ParseCalendar = nil error")
			}
		})
	}
}
