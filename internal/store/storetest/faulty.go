package storetest

import (
	"errors"
	"sync"

	"phatngon/internal/desk"
	"phatngon/internal/store"
)

// ErrCrash is what every verb answers after a Fault.
var ErrCrash = errors.New("storetest: the process is dead")

// Fault kills a process at one of its writes.
type Fault struct {
	At   int  // 0: never; 1 is the first write after Arm
	Lost bool // the write is done, and only its answer is lost

	mu    sync.Mutex
	armed bool
	count int
	dead  bool
	verbs sync.WaitGroup // under way
}

// Faulty is another opening of s, as a process of its own has it, that f kills.
func Faulty(s *store.Store, f *Fault) *store.Store { return s.Through(f.around) }

// Arm begins to count writes.
func (f *Fault) Arm() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.armed = true
}

// Dead reports that the process was killed.
func (f *Fault) Dead() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.dead
}

// Writes is how many writes were counted.
func (f *Fault) Writes() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.count
}

// Kill ends the process here: what it had begun is over when Kill returns.
func (f *Fault) Kill() {
	f.mu.Lock()
	f.dead = true
	f.mu.Unlock()
	f.verbs.Wait()
}

// around lets a verb happen or not. A write that others began before the fatal one may
// still come through, as it does when a process is killed.
func (f *Fault) around(write bool, verb func() error) error {
	dies, err := f.next(write)
	if err != nil {
		return crashed(write)
	}
	defer f.verbs.Done()
	if dies && !f.Lost {
		return crashed(write)
	}
	if err = verb(); dies {
		return crashed(write)
	}
	return err
}

// crashed lets go of who repeats a write until it is stored or the document is gone.
func crashed(write bool) error {
	if write {
		return errors.Join(ErrCrash, desk.ErrNotFound)
	}
	return ErrCrash
}

func (f *Fault) next(write bool) (dies bool, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.dead {
		return false, ErrCrash
	}
	f.verbs.Add(1)
	if !write || !f.armed {
		return false, nil
	}
	f.count++
	f.dead = f.count == f.At
	return f.dead, nil
}
