package calendar_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/calendar"
)

func TestWhatIsLeftStandsStillWithThePause(t *testing.T) {
	c := calendar.DefaultCalendar()
	for name, tt := range map[string]struct {
		rule calendar.Rule
		at   string
		want string
	}{
		"days":                        {access(), "2026-11-25 10:00", "10 ngày"},
		"working days over a day off": {calendar.Rule{Amount: 3, Measure: calendar.WorkingDays}, "2026-11-24 10:00", "3 ngày làm việc"},
		"hours":                       {calendar.Rule{Amount: 24, Measure: calendar.Hours}, "2026-11-23 11:30", "22 giờ 30 phút"},
	} {
		k := c.Start(tt.rule, at("2026-11-23 10:00"))
		still := must(c.Pause(k, at(tt.at), "chờ bổ sung"))
		if got := still.Left(); got != tt.want || k.Left() != "" {
			t.Errorf("%s: left %q, want %q; running: %q", name, got, tt.want, k.Left())
		}
	}
}

func TestWhatWasLeftIsLeftAfterThePause(t *testing.T) {
	forAll(t, func(r *rand.Rand, c *calendar.Calendar) {
		k := c.Start(anyRule(r), anyInstant(r))
		from := k.Start.Add(time.Duration(r.Int64N(int64(k.Due.Sub(k.Start)))))
		still := must(c.Pause(k, from, "chờ"))
		again := must(c.Resume(still, from.Add(time.Duration(1+r.Int64N(int64(240*time.Hour))))))
		to := again.Pauses[len(again.Pauses)-1].To
		if again.Due.Sub(to) <= 0 {
			return // nothing was left: it ends with the day of the resumption
		}
		if next, err := c.Pause(again, to, "chờ"); err == nil && next.Left() != still.Left() {
			t.Fatalf("%q was left, then %q\n%+v", still.Left(), next.Left(), again)
		}
	})
}

func TestAYearWithoutATableIsSaidPlainly(t *testing.T) {
	c := calendar.DefaultCalendar()
	if !c.Lists(2027) || c.Lists(2028) {
		t.Fatalf("2027 is listed %t, 2028 %t", c.Lists(2027), c.Lists(2028))
	}
	for from, want := range map[string]string{"2027-12-01 09:00": "", "2027-12-28 09:00": "Năm 2028", "2028-03-01 09:00": "Năm 2028"} {
		k := c.Start(access(), at(from))
		if got := strings.Join(texts(k), "\n"); strings.Contains(got, "chưa có bảng ngày nghỉ") != (want != "") || !strings.Contains(got, want) {
			t.Errorf("from %s: %s", from, got)
		}
	}
	if k := c.Start(calendar.Rule{Amount: 24, Measure: calendar.Hours}, at("2028-03-01 09:00")); len(k.Unlisted) > 0 {
		t.Errorf("hours run through whatever the holidays: %v", k.Unlisted)
	}
}

// Two sources that do not know each other agree on these days.
func TestTheDaysThatAreCertainOrThatAnotherSourceHasTooAreOff(t *testing.T) {
	var days struct{ Agreed, Certain []string }
	if err := json.Unmarshal(must(os.ReadFile("testdata/days_off.json")), &days); err != nil || len(days.Agreed) < 20 || len(days.Certain) < 20 {
		t.Fatal(err, len(days.Agreed), len(days.Certain))
	}
	c := calendar.DefaultCalendar()
	for _, day := range append(days.Agreed, days.Certain...) {
		if works, why := c.WorkingDay(at(day + " 12:00")); works || strings.HasPrefix(why, "Thứ") || why == "Chủ nhật" {
			t.Errorf("%s: works %t, %q; want a named holiday", day, works, why)
		}
	}
}
