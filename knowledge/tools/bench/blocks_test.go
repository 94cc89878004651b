package main

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"phatngon/knowledge/golden"
)

// A listener notes what it is asked.
type listener struct {
	name  string
	heard *[]string
}

func (l listener) search(question string) ([]int, error) {
	*l.heard = append(*l.heard, l.name+question)
	return nil, nil
}

func (listener) build([]golden.LabelledText, time.Time) error { return nil }
func (listener) outside() (int, error)                        { return 0, nil }
func (listener) close() error                                 { return nil }

// asked is what three engines are asked of n questions, in order.
func asked(t *testing.T, p plan, n int) (heard []string, all []*contender) {
	t.Helper()
	c := &corpus{}
	for i := range n {
		c.questions = append(c.questions, question{text: fmt.Sprint(i), relevant: map[int]bool{0: true}})
	}
	for _, name := range []string{"a", "b", "c"} {
		all = append(all, &contender{name: name, engine: listener{name, &heard}})
	}
	if err := p.askInBlocks(c, all); err != nil {
		t.Fatal(err)
	}
	return heard, all
}

func TestQuestionsAreAskedInBlocksAndAnotherEngineLeadsInEach(t *testing.T) {
	for name, c := range map[string]struct {
		block, rounds int
		want          string
	}{
		"one by one":    {1, 1, "a0 b0 c0 b1 c1 a1 c2 a2 b2"},
		"two in a row":  {2, 1, "a0 a1 b0 b1 c0 c1 b2 c2 a2"},
		"in two rounds": {3, 2, "a0 a1 a2 b0 b1 b2 c0 c1 c2 b0 b1 b2 c0 c1 c2 a0 a1 a2"},
	} {
		t.Run(name, func(t *testing.T) {
			got, _ := asked(t, plan{block: c.block, rounds: c.rounds, budget: time.Minute}, 3)
			if got := strings.Join(got, " "); got != c.want {
				t.Errorf("asked %s, want %s", got, c.want)
			}
		})
	}
}

func TestAnEngineIsWarmedWithTheEndOfTheBlockBefore(t *testing.T) {
	heard, all := asked(t, plan{block: 8, rounds: 2, budget: time.Minute}, 16)
	heard = slices.DeleteFunc(heard, func(s string) bool { return s[0] != 'a' })
	if got, want := strings.Join(heard[:10], " "), "a0 a1 a2 a3 a4 a5 a6 a7 a7 a8"; got != want {
		t.Errorf("asked %s, want %s", got, want)
	}
	if len(heard) != 2*16+3 || len(all[0].times) != 2*16 || len(all[0].ndcg) != 16 {
		t.Errorf("%d asked, %d timed, %d judged", len(heard), len(all[0].times), len(all[0].ndcg))
	}
}

func TestOnlyTheFirstEngineIsAskedBeyondTheBudget(t *testing.T) {
	_, all := asked(t, plan{block: 2, rounds: 1, budget: -1}, 4)
	for i, want := range []int{4, 0, 0} {
		if got := len(all[i].times); got != want {
			t.Errorf("%s answered %d, want %d", all[i].name, got, want)
		}
	}
}

func TestShareNeedsEnoughQuestions(t *testing.T) {
	times := slices.Repeat([]time.Duration{time.Millisecond}, 99)
	if got := share(times, 0.99); !math.IsNaN(got) {
		t.Errorf("p99 of 99 is %v", got)
	}
	if got := share(append(times, time.Second), 0.99); got != 1000 {
		t.Errorf("p99 of 100 is %v, want 1000", got)
	}
	if got := share(times, 0.5); got != 1 {
		t.Errorf("p50 is %v, want 1", got)
	}
}
