package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"phatngon/knowledge/search"
)

const bins = 48

// grower grows regression trees, each on the gradients the last one left.
type grower struct {
	rows      [][]uint8 // row → binned values
	cuts      [][]float64
	score     []float64
	g, h      []float64
	at        []int32 // row → node being grown
	rng       *rand.Rand
	gradients func(gr *grower)
	hold      float64
}

// newGrower bins raw; score is where the rows start, hold what keeps leaves
// of few rows near 0.
func newGrower(raw [][]float64, score []float64, hold float64, gradients func(gr *grower)) *grower {
	dim := len(raw[0])
	gr := &grower{
		rng: rand.New(rand.NewPCG(1, 2)), cuts: make([][]float64, dim), score: score, gradients: gradients,
		rows: make([][]uint8, len(raw)), g: make([]float64, len(raw)), h: make([]float64, len(raw)),
		at: make([]int32, len(raw)), hold: hold,
	}
	for f := range dim {
		gr.cuts[f] = quantiles(raw, f)
	}
	for i := range raw {
		gr.rows[i] = make([]uint8, dim)
		for f, v := range raw[i] {
			at, _ := slices.BinarySearch(gr.cuts[f], v) // how many cuts lie below v
			gr.rows[i][f] = uint8(at)
		}
	}
	return gr
}

func quantiles(raw [][]float64, f int) []float64 {
	var values, cuts []float64
	for i := 0; i < len(raw); i += max(1, len(raw)/20000) {
		values = append(values, raw[i][f])
	}
	slices.Sort(values)
	for b := 1; b < bins; b++ {
		c := math.Round(values[b*(len(values)-1)/bins]*1e4) / 1e4
		if n := len(cuts); n == 0 || cuts[n-1] < c {
			cuts = append(cuts, c)
		}
	}
	return cuts
}

// grow adds trees.
func (gr *grower) grow(trees int, rate float64) []search.Tree {
	var all []search.Tree
	for range trees {
		gr.gradients(gr)
		all = append(all, gr.tree(rate))
	}
	return all
}

func (gr *grower) tree(rate float64) search.Tree {
	dim := len(gr.cuts)
	var t search.Tree
	var cutBin [len(t.Cut)]int
	clear(gr.at)
	use := make([]bool, dim)
	for f := range use {
		use[f] = gr.rng.Float64() < 0.6
	}
	for level := range search.TreeDepth {
		first, n := 1<<level-1, 1<<level
		hist := make([][2]float64, n*dim*bins)
		for i, row := range gr.rows {
			base := (int(gr.at[i]) - first) * dim * bins
			for f, b := range row {
				c := &hist[base+f*bins+int(b)]
				c[0] += gr.g[i]
				c[1] += gr.h[i]
			}
		}
		for k := range n {
			gr.split(&t, cutBin[:], first+k, hist[k*dim*bins:(k+1)*dim*bins], use)
		}
		for i, row := range gr.rows {
			node := gr.at[i]
			if int(row[t.Feature[node]]) >= cutBin[node] {
				gr.at[i] = 2*node + 2
			} else {
				gr.at[i] = 2*node + 1
			}
		}
	}
	gr.leaves(&t, rate)
	return t
}

// leaves gives every leaf its value and every row its new score.
func (gr *grower) leaves(t *search.Tree, rate float64) {
	nodes := len(t.Feature)
	var sum [len(t.Leaf)][2]float64
	for i, node := range gr.at {
		sum[int(node)-nodes][0] += gr.g[i]
		sum[int(node)-nodes][1] += gr.h[i]
	}
	for k, s := range sum {
		t.Leaf[k] = math.Round(-rate*s[0]/(s[1]+gr.hold)*1e4) / 1e4
	}
	for i, node := range gr.at {
		gr.score[i] += t.Leaf[int(node)-nodes]
	}
}

const minChild = 15.0

func (gr *grower) split(t *search.Tree, cutBin []int, node int, hist [][2]float64, use []bool) {
	best := 1e-9
	t.Cut[node], cutBin[node] = 1e9, bins
	for f := range gr.cuts {
		if !use[f] {
			continue
		}
		var all, left [2]float64
		for _, c := range hist[f*bins : (f+1)*bins] {
			all[0] += c[0]
			all[1] += c[1]
		}
		for b, c := range hist[f*bins : f*bins+len(gr.cuts[f])] {
			left[0] += c[0]
			left[1] += c[1]
			right := [2]float64{all[0] - left[0], all[1] - left[1]}
			if left[1] < minChild || right[1] < minChild {
				continue
			}
			gain := gr.gain(left) + gr.gain(right) - gr.gain(all)
			if gain > best {
				best = gain
				t.Feature[node], t.Cut[node], cutBin[node] = uint8(f), gr.cuts[f][b], b+1
			}
		}
	}
}

func (gr *grower) gain(s [2]float64) float64 { return s[0] * s[0] / (s[1] + gr.hold) }
