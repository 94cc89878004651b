package index

import "fmt"

// Weights are what was learned from labelled questions.
type Weights struct {
	Rank  [featureCount]float64
	Trees []Tree
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
	for i := range w.Trees {
		sum += w.Trees[i].score(f)
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

func FeatureNames() []string { return featureNames[:] }

// Tree is a full binary tree: node i has children 2i+1 and 2i+2; a feature
// above the cut goes to the second.
type Tree struct {
	Feature []int
	Cut     []float64
	Leaf    []float64
}

func (t *Tree) score(f *Features) float64 {
	node := 0
	for node < len(t.Feature) {
		if f[t.Feature[node]] > t.Cut[node] {
			node = 2*node + 2
		} else {
			node = 2*node + 1
		}
	}
	return t.Leaf[node-len(t.Feature)]
}
