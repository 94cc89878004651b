package words

import (
	"strings"
	"testing"
	"time"
)

func TestAWaitIsToldRoughlyAndNeverTooShort(t *testing.T) {
	for d, want := range map[time.Duration]string{
		31 * time.Second:                    "khoảng 1 phút",
		61 * time.Second:                    "khoảng 2 phút",
		6 * time.Minute:                     "khoảng 6 phút",
		89 * time.Minute:                    "khoảng 89 phút",
		90 * time.Minute:                    "khoảng 2 giờ",
		47 * time.Hour:                      "khoảng 47 giờ",
		3*24*time.Hour - 10*time.Minute:     "khoảng 3 ngày",
		10*24*time.Hour + 1*time.Nanosecond: "khoảng 11 ngày",
	} {
		if got := About(d); got != want {
			t.Errorf("%v is %q, want %q", d, got, want)
		}
	}
}

func TestTheAppIsNamedOnlyWhereThereIsOne(t *testing.T) {
	for _, say := range []func(time.Duration, string) string{Wait, Waited} {
		if got := say(time.Minute, ""); strings.Contains(got, "ứng dụng") || strings.HasSuffix(got, "\n") {
			t.Errorf("without an app: %q", got)
		}
		if got := say(time.Minute, "https://zalo.me/s/1/"); !strings.HasSuffix(got, "không phải chờ: https://zalo.me/s/1/") {
			t.Errorf("with an app: %q", got)
		}
	}
}
