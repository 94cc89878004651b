package admin

import (
	"testing"
	"time"

	"phatngon/internal/desk/calendar"
)

func TestTimeLeftIsSaidInWordsAndClass(t *testing.T) {
	start := time.Date(2026, 11, 20, 8, 0, 0, 0, calendar.Zone)
	clock := calendar.Clock{Start: start, Due: start.Add(100 * time.Hour)}
	for name, c := range map[string]struct {
		after time.Duration
		want  remaining
	}{
		"more than half left is good":        {10 * time.Hour, remaining{"good", "Còn 3 ngày 18 giờ"}},
		"between half and a quarter is fair": {60 * time.Hour, remaining{"fair", "Còn 1 ngày 16 giờ"}},
		"less than a quarter is soon":        {80 * time.Hour, remaining{"soon", "Sắp đến hạn: còn 20 giờ"}},
		"minutes are told near the end":      {100*time.Hour - 61*time.Minute, remaining{"soon", "Sắp đến hạn: còn 1 giờ 1 phút"}},
		"past the deadline is late":          {124 * time.Hour, remaining{"late", "Quá hạn 1 ngày"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := timeLeft(clock, start.Add(c.after)); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestCleanGivesTextOneForm(t *testing.T) {
	for name, c := range map[string]struct{ typed, want string }{
		"decomposed marks are composed":     {"Tha\u0301nh Ho\u0301a", "Thánh Hóa"},
		"line ends of Windows are unified":  {"một\r\nhai", "một\nhai"},
		"control characters are dropped":    {"a\x00b\x1bc\td", "abc\td"},
		"broken UTF-8 is replaced":          {"a\xffb", "a\uFFFDb"},
		"space around is dropped":           {"  xã Hoằng Hóa \n", "xã Hoằng Hóa"},
		"words and markup stay as they are": {"<b>**1.000** đồng</b>", "<b>**1.000** đồng</b>"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := clean(c.typed); got != c.want {
				t.Errorf("clean(%q) = %q, want %q", c.typed, got, c.want)
			}
		})
	}
}

func TestLoginLeadsToPagesOfThePanelOnly(t *testing.T) {
	for next, want := range map[string]string{
		"/admin/requests/TH-2026-00001": "/admin/requests/TH-2026-00001",
		"":                              "/admin/",
		"https://evil.example/admin/":   "/admin/",
		"//evil.example/admin/":         "/admin/",
		"/admin/\\evil.example":         "/admin/",
		"/admin/logout":                 "/admin/",
		"/adminx":                       "/admin/",
	} {
		if got := localPath(next); got != want {
			t.Errorf("localPath(%q) = %q, want %q", next, got, want)
		}
	}
}

func TestExcerptCutsAtAWord(t *testing.T) {
	if got, want := excerpt(18, "Khi nào xong đường ven biển?"), "Khi nào xong đường…"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := excerpt(80, " Khi nào\nxong? "), "Khi nào xong?"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
