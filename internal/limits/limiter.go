// Package limits counts what strangers do, in bounded memory that they cannot
// make it forget. It decides only; the time is given to it.
package limits

import (
	"sync"
	"time"
)

// Limiter counts per key in windows that begin with the key's first count. When
// its memory is full, the key that counted least makes room: to have a key
// forgotten that counted eight, all others must have counted eight. Safe for
// concurrent use.
type Limiter struct {
	window time.Duration
	keys   int

	mu     sync.Mutex
	counts map[string]count
}

type count struct {
	n     int
	since time.Time
}

// sample is how many keys are looked at to find one that makes room.
const sample = 24

// New returns a Limiter of windows that long, which remembers so many keys.
func New(window time.Duration, keys int) *Limiter {
	return &Limiter{window: window, keys: keys, counts: map[string]count{}}
}

// Allow counts one under key, and reports whether that is at most the most-th in
// the key's window.
func (l *Limiter) Allow(now time.Time, key string, most int) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	c, ok := l.counts[key]
	if !ok && len(l.counts) >= l.keys {
		l.makeRoom(now)
	}
	if !ok || l.over(c, now) {
		c = count{since: now}
	}
	c.n++
	l.counts[key] = c
	return c.n <= most
}

// Undo takes back one count of key.
func (l *Limiter) Undo(key string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if c, ok := l.counts[key]; ok && c.n > 1 {
		c.n--
		l.counts[key] = c
	} else {
		delete(l.counts, key)
	}
}

func (l *Limiter) over(c count, now time.Time) bool { return now.Sub(c.since) >= l.window }

// makeRoom forgets one of a few keys: one whose window is over, else the one
// that counted least.
func (l *Limiter) makeRoom(now time.Time) {
	least, looked := "", 0
	for key, c := range l.counts { // begins anywhere
		if l.over(c, now) {
			least = key
			break
		}
		if looked == 0 || c.n < l.counts[least].n {
			least = key
		}
		if looked++; looked == sample {
			break
		}
	}
	delete(l.counts, least)
}
