package search

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"phatngon/knowledge/data"
)

// Weights are what was learned from labelled questions; knowledge/tools/train writes
// them.
type Weights struct {
	Rank  Scorer // of Features
	Right Scorer // of a View: the result is right
	Known Scorer // of the View of the first result: one of the documents is
}

// Scorer is what is learned for one purpose: trees and nets, halves of one
// judgement.
type Scorer struct {
	Bias  float64
	Trees []Tree
	Hearing
	Words *WordLayer // what the nets hear besides; only where there are views
	Nets  []Net
}

// Score is the judgement of values alone.
func (s *Scorer) Score(values []float64) float64 { return s.score(values, nil) }

// score is the judgement of values and of what the word layer made of the
// words: log-odds where it was learned from yes and no.
func (s *Scorer) score(values []float64, words []float32) float64 {
	trees := s.Bias + sumTrees(s.Trees, values)
	if len(s.Nets) == 0 {
		return trees
	}
	var room [signalCount + WordUnits]float32
	in := room[:len(s.Mean)+len(words)]
	s.Hear(values, in)
	copy(in[len(s.Mean):], words)
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

// Sure is the probability that s gives for each of some results of one search.
func (s *Scorer) Sure(views ...View) []float64 {
	sure := make([]float64, len(views))
	for i, words := range s.Words.Hear(views) {
		sure[i] = 1 / (1 + math.Exp(-s.score(views[i].Signals[:], words[:])))
	}
	return sure
}

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
