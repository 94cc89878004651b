package main

import (
	"fmt"
	"math"
	"runtime"
	"runtime/debug"
)

// collectEvery is after how many questions garbage is collected.
const collectEvery = 32

// askInTurn asks every question of one engine after the other, so that what
// slows the machine slows them all. No garbage is collected while a question
// is timed: otherwise the garbage of one would be paid by another. Another
// engine whose budget is spent is asked no more.
func (p plan) askInTurn(c *corpus, all []*contender) error {
	defer debug.SetGCPercent(debug.SetGCPercent(-1))
	for i, q := range c.questions {
		if i%collectEvery == 0 {
			runtime.GC()
		}
		for j, e := range all {
			if e.absent != "" || j > 0 && e.spent > p.budget {
				continue
			}
			if err := e.ask(q, p.watch); err != nil {
				return fmt.Errorf("ask %s: %w", e.name, err)
			}
		}
	}
	return nil
}

func (e *contender) ask(q question, watch stopwatch) error {
	var places []int
	took, err := watch.time(func() (err error) {
		places, err = e.engine.search(q.text)
		return err
	})
	if err != nil {
		return err
	}
	e.times, e.spent = append(e.times, took), e.spent+took
	e.ndcg = append(e.ndcg, ndcg(places, q.relevant))
	return nil
}

// alonePasses is how often this index is asked alone, to tell what it takes
// from what the machine was busy with.
const alonePasses = 3

// askAlone asks this index every question with nothing in between.
func (p plan) askAlone(c *corpus, e *contender) error {
	for pass := range e.alone {
		for _, q := range c.questions {
			took, err := p.watch.time(func() error {
				_, err := e.engine.search(q.text)
				return err
			})
			if err != nil {
				return fmt.Errorf("ask %s: %w", e.name, err)
			}
			e.alone[pass] = append(e.alone[pass], took)
		}
	}
	return nil
}

// ndcg is nDCG@10 of one question with texts that are relevant or not.
func ndcg(places []int, relevant map[int]bool) float64 {
	got, best := 0.0, 0.0
	for i := range results {
		gain := 1 / math.Log2(float64(i+2))
		if i < len(relevant) {
			best += gain
		}
		if i < len(places) && relevant[places[i]] {
			got += gain
		}
	}
	return got / best
}
