package index

import "fmt"

// Weights are what was learned from labelled questions.
type Weights struct {
	Rank [featureCount]float64
}

var defaultWeights = &Weights{Rank: [featureCount]float64{
	docWords: 4, docPlain: 1, docPairs: 3, passageWords: 3, passagePairs: 4, headWords: 1, headPrecision: 2,
	rareWords: 1, longestRun: 1,
}}

func (w *Weights) score(f *Features) float64 {
	sum := 0.0
	for i, v := range f {
		sum += v * w.Rank[i]
	}
	return sum
}

func DefaultWeights() *Weights { return defaultWeights }

func (w *Weights) Score(f *Features) float64 { return w.score(f) }

func (w *Weights) Print() {
	for i, v := range w.Rank {
		fmt.Printf("%s %.2f  ", featureNames[i], v)
	}
	fmt.Println()
}
