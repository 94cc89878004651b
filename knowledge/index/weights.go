package index

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"phatngon/knowledge/data"
)

// Weights are what was learned from labelled questions; knowledge/train writes
// them.
type Weights struct {
	Rank  Scorer // of Features
	Right Scorer // of Signals: the first result is right
	Known Scorer // of Signals: one of the documents is
}

// Scorer is what is learned for one purpose: trees and nets, halves of one
// judgement.
type Scorer struct {
	Bias  float64
	Trees []Tree
	Hearing
	Nets []Net
}

// Score is the judgement of values: log-odds where it was learned from yes and
// no.
func (s *Scorer) Score(values []float64) float64 {
	trees := s.Bias + sumTrees(s.Trees, values)
	if len(s.Nets) == 0 {
		return trees
	}
	var room [signalCount]float32
	in := room[:len(s.Mean)]
	s.Hear(values, in)
	nets := 0.0
	for i := range s.Nets {
		nets += s.Nets[i].Score(in)
	}
	nets /= float64(len(s.Nets))
	if len(s.Trees) == 0 {
		return nets
	}
	return (trees + nets) / 2
}

// Sure is the probability that s gives for values.
func (s *Scorer) Sure(values []float64) float64 { return 1 / (1 + math.Exp(-s.Score(values))) }

// Sort scores matches and returns them best first.
func (w *Weights) Sort(matches []Match) []Match {
	order := make([]*Match, len(matches))
	for i := range matches {
		matches[i].Score = w.Rank.Score(matches[i].Features[:])
		order[i] = &matches[i]
	}
	slices.SortFunc(order, func(a, b *Match) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Doc, b.Doc)) })
	sorted := make([]Match, len(matches))
	for i, m := range order {
		sorted[i] = *m
	}
	return sorted
}

// shipped are the weights the program comes with; a test reads them. Learning
// does not, so that it can go on where they no longer fit.
var shipped = sync.OnceValue(func() *Weights {
	w, err := ParseWeights(data.Weights)
	if err != nil {
		panic("index: the embedded weights: " + err.Error())
	}
	return w
})
