package main

import (
	"math"
	"math/rand/v2"
	"testing"

	"phatngon/knowledge/index"
)

// madeUp is a learner of a few made-up rows that drops no unit.
func madeUp() *learner {
	const rows, inputs = 6, 5
	rng := rand.New(rand.NewPCG(1, 2))
	t := &learner{netPlan: netPlan{hidden: 4}, inputs: inputs, rng: rng}
	for range rows {
		row := make([]float32, inputs)
		for i := range row {
			row[i] = float32(rng.NormFloat64())
		}
		t.in = append(t.in, row)
	}
	t.start(make([]float32, inputs))
	for h := range t.keep {
		t.keep[h] = true
	}
	return t
}

// loss is half the sum of squares of the scores.
func (t *learner) loss() float64 {
	sum := 0.0
	for _, row := range t.in {
		score := t.forward(row)
		sum += score * score / 2
	}
	return sum
}

func TestSlopesAreThoseOfTheLoss(t *testing.T) {
	l := madeUp()
	for _, row := range l.in {
		l.backward(row, l.forward(row))
	}
	const step = 1e-5
	for i, slope := range l.g {
		was := l.w[i]
		l.w[i] = was + step
		above := l.loss()
		l.w[i] = was - step
		below := l.loss()
		l.w[i] = was
		if measured := (above - below) / (2 * step); math.Abs(measured-slope) > 1e-4*(1+math.Abs(slope)) {
			t.Errorf("weight %d of %d: slope %.6f, measured %.6f", i, len(l.g), slope, measured)
		}
	}
}

func TestTheNetMadeScoresAsTheOneLearned(t *testing.T) {
	l := madeUp()
	net := l.net()
	for i, row := range l.in {
		if want, got := l.forward(row), net.Score(row); math.Abs(want-got) > 1e-3 {
			t.Errorf("row %d: learned %.5f, made %.5f", i, want, got)
		}
	}
}

func TestLearningPutsTheRightRowFirst(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	var l lesson
	for range 300 { // the first of two rows is right; of its two values the sum counts
		a, b := rng.NormFloat64(), rng.NormFloat64()
		l.groups = append(l.groups, [2]int{len(l.rows), len(l.rows) + 2})
		l.rows = append(l.rows, []float64{a + 0.5, b + 0.5}, []float64{a - 0.5, b - 0.5})
	}
	l.slope = func(_ int, score, slope []float64) {
		p := 1 / (1 + math.Exp(score[1]-score[0]))
		slope[0], slope[1] = p-1, 1-p
	}
	hearing, nets := learnNets(l, netPlan{hidden: 4, epochs: 20, batch: 16, rate: 1e-2, bag: 1})
	s := index.Scorer{Hearing: hearing, Nets: nets}
	for _, g := range l.groups {
		if first, second := s.Score(l.rows[g[0]]), s.Score(l.rows[g[0]+1]); first <= second {
			t.Fatalf("%v scores %.3f, %v scores %.3f", l.rows[g[0]], first, l.rows[g[0]+1], second)
		}
	}
}
