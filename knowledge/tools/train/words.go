package main

import (
	"math"
	"math/bits"
	"math/rand/v2"

	"phatngon/knowledge/search"
)

const (
	units     = search.WordUnits
	wordSize  = int(1+search.TraitCount+search.FindCount) * units // weights of a word layer
	findsFrom = int(1+search.TraitCount) * units
)

// wordLearner learns a word layer. Its weights are those of the net that begin
// at w: of each unit the bias, then by trait, then by find.
type wordLearner struct {
	w, g    []float64 // weights and slopes by them
	excited [][units]bool
}

func (l *wordLearner) start(rng *rand.Rand) {
	for i := range l.w {
		l.w[i] = (2*rng.Float64() - 1) / math.Sqrt(float64(wordSize/units-1))
	}
}

// forward writes what the layer makes of words.
func (l *wordLearner) forward(words search.Words, into []float64) {
	clear(into)
	l.excited = append(l.excited[:0], make([][units]bool, len(words.Traits))...)
	for i := range words.Traits {
		var sum [units]float64
		l.reach(words, i, func(at int, v float64) {
			for u, weight := range l.w[at : at+units] {
				sum[u] += v * weight
			}
		})
		for u, v := range sum {
			if v > 0 {
				l.excited[i][u] = true
				into[u] += v * search.PerWord
			}
		}
	}
}

// backward carries back the slopes by what forward made of the same words.
func (l *wordLearner) backward(words search.Words, slopes []float64) {
	for i := range words.Traits {
		var back [units]float64
		for u, slope := range slopes {
			if l.excited[i][u] {
				back[u] = slope * search.PerWord
			}
		}
		l.reach(words, i, func(at int, v float64) {
			for u := range back {
				l.g[at+u] += v * back[u]
			}
		})
	}
}

// reach calls see with where the weights of everything word i is and finds
// begin, and how much of it there is.
func (l *wordLearner) reach(words search.Words, i int, see func(at int, v float64)) {
	see(0, 1)
	for trait, v := range words.Traits[i] {
		if v != 0 {
			see((1+trait)*units, float64(v))
		}
	}
	for set := words.Finds[i]; set != 0; set &= set - 1 {
		see(findsFrom+bits.TrailingZeros16(uint16(set))*units, 1)
	}
}

func (l *wordLearner) layer() *search.WordLayer {
	var made [units]search.WordUnit
	for u := range made {
		made[u].Bias = round(l.w[u])
		for i := range made[u].Traits {
			made[u].Traits[i] = round(l.w[(1+i)*units+u])
		}
		for i := range made[u].Finds {
			made[u].Finds[i] = round(l.w[findsFrom+i*units+u])
		}
	}
	return search.NewWordLayer(made)
}
