package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"phatngon/knowledge/index"
)

const bins = 48

// grower grows regression trees on the gradients of the listwise loss.
type grower struct {
	rows   [][]uint8 // row → binned features
	cuts   [][]float64
	groups [][2]int // rows of one question
	label  []bool
	score  []float64
	g, h   []float64
	at     []int32 // row → node being grown
	rng    *rand.Rand
}

func newGrower(sets []set, w *index.Weights, top int) *grower {
	const dim = len(index.Features{})
	gr := &grower{rng: rand.New(rand.NewPCG(1, 2)), cuts: make([][]float64, dim)}
	var raw []index.Features
	for _, s := range sets {
		for qi := range s.questions {
			q := &s.questions[qi]
			if !slices.Contains(q.label, true) {
				continue
			}
			order := make([]int, len(q.matches))
			for i := range order {
				order[i] = i
			}
			slices.SortStableFunc(order, func(a, b int) int {
				d := w.Score(&q.matches[b].Features) - w.Score(&q.matches[a].Features)
				if d > 0 {
					return 1
				} else if d < 0 {
					return -1
				}
				return 0
			})
			begin := len(raw)
			hit := false
			for _, o := range order[:min(top, len(order))] {
				raw = append(raw, q.matches[o].Features)
				gr.label = append(gr.label, q.label[o])
				gr.score = append(gr.score, w.Score(&q.matches[o].Features))
				hit = hit || q.label[o]
			}
			if !hit {
				raw, gr.label, gr.score = raw[:begin], gr.label[:begin], gr.score[:begin]
				continue
			}
			gr.groups = append(gr.groups, [2]int{begin, len(raw)})
		}
	}
	for f := range dim {
		values := make([]float64, 0, 20000)
		for i := 0; i < len(raw); i += max(1, len(raw)/20000) {
			values = append(values, raw[i][f])
		}
		slices.Sort(values)
		for b := 1; b < bins; b++ {
			c := values[b*(len(values)-1)/bins]
			c = math.Round(c*1e4) / 1e4
			if n := len(gr.cuts[f]); n == 0 || gr.cuts[f][n-1] < c {
				gr.cuts[f] = append(gr.cuts[f], c)
			}
		}
	}
	gr.rows = make([][]uint8, len(raw))
	for i := range raw {
		gr.rows[i] = make([]uint8, dim)
		for f := range dim {
			gr.rows[i][f] = gr.bin(f, raw[i][f])
		}
	}
	gr.g, gr.h, gr.at = make([]float64, len(raw)), make([]float64, len(raw)), make([]int32, len(raw))
	return gr
}

// bin is how many cuts lie below v.
func (gr *grower) bin(f int, v float64) uint8 {
	n := 0
	for n < len(gr.cuts[f]) && v > gr.cuts[f][n] {
		n++
	}
	return uint8(n)
}

func (gr *grower) gradients() {
	for _, group := range gr.groups {
		top, all, good := math.Inf(-1), 0.0, 0.0
		for i := group[0]; i < group[1]; i++ {
			top = max(top, gr.score[i])
		}
		for i := group[0]; i < group[1]; i++ {
			gr.h[i] = math.Exp(gr.score[i] - top)
			all += gr.h[i]
			if gr.label[i] {
				good += gr.h[i]
			}
		}
		for i := group[0]; i < group[1]; i++ {
			p := gr.h[i] / all
			y := 0.0
			if gr.label[i] {
				y = gr.h[i] / good
			}
			gr.g[i], gr.h[i] = p-y, max(p*(1-p), 1e-6)
		}
	}
}

// grow adds trees of the given depth.
func (gr *grower) grow(trees, depth int, rate float64) []index.Tree {
	var all []index.Tree
	for range trees {
		gr.gradients()
		all = append(all, gr.tree(depth, rate))
	}
	return all
}

func (gr *grower) tree(depth int, rate float64) index.Tree {
	const dim = len(index.Features{})
	t := index.Tree{}
	nodes := 1<<depth - 1
	t.Feature, t.Cut = make([]int, nodes), make([]float64, nodes)
	cutBin := make([]int, nodes)
	t.Leaf = make([]float64, nodes+1)
	clear(gr.at)
	use := make([]bool, dim)
	for f := range use {
		use[f] = gr.rng.Float64() < 0.6
	}
	for level := range depth {
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
			gr.split(&t, cutBin, first+k, hist[k*dim*bins:(k+1)*dim*bins], use)
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
	sum := make([][2]float64, nodes+1)
	for i, node := range gr.at {
		sum[int(node)-nodes][0] += gr.g[i]
		sum[int(node)-nodes][1] += gr.h[i]
	}
	for k, s := range sum {
		t.Leaf[k] = math.Round(-rate*s[0]/(s[1]+lambda)*1e4) / 1e4
	}
	for i, node := range gr.at {
		gr.score[i] += t.Leaf[int(node)-nodes]
	}
	return t
}

const (
	lambda   = 20.0
	minChild = 15.0
)

func (gr *grower) split(t *index.Tree, cutBin []int, node int, hist [][2]float64, use []bool) {
	best := 1e-9
	t.Feature[node], t.Cut[node], cutBin[node] = 0, math.Inf(1), bins
	t.Cut[node] = 1e9
	for f := range gr.cuts {
		if !use[f] {
			continue
		}
		var all [2]float64
		for _, c := range hist[f*bins : (f+1)*bins] {
			all[0] += c[0]
			all[1] += c[1]
		}
		var left [2]float64
		for b, c := range hist[f*bins : f*bins+len(gr.cuts[f])] {
			left[0] += c[0]
			left[1] += c[1]
			right := [2]float64{all[0] - left[0], all[1] - left[1]}
			if left[1] < minChild || right[1] < minChild {
				continue
			}
			gain := left[0]*left[0]/(left[1]+lambda) + right[0]*right[0]/(right[1]+lambda) - all[0]*all[0]/(all[1]+lambda)
			if gain > best {
				best = gain
				t.Feature[node], t.Cut[node], cutBin[node] = f, gr.cuts[f][b], b+1
			}
		}
	}
}
