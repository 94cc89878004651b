package main

import (
	"math"
	"math/rand/v2"

	"phatngon/knowledge/search"
)

// learner learns one net by stochastic descent with Adam (Kingma and Ba, ICLR
// 2015), weights decaying, hidden units dropped out.
type learner struct {
	lesson
	netPlan
	in     [][]float32 // the rows as the net hears them
	inputs int         // values, then units of the word layer
	w      []float64   // direct, then of each hidden unit: inputs, bias, out; the base; the word layer
	g      []float64   // slope of the loss by each
	home   []float64   // what w decays to
	m, v   []float64
	step   float64
	rng    *rand.Rand
	keep   []bool // hidden units that are not dropped
	act    []float64
	layer  *wordLearner
	heard  []float64 // the inputs of the row last looked at
	back   []float64 // slopes by them
}

func learnNet(l lesson, p netPlan, hearing search.Hearing, heard [][]float32, seed uint64) *learner {
	t := &learner{lesson: l, netPlan: p, in: heard, rng: rand.New(rand.NewPCG(7, seed))}
	t.start(hearing.Scale)
	order := make([]int, len(l.groups))
	for i := range order {
		order[i] = i
	}
	steps := float64(p.epochs * ((len(order) + p.batch - 1) / p.batch))
	for range p.epochs {
		t.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for from := 0; from < len(order); from += p.batch {
			t.learn(order[from:min(from+p.batch, len(order))], p.rate*(1+math.Cos(math.Pi*t.step/steps))/2)
		}
	}
	return t
}

// room makes room for a net that hears so many values.
func (t *learner) room(values int) {
	t.inputs = values
	words := 0
	if t.lesson.words != nil {
		t.inputs += units
		words = wordSize
	}
	n := t.size() + 1 + words
	for _, v := range []*[]float64{&t.w, &t.g, &t.m, &t.v, &t.home} {
		*v = make([]float64, n)
	}
	t.keep, t.act = make([]bool, t.hidden), make([]float64, t.hidden)
	t.heard, t.back = make([]float64, t.inputs), make([]float64, t.inputs)
	if words > 0 {
		t.layer = &wordLearner{w: t.w[n-words:], g: t.g[n-words:]}
	}
}

// start scatters the weights around what they decay to.
func (t *learner) start(scale []float32) {
	t.room(len(scale))
	spread := 1 / math.Sqrt(float64(t.inputs))
	for h := range t.hidden {
		weights, bias, out := t.unit(h)
		for i := range weights {
			weights[i] = (2*t.rng.Float64() - 1) * spread
		}
		*bias = (2*t.rng.Float64() - 1) * spread
		*out = (2*t.rng.Float64() - 1) / math.Sqrt(float64(t.hidden)) * firstOut
	}
	if t.layer != nil {
		t.layer.start(t.rng)
	}
	for i, weight := range t.prior {
		t.home[i] = weight / float64(scale[i])
		t.w[i] = t.home[i]
	}
}

const firstOut = 0.1 // a net begins as little more than its prior

// learn makes one step from some groups.
func (t *learner) learn(groups []int, rate float64) {
	clear(t.g)
	var score, slope []float64
	for _, group := range groups {
		at := t.groups[group]
		score, slope = score[:0], slope[:0]
		for h := range t.keep {
			t.keep[h] = t.rng.Float64() >= t.drop
		}
		for row := at[0]; row < at[1]; row++ {
			score = append(score, t.forward(row))
		}
		slope = append(slope, score...)
		t.slope(group, score, slope)
		for i, row := 0, at[0]; row < at[1]; i, row = i+1, row+1 {
			if slope[i] != 0 {
				t.backward(row, slope[i]/float64(len(groups)))
			}
		}
	}
	t.adam(rate)
}

func (t *learner) adam(rate float64) {
	t.step++
	first, second := 1-math.Pow(0.9, t.step), 1-math.Pow(0.999, t.step)
	for i, g := range t.g {
		t.m[i] = 0.9*t.m[i] + 0.1*g
		t.v[i] = 0.999*t.v[i] + 0.001*g*g
		t.w[i] -= rate * (t.m[i]/first/(math.Sqrt(t.v[i]/second)+1e-8) + t.decay*(t.w[i]-t.home[i]))
	}
}

func (t *learner) net() (net search.Net) {
	for i := range t.inputs {
		net.Direct = append(net.Direct, round(t.w[i]))
	}
	for h := range t.hidden {
		weights, bias, out := t.unit(h)
		unit := make([]float32, t.inputs)
		for i, w := range weights {
			unit[i] = round(w)
		}
		net.Hidden, net.Bias, net.Out = append(net.Hidden, unit), append(net.Bias, round(*bias)), append(net.Out, round(*out))
	}
	net.Base = round(t.w[t.size()])
	return net
}
