package calendar

import "time"

// How a rule's amount is measured. Calendar days and working days are not
// interchangeable (Luật 01/2026/QH16 counts days, NĐ 237/2026 working days).
const (
	Hours        = "hours"         // clock hours, weekends included (24-hour duties)
	Days         = "days"          // calendar days
	WorkingDays  = "working_days"  // days the office works
	WorkingHours = "working_hours" // hours the office is open
)

// Rule is a deadline: how much time, measured how, on what basis.
type Rule struct {
	Code, Name, Basis string
	Amount            int
	Measure           string // Hours, Days, WorkingDays or WorkingHours
}

// Clock is a deadline that can be explained: the rule, the legal basis, and
// each day counted or skipped.
type Clock struct {
	Rule    string    `bson:"rule" json:"rule"`   // "BC-TTN", "TT-12", …
	Basis   string    `bson:"basis" json:"basis"` // Vietnamese, names the law or the policy
	Start   time.Time `bson:"start" json:"start"`
	Due     time.Time `bson:"due" json:"due"`
	Counted []string  `bson:"counted" json:"counted"` // "2026-11-25"
	Skipped []Skip    `bson:"skipped" json:"skipped"`
}

// Skip is a day that did not count, and why.
type Skip struct {
	Date   string `bson:"date" json:"date"`
	Reason string `bson:"reason" json:"reason"` // Vietnamese: "Chủ nhật", "Ngày Văn hóa Việt Nam"
}

// Start computes when something received at the given instant is due, and
// explains every day. Days and working days are counted from the day after
// receipt; a term of days ends at the end of its last day also when that is a
// day off (the stricter reading); a term of working days ends when the office
// closes on its last day.
func (c *Calendar) Start(rule Rule, at time.Time) Clock {
	at = at.In(Zone)
	k := Clock{Rule: rule.Code, Basis: rule.Basis, Start: at, Counted: []string{}, Skipped: []Skip{}}
	switch rule.Measure {
	case Hours:
		k.Due = at.Add(time.Duration(rule.Amount) * time.Hour)
	case Days:
		k = c.countDays(k, rule.Amount, func(time.Time) (bool, string) { return true, "" })
		k.Due = lastDay(k).Add(24*time.Hour - time.Second)
	case WorkingDays:
		k = c.countDays(k, rule.Amount, c.WorkingDay)
		k.Due = lastDay(k).Add(c.hours[len(c.hours)-1].to)
	case WorkingHours:
		k = c.countHours(k, time.Duration(rule.Amount)*time.Hour)
	}
	return k
}

// countDays counts n days after the start, skipping those that do not count.
func (c *Calendar) countDays(k Clock, n int, counts func(time.Time) (bool, string)) Clock {
	day := midnight(k.Start)
	for len(k.Counted) < n {
		day = day.AddDate(0, 0, 1)
		if ok, why := counts(day); ok {
			k.Counted = append(k.Counted, day.Format(isoDay))
		} else {
			k.Skipped = append(k.Skipped, Skip{Date: day.Format(isoDay), Reason: why})
		}
	}
	return k
}

// countHours lets time run only while the office is open, from the start on.
func (c *Calendar) countHours(k Clock, left time.Duration) Clock {
	k.Due = k.Start
	for day := midnight(k.Start); left > 0; day = day.AddDate(0, 0, 1) {
		ok, why := c.WorkingDay(day)
		if !ok {
			k.Skipped = append(k.Skipped, Skip{Date: day.Format(isoDay), Reason: why})
			continue
		}
		before := left
		k.Due, left = c.runShifts(day, k.Start, k.Due, left)
		if left < before {
			k.Counted = append(k.Counted, day.Format(isoDay))
		}
	}
	return k
}

// runShifts uses up what is open on one day, not before start; it returns the
// instant reached and the time still left.
func (c *Calendar) runShifts(day, start, reached time.Time, left time.Duration) (time.Time, time.Duration) {
	for _, s := range c.hours {
		from, to := day.Add(s.from), day.Add(s.to)
		if from.Before(start) {
			from = start
		}
		if left == 0 || !from.Before(to) {
			continue
		}
		used := min(left, to.Sub(from))
		reached, left = from.Add(used), left-used
	}
	return reached, left
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, Zone)
}

// lastDay is the midnight that begins the last counted day; a rule of nothing
// is due on the day it starts.
func lastDay(k Clock) time.Time {
	if len(k.Counted) == 0 {
		return midnight(k.Start)
	}
	day, _ := time.ParseInLocation(isoDay, k.Counted[len(k.Counted)-1], Zone) // formatted by countDays
	return day
}
