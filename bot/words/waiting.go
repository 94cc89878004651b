package words

import (
	"fmt"
	"strconv"
	"time"
)

// What a person is told of a wait. Each says only what is known when it goes out: a wait
// to come is an estimate, one that is over is a fact.
const (
	textWait     = "Lúc này có nhiều tin chờ gửi qua Zalo. Câu trả lời dành cho Anh/Chị dự kiến được gửi sau %s."
	textWaited   = "(Tin này phải chờ %s mới gửi được qua Zalo.)"
	textAppNow   = "Hỏi trong ứng dụng thì không phải chờ: %s"
	textNoticeOf = "Tin %d/%d"
)

// Wait tells that a reply goes out after about d; app is the link that opens the Mini
// App, "" when there is none.
func Wait(d time.Duration, app string) string {
	return Lines(fmt.Sprintf(textWait, About(d)), inApp(app))
}

// Waited stands below a reply that has waited d.
func Waited(d time.Duration, app string) string {
	return Lines(fmt.Sprintf(textWaited, About(d)), inApp(app))
}

func inApp(link string) string {
	if link == "" {
		return ""
	}
	return fmt.Sprintf(textAppNow, link)
}

// NoticeOf heads the i-th of n notices that go out as one message.
func NoticeOf(i, n int) string { return fmt.Sprintf(textNoticeOf, i, n) }

// About says roughly how long d is: minutes, from 90 minutes on hours, from two days on
// days. It is rounded up, so that nobody waits longer than said for want of precision.
func About(d time.Duration) string {
	for _, unit := range []struct {
		length, from time.Duration
		name         string
	}{{24 * time.Hour, 48 * time.Hour, "ngày"}, {time.Hour, 90 * time.Minute, "giờ"}, {time.Minute, 0, "phút"}} {
		if d >= unit.from {
			n := max((d+unit.length-1)/unit.length, 1)
			return "khoảng " + strconv.Itoa(int(n)) + " " + unit.name
		}
	}
	return ""
}
