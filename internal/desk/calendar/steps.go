package calendar

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"phatngon/internal/desk"
)

// Pause stops the clock, with a reason that people will read. It runs on with Resume.
func (c *Calendar) Pause(k Clock, at time.Time, reason string) (Clock, error) {
	at, reason = at.In(Zone), strings.TrimSpace(reason)
	switch {
	case reason == "":
		return k, invalid("reason", "Vui lòng ghi lý do tạm dừng hạn.")
	case k.Paused():
		return k, refuse("Hạn đang tạm dừng. Vui lòng cho tiếp tục trước khi tạm dừng lần nữa.")
	case at.Before(k.runningSince()):
		return k, refuse("Không tạm dừng được trước khi hạn bắt đầu chạy (%s).", clockTime(k.runningSince()))
	case !at.Before(k.Due):
		return k, refuse("Hạn đã hết lúc %s nên không tạm dừng được. Vui lòng xử lý yêu cầu.", clockTime(k.Due))
	}
	k.Pauses = append(slices.Clone(k.Pauses), Pause{From: at, Reason: reason})
	return c.compute(k), nil
}

// runningSince is the start or the last resumption.
func (k Clock) runningSince() time.Time {
	if len(k.Pauses) == 0 {
		return k.Start
	}
	return k.Pauses[len(k.Pauses)-1].To
}

// Resume lets the clock run on. A pause without length leaves no trace.
func (c *Calendar) Resume(k Clock, at time.Time) (Clock, error) {
	at = at.In(Zone)
	if !k.Paused() {
		return k, refuse("Hạn không tạm dừng nên không cần tiếp tục.")
	}
	last := len(k.Pauses) - 1
	if at.Before(k.Pauses[last].From) {
		return k, refuse("Không tiếp tục được trước lúc tạm dừng (%s).", clockTime(k.Pauses[last].From))
	}
	k.Pauses = slices.Clone(k.Pauses)
	k.Pauses[last].To = at
	if at.Equal(k.Pauses[last].From) {
		k.Pauses = k.Pauses[:last]
	}
	if len(k.Pauses) == 0 {
		k.Pauses = nil
	}
	return c.compute(k), nil
}

// Extend prolongs the term, once and inside the first term, by at most what the
// rule allows; at is when the notice of it is given.
func (c *Calendar) Extend(k Clock, amount int, at time.Time, reason string) (Clock, error) {
	at, reason = at.In(Zone), strings.TrimSpace(reason)
	switch {
	case k.Extendable == 0:
		return k, refuse("Hạn này không được gia hạn. Vui lòng trả lời đúng hạn.")
	case k.Extension != nil:
		return k, refuse("Hạn đã gia hạn một lần (%s) nên không gia hạn được nữa.", amountText(k.Extension.Amount, k.Measure))
	case at.Before(k.Start):
		return k, refuse("Không gia hạn được trước khi hạn bắt đầu (%s).", clockTime(k.Start))
	case k.Late(at):
		return k, refuse("Hạn đã hết lúc %s; chỉ gia hạn được trong thời hạn đầu. Vui lòng trả lời sớm nhất.", clockTime(k.Due))
	case amount < 1 || amount > k.Extendable:
		return k, invalid("amount", "Vui lòng chọn thời gian gia hạn từ 1 đến %s.", amountText(k.Extendable, k.Measure))
	case reason == "":
		return k, invalid("reason", "Vui lòng ghi lý do gia hạn.")
	}
	k.Extension = &Extension{Amount: amount, At: at, Reason: reason}
	return c.compute(k), nil
}

// Recompute is the clock under this calendar, with what happened to it so far.
func (c *Calendar) Recompute(k Clock) Clock { return c.compute(k) }

func refuse(text string, args ...any) error {
	return &desk.RuleError{Text: fmt.Sprintf(text, args...)}
}

func clockTime(t time.Time) string { return t.In(Zone).Format("15:04, 02/01/2006") }

// amountText says an amount of time: "12 ngày".
func amountText(n int, measure string) string { return fmt.Sprintf("%d %s", n, MeasureName(measure)) }

// MeasureName is what a measure of terms is called.
func MeasureName(measure string) string {
	return map[string]string{Hours: "giờ", Days: "ngày", WorkingDays: "ngày làm việc", WorkingHours: "giờ làm việc"}[measure]
}
