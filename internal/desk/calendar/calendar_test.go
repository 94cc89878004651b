package calendar_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
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
			[]string{"2026-11-25", "2026-11-26", "2026-11-27"}, []calendar.Skip{{Date: "2026-11-24", Reason: "Ngày Văn hóa Việt Nam"}}},
		{"received on a holiday", working(1), "2026-11-24 10:00", "2026-11-25 17:00", []string{"2026-11-25"}, nil},
		{"received late at night counts from the next day", working(1), "2026-11-25 23:59", "2026-11-26 17:00", []string{"2026-11-26"}, nil},
		{"over a weekend and the month's end", working(2), "2026-11-27 09:00", "2026-12-01 17:00",
			[]string{"2026-11-30", "2026-12-01"}, []calendar.Skip{{Date: "2026-11-28", Reason: "Thứ Bảy"}, {Date: "2026-11-29", Reason: "Chủ nhật"}}},
		{"a make-up Saturday counts", working(2), "2026-08-20 09:00", "2026-08-22 17:00", []string{"2026-08-21", "2026-08-22"}, nil},
		{"over the new year", working(1), "2026-12-31 09:00", "2027-01-04 17:00", []string{"2027-01-04"},
			[]calendar.Skip{{Date: "2027-01-01", Reason: "Tết Dương lịch"}, {Date: "2027-01-02", Reason: "Thứ Bảy"}, {Date: "2027-01-03", Reason: "Chủ nhật"}}},
		{"Tết 2027: the undecided 4th and 11th are worked", working(2), "2027-02-03 09:00", "2027-02-11 17:00",
			[]string{"2027-02-04", "2027-02-11"}, []calendar.Skip{
				{Date: "2027-02-05", Reason: "Tết Nguyên đán Đinh Mùi – 29 Chạp"}, {Date: "2027-02-06", Reason: "Mùng 1 Tết Đinh Mùi"},
				{Date: "2027-02-07", Reason: "Mùng 2 Tết Đinh Mùi"}, {Date: "2027-02-08", Reason: "Mùng 3 Tết Đinh Mùi"},
				{Date: "2027-02-09", Reason: "Tết Đinh Mùi – mùng 4 hoặc nghỉ bù"}, {Date: "2027-02-10", Reason: "Tết Đinh Mùi – nghỉ bù"}}},
		{"calendar days count holidays and weekends, and end on a working day", days(5), "2026-11-23 10:00", "2026-11-30 23:59",
			[]string{"2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28"}, nil},
		{"calendar days that end on a working day end there", days(4), "2026-11-23 10:00", "2026-11-27 23:59",
			[]string{"2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"}, nil},
		{"calendar days that would end within Tết end after it", days(3), "2026-02-13 10:00", "2026-02-23 23:59",
			[]string{"2026-02-14", "2026-02-15", "2026-02-16"}, nil},
		{"calendar days may end on a make-up Saturday", days(2), "2026-08-20 10:00", "2026-08-22 23:59",
			[]string{"2026-08-21", "2026-08-22"}, nil},
		{"hours run through", calendar.Rule{Amount: 24, Measure: calendar.Hours}, "2026-11-28 22:00", "2026-11-29 22:00", nil, nil},
		{"working hours run while the office is open", hours(12), "2026-11-23 15:00", "2026-11-26 09:30",
			[]string{"2026-11-23", "2026-11-25", "2026-11-26"}, []calendar.Skip{{Date: "2026-11-24", Reason: "Ngày Văn hóa Việt Nam"}}},
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
			if diff := cmp.Diff(append([]calendar.Skip{}, tt.skipped...), got.Skipped, cmpopts.IgnoreFields(calendar.Skip{}, "Occasion")); diff != "" {
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

func TestParseCalendarRefuses(t *testing.T) {
	const hours = `"office_hours":[["07:30","11:30"]]`
	day := func(fields string) string { return `{` + hours + `,"days":[{"name":"Nghỉ bão",` + fields + `}]}` }
	for name, tt := range map[string]struct{ data, says string }{
		"broken JSON":               {`{`, "dòng 1"},
		"an unknown name":           {"{\n" + `"weekly_day_off":["Sat"],` + hours + `}`, "weekly_day_off"},
		"something after it":        {`{` + hours + `}{}`, "thừa ở cuối"},
		"a number for a text":       {day(`"date":20261124`), "days.date"},
		"an unknown weekday":        {`{"weekly_days_off":["Sabbath"],` + hours + `}`, "Sabbath"},
		"no working day":            {`{"weekly_days_off":["Mon","Tue","Wed","Thu","Fri","Sat","Sun"],` + hours + `}`, "ngày làm việc"},
		"a bad date":                {day(`"date":"24/11/2026","type":"public_holiday"`), "24/11/2026"},
		"a day that is not":         {day(`"date":"2026-02-30","type":"public_holiday"`), "2026-02-30"},
		"the wrong weekday":         {day(`"date":"2026-11-24","weekday":"Mon","type":"public_holiday"`), "Tue"},
		"an unknown type":           {day(`"date":"2026-11-24","type":"holiday"`), "holiday"},
		"a made-up day that is off": {day(`"date":"2026-11-28","type":"makeup_workday","is_day_off":true`), "2026-11-28"},
		"a day without a name":      {`{` + hours + `,"days":[{"date":"2026-11-24","type":"public_holiday"}]}`, "2026-11-24"},
		"a day twice": {`{` + hours + `,"days":[{"date":"2026-11-24","name":"A","type":"public_holiday"},{"date":"2026-11-24","name":"B","type":"public_holiday"}]}`,
			"hai lần"},
		"no office hours":   {`{}`, "giờ làm việc"},
		"backward hours":    {`{"office_hours":[["12:00","11:00"]]}`, "12:00"},
		"overlapping hours": {`{"office_hours":[["07:00","12:00"],["11:00","17:00"]]}`, "11:00"},
		"hours not a time":  {`{"office_hours":[["morning","noon"]]}`, "morning"},
	} {
		t.Run(name, func(t *testing.T) {
			var invalid *desk.InvalidError
			_, err := calendar.ParseCalendar([]byte(tt.data))
			if !errors.As(err, &invalid) || !strings.Contains(invalid.Text, tt.says) {
				t.Errorf("ParseCalendar = %v, want an InvalidError with %q", err, tt.says)
			}
		})
	}
}
