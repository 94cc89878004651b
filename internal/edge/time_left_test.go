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
	clock := calendar.Clock{Start: start, Due: start.Add(100 * time.Hour)}
	for name, c := range map[string]struct {
		after time.Duration
		want  Remaining
	}{
		"more than half left is good":        {10 * time.Hour, Remaining{"good", "Còn 3 ngày 18 giờ"}},
		"between half and a quarter is fair": {60 * time.Hour, Remaining{"fair", "Còn 1 ngày 16 giờ"}},
		"less than a quarter is soon":        {80 * time.Hour, Remaining{"soon", "Sắp đến hạn: còn 20 giờ"}},
		"minutes are told near the end":      {100*time.Hour - 61*time.Minute, Remaining{"soon", "Sắp đến hạn: còn 1 giờ 1 phút"}},
		"past the deadline is late":          {124 * time.Hour, Remaining{"late", "Quá hạn 1 ngày"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := TimeLeft(clock, start.Add(c.after)); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
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
