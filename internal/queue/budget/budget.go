// Package budget paces the calls to Zalo: so many a minute, the most urgent
// first, and none while Zalo does not answer. It decides only: no I/O, no clock
// of its own. One Budget serves all workers of an instance.
//
// Whoever is refused gets a time to ask again, which is kept as far as nobody
// more urgent comes. So nobody has to ask again and again.
package budget

import (
	"math/rand/v2"
	"sync"
	"time"
)

// Priority says who goes first; 0 is the most urgent.
type Priority int

// From what a person waits for now to what may come tomorrow.
const (
	Reply     Priority = iota // to what a person has just written
	Answer                    // to a request
	Notice                    // a statement's fate
	Broadcast                 // to many, asked for by nobody
)

// DefaultPerMinute is the smallest package's (Zalo platform, "Limits").
const DefaultPerMinute = 100

// Options of a Budget; the zero value works.
type Options struct {
	PerMinute int              // calls; 0 = DefaultPerMinute
	PerMonth  int              // messages outside the free 48 hours; 0 = as many as Zalo lets through
	Now       func() time.Time // nil = time.Now
	Jitter    func() float64   // in [0, 1); nil = random
}

// Ask is a lane that wants to make a call.
type Ask struct {
	Lane     string
	Cause    string // pieces of one message have the same, and are not torn apart
	Priority Priority
}

// Budget is safe for concurrent use.
type Budget struct {
	o  Options
	mu sync.Mutex

	window  window
	line    line
	circuit circuit
	month   month
	held    map[string]Ask // admitted, not done yet
	landed  int            // of those, whose call was observed
	begun   begun

	sent, answered time.Time // last success of a send, of any call
}

// New returns a Budget with nothing spent.
func New(o Options) *Budget {
	if o.PerMinute <= 0 {
		o.PerMinute = DefaultPerMinute
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Jitter == nil {
		o.Jitter = rand.Float64
	}
	return &Budget{
		o: o, window: window{limit: o.PerMinute}, line: newLine(), held: map[string]Ask{},
		month: month{limit: o.PerMonth, left: unknown},
	}
}

// Admit says how long a lane has to wait before its next call; 0: it may begin,
// and Done must follow.
func (b *Budget) Admit(a Ask) time.Duration {
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.o.Now()
	b.window.trim(now)
	b.line.forget(now)
	class := classOf(a.Priority)
	if b.begun.has(a, now) {
		class = continuing
	}
	rank := b.line.ahead(a.Lane, class)
	if wait := b.wait(rank, now); wait > 0 {
		b.line.join(a.Lane, class, now, now.Add(wait))
		return wait
	}
	b.line.leave(a.Lane)
	b.held[a.Lane] = a
	if b.circuit.isOpen() {
		b.circuit.probe = a.Lane
	}
	return 0
}

// wait is how long one with so many before it has to wait.
func (b *Budget) wait(rank int, now time.Time) time.Duration {
	slot := b.window.slot(rank, b.flying(), now)
	if !b.circuit.isOpen() {
		return slot.Sub(now)
	}
	if rank == 0 && b.circuit.mayProbe(now) {
		return slot.Sub(now)
	}
	// One after the other behind the probe, at the pace of the minute.
	again := later(b.circuit.until, now.Add(breath)).Add(time.Duration(rank) * time.Minute / time.Duration(b.window.limit))
	return later(slot, again).Sub(now)
}

// Done ends what Admit began.
func (b *Budget) Done(lane string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	a, ok := b.held[lane]
	if !ok {
		return
	}
	delete(b.held, lane)
	b.landed = min(max(b.landed-1, 0), len(b.held))
	b.begun.note(a, b.o.Now())
	b.circuit.done(lane)
}

// Outcome is what became of one call, admitted or not.
type Outcome struct {
	Sends         bool   // it was a message to a person
	Limit, Remain int    // of calls, as Zalo's headers say; Limit 0 = they did not
	Outage        string // why any call would have failed now; "" = Zalo answered
	Refused       bool   // Zalo answered, and it was no
}

// Observe learns from a call.
func (b *Budget) Observe(o Outcome) {
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.o.Now()
	b.window.trim(now)
	b.window.add(now)
	b.landed = min(b.landed+1, len(b.held))
	if o.Limit > 0 {
		b.window.learn(o.Limit, o.Remain, b.o.PerMinute, b.flying(), now)
	}
	switch {
	case o.Outage != "":
		b.circuit.fail(now, o.Outage, b.o.Jitter())
	case o.Refused:
		b.answered = now
	case o.Sends:
		b.answered, b.sent = now, now
		b.circuit.succeed()
	default:
		b.answered = now
	}
}

// flying is how many calls are to come from those admitted. Each makes one, as a
// rule; what is wrong with this count rights itself when all are done.
func (b *Budget) flying() int { return len(b.held) - b.landed }

// Pause is how long no call is made, because Zalo did not answer the last.
func (b *Budget) Pause() time.Duration {
	b.mu.Lock()
	defer b.mu.Unlock()
	return max(b.circuit.until.Sub(b.o.Now()), breath)
}

// AnsweredSince reports whether a call succeeded after t; with sends, one that
// sent a message. What failed before and after is then no outage.
func (b *Budget) AnsweredSince(t time.Time, sends bool) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if sends {
		return b.sent.After(t)
	}
	return b.answered.After(t)
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
