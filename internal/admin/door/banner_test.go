package door

import (
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/queue/budget"
)

func TestTheBannerSaysWhatIsLateAndWhy(t *testing.T) {
	at := time.Date(2026, 11, 28, 9, 5, 7, 0, calendar.Zone)
	slow := budget.Status{PerMinute: 100, CallsLeft: 3, Delay: 5 * time.Minute, Waiting: 480, OldestSince: at, MonthLeft: -1}
	slow.Late[budget.Reply] = budget.Late{Waiting: 470, Delay: 5*time.Minute - time.Second}
	slow.Late[budget.Notice] = budget.Late{Waiting: 10, Delay: 6 * time.Minute}
	down := slow
	down.Open, down.Why, down.Since, down.NextAttempt = true, "Zalo chưa nhận tin; tin chờ.", at, at.Add(time.Minute)
	low, used := budget.Status{MonthLeft: 100, PerMonth: 500}, budget.Status{MonthLeft: 0}
	cases := map[string]struct {
		status                   budget.Status
		paysNotices, paysReplies bool
		title, want, not         string // pieces of the lines, by |
	}{
		"nothing waits": {budget.Status{MonthLeft: 400, PerMonth: 500}, true, true, "", "", ""},
		"a short wait":  {budget.Status{Delay: 30 * time.Second, Waiting: 2, MonthLeft: -1}, true, true, "", "", ""},
		"a storm": {slow, true, true, "Tin gửi qua Zalo đang chậm", "100 lượt gọi mỗi phút; phút này còn 3|480 người đang chờ tin, lâu nhất từ 09:05, 28/11/2026|" +
			"chat: 470 người chờ; tin mới đi sau khoảng 5 phút.|thay đổi: 10 người chờ", "Câu trả lời yêu cầu|Tháng này"},
		"an outage":            {down, true, true, "Zalo chưa nhận tin từ 09:05, 28/11/2026", "Zalo chưa nhận tin; tin chờ.|09:06:07|nếu Zalo nhận lại", "lượt gọi"},
		"a month near its end": {low, false, true, "Hạn mức tin trong tháng sắp hết", "còn 100 trong 500 tin trả phí|Tin báo phát ngôn thay đổi cho người đã im lặng", "chờ tin"},
		"a month used up":      {used, false, false, "Hạn mức tin trong tháng đã hết", "Mọi tin cho người đã im lặng", "Tháng này"},
		"a storm at its end":   {slow, false, true, "Tin gửi qua Zalo đang chậm", "470 người chờ|im lặng quá 48 giờ", ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			b := bannerOf(c.status, c.paysNotices, c.paysReplies)
			if b == nil {
				b = &Banner{}
			}
			lines := strings.Join(b.Lines, "\n")
			if b.Title != c.title || c.title == "" && lines != "" {
				t.Errorf("title %q, want %q, over\n%s", b.Title, c.title, lines)
			}
			for _, want := range strings.Split(c.want, "|") {
				if !strings.Contains(lines, want) {
					t.Errorf("no %q in\n%s", want, lines)
				}
			}
			for _, not := range strings.Split(c.not, "|") {
				if not != "" && strings.Contains(lines, not) {
					t.Errorf("%q in\n%s", not, lines)
				}
			}
		})
	}
}
