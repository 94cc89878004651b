package main

import (
	"fmt"
	"math"
	"time"
)

// ask is what e finds and how long that takes.
func (e *contender) ask(q question, watch stopwatch) (places []int, took time.Duration, err error) {
	took, err = watch.time(func() (err error) {
		places, err = e.engine.search(q.text)
		return err
	})
	return places, took, err
}

// alonePasses is how often this index is asked alone, to tell what it takes
// from what the machine was busy with.
const alonePasses = 3

// askAlone asks this index every question with nothing in between.
func (p plan) askAlone(c *corpus, e *contender) error {
	for pass := range e.alone {
		for _, q := range c.questions {
			_, took, err := e.ask(q, p.watch)
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
