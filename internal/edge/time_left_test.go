package edge

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/calendar"
)

func TestTimeLeftIsSaidInWordsAndClass(t *testing.T) {
	start := time.Date(2026, 11, 20, 8, 0, 0, 0, calendar.Zone)
	clock := calendar.Clock{Start: start, Due: time.Date(2026, 11, 27, 16, 0, 0, 0, calendar.Zone)}
	for name, c := range map[string]struct {
		at   time.Time
		want Remaining
	}{
		"four days ahead is later":                  {time.Date(2026, 11, 23, 23, 59, 0, 0, calendar.Zone), Remaining{"later", "Còn 3 ngày 16 giờ"}},
		"the third day ahead is near":               {time.Date(2026, 11, 24, 0, 0, 0, 0, calendar.Zone), Remaining{"near", "Còn 3 ngày 16 giờ"}},
		"the evening before is near":                {time.Date(2026, 11, 26, 23, 0, 0, 0, calendar.Zone), Remaining{"near", "Còn 17 giờ"}},
		"the same day is today":                     {time.Date(2026, 11, 27, 0, 0, 0, 0, calendar.Zone), Remaining{"today", "Hôm nay, còn 16 giờ"}},
		"minutes are told near the end":             {time.Date(2026, 11, 27, 14, 59, 0, 0, calendar.Zone), Remaining{"today", "Hôm nay, còn 1 giờ 1 phút"}},
		"past the deadline of the same day is late": {time.Date(2026, 11, 27, 17, 0, 0, 0, calendar.Zone), Remaining{"late", "Quá hạn 1 giờ"}},
		"the day of the office counts, not UTC's":   {time.Date(2026, 11, 26, 18, 0, 0, 0, time.UTC), Remaining{"today", "Hôm nay, còn 15 giờ"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := TimeLeft(clock, c.at); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestEveryClassOfADeadlineStandsInTheLegend(t *testing.T) {
	now := time.Date(2026, 11, 24, 9, 0, 0, 0, calendar.Zone)
	for i, hours := range []int{-1, 2, 60, 200} {
		if got := TimeLeft(calendar.Clock{Due: now.Add(time.Duration(hours) * time.Hour)}, now).Class; got != Legend()[i].Class {
			t.Errorf("%d hours left is %s, and the legend has %s", hours, got, Legend()[i].Class)
		}
	}
}

// The same file holds the Mini App to these words (miniapp/test/text.test.ts).
func TestTimeLeftIsSaidAsTheMiniAppSaysIt(t *testing.T) {
	data, err := os.ReadFile("testdata/time_left.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Seconds int
		Words   string
	}
	if err := json.Unmarshal(data, &cases); err != nil || len(cases) == 0 {
		t.Fatalf("%d cases, %v", len(cases), err)
	}
	now := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	for _, c := range cases {
		due := now.Add(time.Duration(c.Seconds) * time.Second)
		got := TimeLeft(calendar.Clock{Start: now.AddDate(0, -2, 0), Due: due}, now).Text
		if !strings.HasSuffix(strings.ToLower(got), c.Words) {
			t.Errorf("with %d seconds left: %q, want …%q", c.Seconds, got, c.Words)
		}
	}
}
