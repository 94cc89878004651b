package main

import (
	"math"
	"slices"

	"phatngon/knowledge/search"
)

var rankPlan = netPlan{hidden: 20, epochs: 20, batch: 64, rate: 4e-3, decay: 0.5, drop: 0.3, bag: 2, prior: search.FirstWeights()}

// learnRank learns what orders the candidates, by the listwise softmax loss.
func learnRank(sets []set) *search.Weights {
	var l lesson
	var right []bool
	for _, s := range sets {
		times := 1
		if s.name == goldenName {
			times = goldenRank
		}
		for _, q := range s.questions {
			from := len(l.rows)
			for i := range q.matches {
				l.rows = append(l.rows, q.matches[i].Features[:])
				right = append(right, q.relevant[q.matches[i].Doc])
			}
			if slices.Contains(right[from:], true) {
				l.groups = append(l.groups, slices.Repeat([][2]int{{from, len(l.rows)}}, times)...)
			}
		}
	}
	l.slope = func(group int, score, slope []float64) {
		share, want := softmax(score, right[l.groups[group][0]:l.groups[group][1]])
		for i := range slope {
			slope[i] = share[i] - want[i]
		}
	}
	return &search.Weights{Rank: learnNets(l, rankPlan)}
}

// softmax is each score's share of all, and of the right ones.
func softmax(scores []float64, right []bool) (share, want []float64) {
	share, want = make([]float64, len(scores)), make([]float64, len(scores))
	top, all, good := slices.Max(scores), 0.0, 0.0
	for i, s := range scores {
		share[i] = math.Exp(s - top)
		all += share[i]
		if right[i] {
			good += share[i]
		}
	}
	for i := range scores {
		if right[i] {
			want[i] = share[i] / max(good, 1e-30)
		}
		share[i] /= all
	}
	return share, want
}
