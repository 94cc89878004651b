package calendar

import "time"

// OpenAt is the instant itself when the office is open then, else when it opens next.
func (c *Calendar) OpenAt(t time.Time) time.Time {
	t = t.In(Zone)
	for day := midnight(t); ; day = nextDay(day) {
		if _, off := c.dayOff(day); off {
			continue
		}
		for _, s := range c.hours {
			if t.Before(day.Add(s.to)) {
				return later(t, day.Add(s.from))
			}
		}
	}
}

// Opening is when the office opens on a day; false on a day off.
func (c *Calendar) Opening(day time.Time) (time.Time, bool) {
	day = midnight(day)
	_, off := c.dayOff(day)
	return day.Add(c.hours[0].from), !off
}

// OpenBetween is for how long the office is open between two instants.
func (c *Calendar) OpenBetween(from, to time.Time) time.Duration {
	open := time.Duration(0)
	for day := midnight(from); day.Before(to); day = nextDay(day) {
		if _, off := c.dayOff(day); off {
			continue
		}
		for _, s := range c.hours {
			open += max(0, earlier(day.Add(s.to), to).Sub(later(day.Add(s.from), from)))
		}
	}
	return open
}

// WorkingDaysLeft is how many working days come after today up to and with the day of due.
func (c *Calendar) WorkingDaysLeft(now, due time.Time) int {
	n := 0
	for day := nextDay(midnight(now)); !day.After(due); day = nextDay(day) {
		if _, off := c.dayOff(day); !off {
			n++
		}
	}
	return n
}
