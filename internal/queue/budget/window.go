package budget

import "time"

// window remembers the calls of the last minute, oldest first. A call counts
// from its answer on: then it has certainly arrived.
type window struct {
	limit int
	at    []time.Time
	told  []time.Time // those that told somebody of a wait; see tell.go
}

func (w *window) trim(now time.Time) {
	w.at = lastMinute(w.at, now)
	w.told = lastMinute(w.told, now)
}

func lastMinute(at []time.Time, now time.Time) []time.Time {
	n := 0
	for n < len(at) && now.Sub(at[n]) >= time.Minute {
		n++
	}
	return append(at[:0], at[n:]...)
}

func (w *window) add(now time.Time) { w.at = append(w.at, now) }

// free is how many calls may begin now.
func (w *window) free(held int) int { return w.limit - len(w.at) - held }

// kept is how many calls of a minute are left to those that tell of a wait.
func (w *window) kept() int { return w.limit / tellShare }

// slot is when a call may begin that has so many before it: now, or when enough
// of the last minute's calls are a minute old.
func (w *window) slot(rank, held int, now time.Time) time.Time {
	most := w.limit - w.kept()
	free := w.free(held) - w.kept() + len(w.told)
	round, place := time.Duration(rank/most), rank%most
	at := now
	if i := place - free; i >= 0 {
		if i < len(w.at) {
			at = w.at[i] // else one that is under way
		}
		at = at.Add(time.Minute)
	}
	return at.Add(round * time.Minute)
}

// learn takes Zalo's word where it is the stricter one: another program, or this
// one before it was started anew, may have used up the minute.
func (w *window) learn(limit, remain, most, held int, now time.Time) {
	w.limit = min(limit, most)
	for range min(w.free(held)-remain, w.limit) {
		w.add(now)
	}
}
