package budget

import "time"

// LongWait is the shortest wait that a person is told of.
const LongWait = 30 * time.Second

// tellShare is which part of a minute's calls may tell people that they wait. Each such
// call holds up everybody who waits, so it is a twentieth, spread over the minute, and
// kept free for them: telling of a wait helps at its beginning or not at all.
const tellShare = 20

// MayTell reports whether who gets a reply now should be told of a long wait first.
func (b *Budget) MayTell() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	_, ok := b.mayTell("")
	return ok
}

// Tell admits a call that tells a lane how long its reply waits; Done must follow. The
// lane keeps its turn. false: the wait is short, or it is not known, or the share of such
// calls is used up; then nothing is held.
func (b *Budget) Tell(lane string) (wait time.Duration, ok bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if wait, ok = b.mayTell(lane); !ok {
		return 0, false
	}
	now := b.o.Now()
	b.line.join(lane, classOf(Reply), now, now.Add(wait))
	b.window.told = append(b.window.told, now)
	b.held[lane] = Ask{Lane: lane}
	return wait, true
}

func (b *Budget) mayTell(lane string) (wait time.Duration, ok bool) {
	now := b.o.Now()
	b.window.trim(now)
	b.line.forget(now)
	kept, told := b.window.kept(), b.window.told
	if b.circuit.isOpen() || kept == 0 || b.window.free(b.flying()) <= 0 ||
		len(told) > 0 && now.Sub(told[len(told)-1]) < time.Minute/time.Duration(kept) {
		return 0, false
	}
	wait = b.wait(b.line.ahead(lane, classOf(Reply)), now)
	return wait, wait > LongWait
}
