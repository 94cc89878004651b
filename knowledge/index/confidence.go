package index

import "math"

// confidence is a first guess until weights are learned.
func (w *Weights) confidence(matches []Match, i int) float64 {
	f := &matches[i].Features
	cover := max(f[passageWords], f[headWords]*0.5+f[headPrecision]*0.5)
	z := 12*(cover-0.62) + 4*(max(f[passagePairs], f[headPairs])-0.3)
	if i > 0 {
		z -= 2
	}
	return 1 / (1 + math.Exp(-z))
}
