package calendar

import (
	"slices"
	"time"
)

// compute finds the days and the deadline of a clock from its start, term, pauses
// and extension: nothing else, so that computing twice is computing once.
//
// Days and working days: counted from the day after the event. The days after the
// day of a pause up to and with the day of the resumption stand still, so what was
// left to count after the day of the pause is left after the day of the resumption.
// What would end during a pause ends on the day of the resumption, or on the next
// if the office has closed by then. A term that would end on a day off ends with the
// next working day; an extension is counted on from the first term's last counted
// day. Hours and working hours: to the second, a pause takes none and gives none.
// A pause that has not ended yet changes nothing so far.
func (c *Calendar) compute(k Clock) Clock {
	k.Start = k.Start.In(Zone)
	k.Counted, k.Skipped, k.Moved, k.Unlisted = []string{}, []Skip{}, nil, nil
	switch k.Measure {
	case Hours:
		k.Due = c.runThrough(k)
		return k // needs no holidays
	case WorkingHours:
		k = c.countHours(k)
	case Days, WorkingDays:
		k = c.countDays(k)
	}
	return c.noteUnlisted(k)
}

// noteUnlisted names the years from start to due whose holidays are not in the table.
func (c *Calendar) noteUnlisted(k Clock) Clock {
	for year := k.Start.Year(); year <= k.Due.In(Zone).Year(); year++ {
		if !c.Lists(year) {
			k.Unlisted = append(k.Unlisted, year)
		}
	}
	return k
}

// term is the whole amount, extension included.
func (k Clock) term() int {
	if k.Extension == nil {
		return k.Amount
	}
	return k.Amount + k.Extension.Amount
}

func (c *Calendar) countDays(k Clock) Clock {
	last := midnight(k.Start)
	day := last
	if !k.EventDayCounts {
		day = nextDay(day)
	}
	for left := k.term(); left > 0; day = nextDay(day) {
		skip, off := c.dayOff(day)
		switch {
		case k.standsStill(day):
		case off && k.Measure == WorkingDays:
			k.Skipped = append(k.Skipped, skip)
		default:
			k.Counted = append(k.Counted, day.Format(isoDay))
			last, left = day, left-1
		}
	}
	return c.settle(k, last)
}

// settle moves the end of a term from its last counted day out of pauses and days off.
func (c *Calendar) settle(k Clock, day time.Time) Clock {
	for {
		end := c.endOf(k, day)
		if p, ok := k.pauseAt(end); ok {
			day = later(midnight(p.To), nextDay(day))
			continue
		}
		skip, off := c.dayOff(day)
		if !off || k.Measure == Days && k.MayEndOnDayOff {
			k.Due = end
			return k
		}
		k.Moved = append(k.Moved, skip)
		day = nextDay(day)
	}
}

// endOf is when a term that ends on that day ends: working days with the office
// hours, plain days with the day.
func (c *Calendar) endOf(k Clock, day time.Time) time.Time {
	if k.Measure == WorkingDays {
		return c.closing(day)
	}
	return nextDay(day).Add(-time.Second)
}

// standsStill says whether a day is after that of a pause and not after that of its end.
func (k Clock) standsStill(day time.Time) bool {
	for _, p := range k.Pauses {
		if midnight(p.From).Before(day) && !midnight(p.To).Before(day) {
			return true
		}
	}
	return false
}

// pauseAt finds the ended pause that an instant lies in.
func (k Clock) pauseAt(t time.Time) (Pause, bool) {
	for _, p := range k.Pauses {
		if !t.Before(p.From) && t.Before(p.To) {
			return p, true
		}
	}
	return Pause{}, false
}

// runThrough lets clock hours run, except in pauses.
func (c *Calendar) runThrough(k Clock) time.Time {
	reached, left := k.Start, time.Duration(k.term())*time.Hour
	for _, p := range k.Pauses {
		if p.To.IsZero() || !p.From.Before(reached.Add(left)) {
			break
		}
		reached, left = p.To.In(Zone), left-p.From.Sub(reached)
	}
	return reached.Add(left)
}

// countHours lets time run only while the office is open, from the start on.
func (c *Calendar) countHours(k Clock) Clock {
	k.Due = k.Start
	left := time.Duration(k.term()) * time.Hour
	for day := midnight(k.Start); left > 0; day = nextDay(day) {
		if skip, off := c.dayOff(day); off {
			k.Skipped = append(k.Skipped, skip)
			continue
		}
		before := left
		for _, s := range c.hours {
			k.Due, left = k.runOpen(day.Add(s.from), day.Add(s.to), left)
		}
		if left < before {
			k.Counted = append(k.Counted, day.Format(isoDay))
		}
	}
	return k
}

// runOpen uses up what runs of one span of office hours, after the start and
// outside pauses; it returns the instant reached and the time still left.
func (k Clock) runOpen(from, to time.Time, left time.Duration) (time.Time, time.Duration) {
	from = later(from, k.Start)
	reached := k.Due
	for _, p := range slices.Concat(k.Pauses, []Pause{{From: to, To: to}}) {
		if stop := earlier(p.From, to); left > 0 && from.Before(stop) && !p.To.IsZero() {
			used := min(left, stop.Sub(from))
			reached, left = from.Add(used), left-used
		}
		from = later(from, p.To)
	}
	return reached, left
}

func nextDay(day time.Time) time.Time { return day.AddDate(0, 0, 1) }

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
