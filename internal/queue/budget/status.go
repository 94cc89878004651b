package budget

import "time"

// Status is how things stand, for people and their alarms.
type Status struct {
	Open        bool      // no calls are made, but for one that tries now and then
	Why         string    // the outage in words; "" when closed
	Since       time.Time // of the outage
	CallsLeft   int       // this minute
	PerMinute   int
	MonthLeft   int           // paid messages; -1 = not known
	Waiting     int           // lanes that were told to come back
	OldestSince time.Time     // zero when nobody waits
	Delay       time.Duration // of a reply to who writes now, should Zalo answer when it is tried next
	NextAttempt time.Time     // zero when closed
	PerMonth    int           // paid messages in all; 0 = not known
	Late        [Broadcast + 1]Late
}

// Late is how messages of one priority fare.
type Late struct {
	Waiting int           // lanes that were told to come back
	Delay   time.Duration // of one that is put now, should Zalo answer when it is tried next
}

// Status says how things stand now.
func (b *Budget) Status() Status {
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.o.Now()
	b.window.trim(now)
	b.line.forget(now)
	s := Status{
		Open: b.circuit.isOpen(), Why: b.circuit.why, Since: b.circuit.since, NextAttempt: b.circuit.until,
		CallsLeft: max(b.window.free(b.flying()), 0), PerMinute: b.window.limit,
		MonthLeft: b.monthLeft(), PerMonth: b.month.limit,
		Waiting: b.line.len(), OldestSince: b.line.oldest(),
	}
	for p := Reply; p <= Broadcast; p++ {
		s.Late[p] = Late{b.line.count[classOf(p)], max(b.wait(b.line.ahead("", classOf(p)), now), 0)}
	}
	s.Delay = s.Late[Reply].Delay
	return s
}
