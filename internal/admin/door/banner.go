package door

import (
	"fmt"
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/edge"
	"phatngon/internal/queue/budget"
)

// Banner stands above every page while messages do not go out as they should: what is so,
// and what will be late. It tells of this instance, at the time the page was made.
type Banner struct {
	Title string
	Lines []string
}

// banner is nil when all goes well.
func (v *Visit) banner() *Banner {
	pace := v.door.Flow.Pace
	if pace == nil {
		return nil
	}
	return bannerOf(pace.Status(), pace.MayPay(budget.Notice), pace.MayPay(budget.Reply))
}

// bannerOf puts a status into words. paysNotices and paysReplies say what the month's
// budget still pays for to people who have been silent for 48 hours.
func bannerOf(s budget.Status, paysNotices, paysReplies bool) *Banner {
	b := &Banner{}
	switch {
	case s.Open:
		b.Title = "Zalo chưa nhận tin từ " + edge.DateTime(s.Since)
		b.Lines = append([]string{s.Why, "Lần thử kế tiếp: " + s.NextAttempt.In(calendar.Zone).Format("15:04:05") + "."}, late(s)...)
	case s.Delay > budget.LongWait:
		b.Title = "Tin gửi qua Zalo đang chậm"
		b.Lines = append([]string{fmt.Sprintf("Gói Zalo cho %d lượt gọi mỗi phút; phút này còn %d.", s.PerMinute, s.CallsLeft)}, late(s)...)
	case !paysReplies:
		b.Title = "Hạn mức tin trong tháng đã hết"
	case !paysNotices:
		b.Title = "Hạn mức tin trong tháng sắp hết"
	default:
		return nil
	}
	if !paysNotices {
		b.Lines = append(b.Lines, monthly(s, paysReplies))
	}
	return b
}

// classes are the priorities as officers call them.
var classes = [...]string{
	budget.Reply: "Trả lời trong chat", budget.Answer: "Câu trả lời yêu cầu", budget.Notice: "Tin báo phát ngôn thay đổi", budget.Broadcast: "Tin gửi rộng rãi",
}

// late says how old the queue is, and of each priority how many wait and for how long.
func late(s budget.Status) (lines []string) {
	if s.Waiting > 0 {
		lines = append(lines, fmt.Sprintf("%d người đang chờ tin, lâu nhất từ %s. Tin chờ được giữ lại và tự gửi đi.", s.Waiting, edge.DateTime(s.OldestSince)))
	}
	for p, of := range s.Late {
		if of.Waiting == 0 && budget.Priority(p) != budget.Reply {
			continue
		}
		line := fmt.Sprintf("%s: %d người chờ; tin mới đi sau khoảng %s", classes[p], of.Waiting, roughly(of.Delay))
		if s.Open {
			line += ", nếu Zalo nhận lại ở lần thử kế tiếp"
		}
		lines = append(lines, line+".")
	}
	return lines
}

func roughly(d time.Duration) string {
	if d < time.Minute {
		return fmt.Sprintf("%d giây", int(d.Seconds()))
	}
	return fmt.Sprintf("%d phút", int((d+time.Minute-1)/time.Minute))
}

// monthly says what waits because the month's budget does not pay for it.
func monthly(s budget.Status, paysReplies bool) string {
	left, what := "", "Tin báo phát ngôn thay đổi"
	if s.PerMonth > 0 && s.MonthLeft >= 0 {
		left = fmt.Sprintf("Tháng này còn %d trong %d tin trả phí. ", s.MonthLeft, s.PerMonth)
	}
	if !paysReplies {
		what = "Mọi tin"
	}
	return left + what + " cho người đã im lặng quá 48 giờ chờ đến khi họ nhắn lại hoặc có hạn mức mới."
}
