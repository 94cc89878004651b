package limits

import (
	"fmt"
	"testing"
	"time"
)

var begin = time.Date(2026, 11, 28, 7, 0, 0, 0, time.UTC)

func TestAKeyIsAllowedSoManyTimesInItsWindow(t *testing.T) {
	l := New(10*time.Minute, 100)
	for i := range 8 {
		if !l.Allow(begin, "a", 8) {
			t.Fatalf("attempt %d refused", i+1)
		}
	}
	if l.Allow(begin.Add(9*time.Minute), "a", 8) {
		t.Error("a ninth within the window")
	}
	if !l.Allow(begin, "b", 8) {
		t.Error("another key pays for it")
	}
	if !l.Allow(begin.Add(10*time.Minute), "a", 8) {
		t.Error("refused in a new window")
	}
}

func TestWhatIsTakenBackDoesNotCount(t *testing.T) {
	l := New(time.Minute, 100)
	for range 20 {
		if !l.Allow(begin, "a", 1) {
			t.Fatal("refused, though all before were taken back")
		}
		l.Undo("a")
	}
	l.Undo("never counted")
	if !l.Allow(begin, "never counted", 1) || l.Allow(begin, "never counted", 1) {
		t.Error("taking back what was not counted gives more")
	}
}

func TestJunkDoesNotMakeItForget(t *testing.T) {
	const keys = 1000
	l := New(10*time.Minute, keys)
	for range 9 {
		l.Allow(begin, "account", 8)
	}
	for i := range 100 * keys {
		l.Allow(begin.Add(time.Minute), fmt.Sprint("junk ", i), 8)
	}
	if l.Allow(begin.Add(2*time.Minute), "account", 8) {
		t.Error("allowed again after a flood of other keys")
	}
	if n := len(l.counts); n > keys {
		t.Errorf("%d keys in memory, at most %d may be", n, keys)
	}
}

func TestAPoolLendsNoMoreThanItHasAndNoneItsShare(t *testing.T) {
	p := NewPool(10, 6)
	steps := []struct {
		key  string
		n    int
		want bool
	}{{"a", 4, true}, {"a", 3, false}, {"a", 2, true}, {"b", 5, false}, {"b", 4, true}, {"c", 1, false}}
	for _, s := range steps {
		if got := p.Take(s.key, s.n); got != s.want {
			t.Errorf("%s takes %d: %v", s.key, s.n, got)
		}
	}
	p.Return("a", 6)
	if !p.Take("c", 6) || len(p.by) != 2 {
		t.Errorf("after it was given back: %+v", p.by)
	}
}
