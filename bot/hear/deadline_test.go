package hear_test

import (
	"testing"
	"time"

	"phatngon/bot/hear"
	"phatngon/internal/desk/calendar"
)

func TestANewsroomsOwnDeadlineIsRead(t *testing.T) {
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, calendar.Zone)
	for text, want := range map[string]string{
		"Hạn báo in là 17h chiều mai.":           "17:00 24/11/2026",
		"số liệu dịch tả lợn đó ạ, deadline 16h": "16:00 23/11/2026",
		"deadline 8h":                                  "08:00 24/11/2026",
		"cần trước 5 giờ chiều nay":                    "17:00 23/11/2026",
		"hạn gửi 10h30 ngày 25/11":                     "10:30 25/11/2026",
		"hạn cuối 10h 05/01":                           "10:00 05/01/2027",
		"deadline 8h hôm nay":                          "", // has passed
		"Bao giờ sửa cầu?":                             "",
		"Trước đây cầu này sửa năm nào?":               "",
		"hạn gửi 10h ngày 31/02":                       "",
		"Xin lịch 17h chiều mai trạm y tế có mở không": "", // no deadline of theirs
	} {
		at, ok := hear.Deadline(text, now)
		got := ""
		if ok {
			got = at.In(calendar.Zone).Format("15:04 02/01/2006")
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
