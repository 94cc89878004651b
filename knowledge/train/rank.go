package main

import (
	"math"
	"slices"

	"phatngon/knowledge/index"
)

const (
	epochs    = 30
	batch     = 64
	firstRate = 0.3
	decay     = 0.97   // of the rate, by epoch
	pull      = 0.0005 // towards the weights to start from: not every set shows every feature
	rankTrees = 100
	rankDepth = 4
	rankRate  = 0.1
	rankHold  = 30.0
)

type vector = [len(index.Features{})]float64

// learnLinear fits weights by the listwise softmax loss with Adam.
func learnLinear(sets []set) vector {
	start := index.FirstWeights()
	w := start
	var m, v vector
	step := 0.0
	for epoch := range epochs {
		rate := firstRate * math.Pow(decay, float64(epoch))
		for _, s := range sets {
			for from := 0; from < len(s.questions); from += batch {
				g := batchGradient(s, from, &w)
				step++
				for i := range w {
					gi := g[i] + pull*(w[i]-start[i])
					m[i] = 0.9*m[i] + 0.1*gi
					v[i] = 0.999*v[i] + 0.001*gi*gi
					mean := m[i] / (1 - math.Pow(0.9, step))
					spread := v[i] / (1 - math.Pow(0.999, step))
					w[i] -= rate * mean / (math.Sqrt(spread) + 1e-8)
				}
			}
		}
	}
	for i := range w {
		w[i] = math.Round(w[i]*1e3) / 1e3
	}
	return w
}

// batchGradient is the mean gradient of some questions, strided so that a
// batch holds all spellings.
func batchGradient(s set, from int, w *vector) (g vector) {
	n := 0.0
	for i := from; i < min(from+batch, len(s.questions)); i++ {
		q := &s.questions[(i*1009)%len(s.questions)]
		scores := make([]float64, len(q.matches))
		right := make([]bool, len(q.matches))
		for j := range q.matches {
			right[j] = q.relevant[q.matches[j].Doc]
			for k, f := range q.matches[j].Features {
				scores[j] += w[k] * f
			}
		}
		if !slices.Contains(right, true) {
			continue
		}
		n++
		share, want := softmax(scores, right)
		for j := range q.matches {
			for k, f := range q.matches[j].Features {
				g[k] += (share[j] - want[j]) * f
			}
		}
	}
	for k := range g {
		g[k] /= max(n, 1)
	}
	return g
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
			want[i] = share[i] / good
		}
		share[i] /= all
	}
	return share, want
}

// growRank grows trees on the first results of each question: the listwise
// loss goes on where the linear weights stopped.
func growRank(sets []set, w *index.Weights) []index.Tree {
	var raw [][]float64
	var right []bool
	var score []float64
	var groups [][2]int
	for _, s := range sets {
		for _, q := range s.questions {
			matches := slices.Clone(q.matches)
			w.Sort(matches)
			matches = matches[:min(len(matches), index.TreeTop)]
			if !slices.ContainsFunc(matches, func(m index.Match) bool { return q.relevant[m.Doc] }) {
				continue
			}
			groups = append(groups, [2]int{len(raw), len(raw) + len(matches)})
			for i := range matches {
				raw = append(raw, matches[i].Features[:])
				right = append(right, q.relevant[matches[i].Doc])
				score = append(score, matches[i].Score)
			}
		}
	}
	gr := newGrower(raw, score, rankHold, func(gr *grower) {
		for _, at := range groups {
			share, want := softmax(gr.score[at[0]:at[1]], right[at[0]:at[1]])
			for i := range share {
				gr.g[at[0]+i], gr.h[at[0]+i] = share[i]-want[i], max(share[i]*(1-share[i]), 1e-6)
			}
		}
	})
	return gr.grow(rankTrees, rankDepth, rankRate)
}
