package calendar

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// What a line of an explanation is about.
const (
	LineStart    = "start"
	LineCounted  = "counted"
	LineSkipped  = "skipped"
	LinePaused   = "paused"
	LineExtended = "extended"
	LineMoved    = "moved"
	LineDue      = "due"
	LineUnlisted = "unlisted"
	LineBasis    = "basis"
	LineVersion  = "version"
)

// Line is one step of how a deadline came about, for people. From and To are the
// days it is about ("2026-02-14"), empty when it is about the clock as a whole.
type Line struct {
	Kind string `json:"kind"`
	From string `json:"from,omitempty"`
	To   string `json:"to,omitempty"`
	Text string `json:"text"` // Vietnamese
}

// Explain tells how the deadline came about, in the order of the days; days in a
// row of which the same is to say are one line.
func (k Clock) Explain() []Line {
	lines := k.dayLines()
	for _, p := range k.Pauses {
		lines = append(lines, k.pauseLine(p))
	}
	if e := k.Extension; e != nil {
		day := e.At.In(Zone).Format(isoDay)
		lines = append(lines, Line{LineExtended, day, day, fmt.Sprintf("%s: gia hạn thêm %s (%s)", clockTime(e.At), amountText(e.Amount, k.Measure), e.Reason)})
	}
	slices.SortStableFunc(lines, func(a, b Line) int { return cmp.Compare(a.From, b.From) })
	lines = slices.Insert(lines, 0, k.startLine())
	if len(k.Moved) > 0 {
		lines = append(lines, k.movedLine())
	}
	return append(lines, k.closingLines()...)
}

func (k Clock) startLine() Line {
	day := k.Start.In(Zone).Format(isoDay)
	text := clockTime(k.Start) + ": bắt đầu tính hạn"
	if k.Amount > 0 {
		text += " " + amountText(k.Amount, k.Measure)
	}
	switch {
	case k.Measure == Hours:
		text += ", liên tục kể cả ngày nghỉ"
	case k.Measure != WorkingHours && !k.EventDayCounts:
		text += ", không tính ngày này"
	}
	return Line{LineStart, day, day, text}
}

// dayLines are the days counted and skipped, put together where they follow each other.
func (k Clock) dayLines() []Line {
	number, at := 0, 0
	var lines []Line
	for number < len(k.Counted) || at < len(k.Skipped) {
		if at == len(k.Skipped) || number < len(k.Counted) && k.Counted[number] < k.Skipped[at].Date {
			n := inARow(len(k.Counted)-number, func(i int) string { return k.Counted[number+i] })
			lines = append(lines, k.countedLine(number, n))
			number += n
			continue
		}
		n := inARow(len(k.Skipped)-at, func(i int) string { return k.Skipped[at+i].Date })
		lines = append(lines, k.skippedLine(k.Skipped[at:at+n]))
		at += n
	}
	return lines
}

// inARow is how many of n days, from the first on, follow each other without a gap.
func inARow(n int, day func(int) string) int {
	for i := 1; i < n; i++ {
		before, err := time.Parse(isoDay, day(i-1))
		if err != nil || nextDay(before).Format(isoDay) != day(i) {
			return i
		}
	}
	return n
}

func (k Clock) countedLine(first, n int) Line {
	from, to := k.Counted[first], k.Counted[first+n-1]
	text := k.days(from, to) + ": "
	switch {
	case k.Measure == WorkingHours:
		text += "tính giờ làm việc"
	case n == 1:
		text += fmt.Sprintf("%s thứ %d", MeasureName(k.dayMeasure()), first+1)
	default:
		text += fmt.Sprintf("%s thứ %d–%d", MeasureName(k.dayMeasure()), first+1, first+n)
	}
	return Line{LineCounted, from, to, text}
}

// dayMeasure is plain days for clocks stored without their measure.
func (k Clock) dayMeasure() string { return cmp.Or(k.Measure, Days) }

func (k Clock) skippedLine(run []Skip) Line {
	from, to := run[0].Date, run[len(run)-1].Date
	return Line{LineSkipped, from, to, k.days(from, to) + ": " + occasion(run) + ", không tính"}
}

func (k Clock) movedLine() Line {
	from, to := k.Moved[0].Date, k.Moved[len(k.Moved)-1].Date
	text := fmt.Sprintf("%s: %s, hạn chuyển sang hết ngày làm việc tiếp theo", k.days(from, to), occasion(k.Moved))
	return Line{LineMoved, from, to, text}
}

func (k Clock) pauseLine(p Pause) Line {
	from := p.From.In(Zone).Format(isoDay)
	if p.To.IsZero() {
		return Line{LinePaused, from, from, fmt.Sprintf("Từ %s: đang tạm dừng (%s)", clockTime(p.From), p.Reason)}
	}
	to := p.To.In(Zone).Format(isoDay)
	text := fmt.Sprintf("Từ %s đến %s: tạm dừng (%s)", clockTime(p.From), clockTime(p.To), p.Reason)
	if first := nextDay(midnight(p.From)).Format(isoDay); first <= to && (k.Measure == Days || k.Measure == WorkingDays) {
		text += ", không tính " + k.days(first, to)
	}
	return Line{LinePaused, from, to, text}
}

func (k Clock) closingLines() []Line {
	due := k.Due.In(Zone).Format(isoDay)
	lines := []Line{{LineDue, due, due, "Hết hạn: " + clockTime(k.Due)}}
	if k.Paused() {
		lines[0].Text += " nếu tiếp tục ngay; tạm dừng đến đâu, hạn lùi đến đó"
	}
	for _, year := range k.Unlisted {
		lines = append(lines, Line{Kind: LineUnlisted, Text: UnlistedYear(year)})
	}
	lines = append(lines, Line{Kind: LineBasis, Text: "Căn cứ: " + k.Basis})
	if k.Policy != (Numbers{}) {
		text := fmt.Sprintf("Tính theo bảng thời hạn bản %d, lịch làm việc bản %d", k.Policy.Rules, k.Policy.Calendar)
		lines = append(lines, Line{Kind: LineVersion, Text: text})
	}
	return lines
}

// occasion says why days in a row are off: the holidays among them by their
// occasion, else the weekend.
func occasion(run []Skip) string {
	var holidays, weekdays []string
	for _, s := range run {
		at, err := time.Parse(isoDay, s.Date)
		if err == nil && s.Occasion == "" && s.Reason == weekdayName(at.Weekday()) {
			weekdays = append(weekdays, s.Reason)
		} else if name := cmp.Or(s.Occasion, strings.TrimPrefix(s.Reason, "Nghỉ ")); !slices.Contains(holidays, name) {
			holidays = append(holidays, name)
		}
	}
	switch {
	case len(holidays) > 0:
		return "nghỉ " + strings.Join(holidays, ", ")
	case len(weekdays) == 1:
		return "nghỉ " + weekdays[0]
	}
	return "nghỉ cuối tuần"
}

// days writes a day or a run of days: "24/11", "14–22/02", "30/11–02/12", with the
// year where it is not that of the start.
func (k Clock) days(from, to string) string {
	a, errA := time.Parse(isoDay, from)
	b, errB := time.Parse(isoDay, to)
	if errA != nil || errB != nil {
		return from + "–" + to
	}
	last := b.Format("02/01")
	if year := k.Start.In(Zone).Year(); b.Year() != year {
		last = b.Format("02/01/2006")
	}
	switch {
	case from == to:
		return last
	case a.Year() == b.Year() && a.Month() == b.Month():
		return a.Format("02") + "–" + last
	}
	return a.Format("02/01") + "–" + last
}
