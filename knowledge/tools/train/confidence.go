package main

import (
	"math"
	"slices"

	"phatngon/knowledge/search"
)

const (
	sureTrees = 80
	sureRate  = 0.1
	sureHold  = 5.0
)

var surePlan = netPlan{hidden: 20, epochs: 40, batch: 128, rate: 4e-3, decay: 0.1, drop: 0.3, bag: 1}

// A goal says of an example whether it is what a scorer should be sure of.
type goal func(example) bool

func right(e example) bool { return e.right }
func known(e example) bool { return e.known }

// learnSure learns both probabilities. Whether any text answers is not learned from
// everyday questions: told so of them, questions of no matter at all were known as well.
func learnSure(w *search.Weights, all []example) {
	others := slices.DeleteFunc(slices.Clone(all), func(e example) bool { return e.set == everydayName })
	parallel(2, func(i int) {
		if i == 0 {
			w.Right = learnScorer(all, right)
		} else {
			w.Known = learnScorer(others, known)
		}
	})
}

// learnScorer learns trees and nets of the logistic loss.
func learnScorer(all []example, yes goal) search.Scorer {
	var l lesson
	good, total := 0.0, 0.0
	for i := range all {
		l.rows = append(l.rows, all[i].view.Signals[:])
		l.words = append(l.words, all[i].view.Words)
		l.groups = append(l.groups, [2]int{i, i + 1})
		total += all[i].weight
		if yes(all[i]) {
			good += all[i].weight
		}
	}
	loss := func(i int, score float64) (p, slope float64) {
		p = 1 / (1 + math.Exp(-score))
		if yes(all[i]) {
			return p, all[i].weight * (p - 1)
		}
		return p, all[i].weight * p
	}
	l.slope = func(i int, score, slope []float64) { _, slope[0] = loss(i, score[0]) }
	s := learnNets(l, surePlan)
	s.Bias = math.Round(math.Log(good/(total-good))*1e4) / 1e4
	score := slices.Repeat([]float64{s.Bias}, len(l.rows))
	gr := newGrower(l.rows, score, sureHold, func(gr *grower) {
		for i := range all {
			p, slope := loss(i, gr.score[i])
			gr.g[i], gr.h[i] = slope, max(all[i].weight*p*(1-p), 1e-6)
		}
	})
	s.Trees = gr.grow(sureTrees, sureRate)
	return s
}
