package budget

import (
	"slices"
	"time"
)

// Classes of waiting: what continues a message that has begun, then by priority.
const (
	continuing = 0
	classes    = int(Broadcast) + 2
)

func classOf(p Priority) int { return min(max(int(p), 0), int(Broadcast)) + 1 }

// grace is how long after its time a lane that does not come back keeps its
// place: another instance may have it, or nothing is left in it.
const grace = 30 * time.Second

// waiter is a lane that was told to come back.
type waiter struct {
	lane     string
	class    int
	number   int64 // in its class, ascending
	since    time.Time
	promised time.Time
	left     bool
}

// line is who waits, first come first served in each class. Who leaves from the
// middle leaves a hole, until those before have gone.
type line struct {
	queues [classes][]*waiter
	holes  [classes][]int64 // numbers, ascending
	next   [classes]int64
	byLane map[string]*waiter
	count  [classes]int
}

func newLine() line { return line{byLane: map[string]*waiter{}} }

// ahead is how many go before this lane.
func (l *line) ahead(lane string, class int) int {
	n := 0
	for c := range class {
		n += l.count[c]
	}
	if w, ok := l.byLane[lane]; ok && w.class == class {
		holes, _ := slices.BinarySearch(l.holes[class], w.number)
		return n + int(w.number-l.queues[class][0].number) - holes
	}
	return n + l.count[class]
}

// join puts a lane into its class, or renews its promise there.
func (l *line) join(lane string, class int, now, promised time.Time) {
	if w, ok := l.byLane[lane]; ok {
		if w.class == class {
			w.promised = promised
			return
		}
		now = w.since
		l.leave(lane)
	}
	w := &waiter{lane: lane, class: class, number: l.next[class], since: now, promised: promised}
	l.next[class]++
	l.count[class]++
	l.queues[class] = append(l.queues[class], w)
	l.byLane[lane] = w
}

func (l *line) leave(lane string) {
	w, ok := l.byLane[lane]
	if !ok {
		return
	}
	w.left = true
	delete(l.byLane, lane)
	l.count[w.class]--
	i, _ := slices.BinarySearch(l.holes[w.class], w.number)
	l.holes[w.class] = slices.Insert(l.holes[w.class], i, w.number)
	l.advance(w.class)
}

// advance lets go of those at the head who have left.
func (l *line) advance(class int) {
	for len(l.queues[class]) > 0 && l.queues[class][0].left {
		l.queues[class], l.holes[class] = l.queues[class][1:], l.holes[class][1:]
	}
}

// forget takes those off the head who did not come back.
func (l *line) forget(now time.Time) {
	for class := range l.queues {
		for len(l.queues[class]) > 0 && now.Sub(l.queues[class][0].promised) > grace {
			l.leave(l.queues[class][0].lane)
		}
	}
}

func (l *line) len() int { return len(l.byLane) }

// oldest is since when the one waits who waits longest; zero when nobody does.
func (l *line) oldest() time.Time {
	var oldest time.Time
	for _, q := range l.queues {
		if len(q) > 0 && (oldest.IsZero() || q[0].since.Before(oldest)) {
			oldest = q[0].since
		}
	}
	return oldest
}

// begun remembers which message each lane is in the middle of.
type begun struct{ by map[string]mark }

type mark struct {
	cause string
	at    time.Time
}

// begunMost bounds the memory; forgetting all tears a few messages apart.
const (
	begunMost = 4096
	begunFor  = 10 * time.Minute
)

func (b *begun) note(a Ask, now time.Time) {
	if b.by == nil || len(b.by) >= begunMost {
		b.by = map[string]mark{}
	}
	b.by[a.Lane] = mark{a.Cause, now}
}

func (b *begun) has(a Ask, now time.Time) bool {
	m, ok := b.by[a.Lane]
	return ok && a.Cause != "" && m.cause == a.Cause && now.Sub(m.at) < begunFor
}
