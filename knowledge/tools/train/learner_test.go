package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"phatngon/knowledge/search"
)

// madeUp is a lesson of rows with two words each, and a learner of it.
func madeUp() *learner {
	const rows, values = 6, 5
	rng := rand.New(rand.NewPCG(1, 2))
	var l lesson
	for i := range rows {
		row := make([]float64, values)
		for f := range row {
			row[f] = rng.NormFloat64()
		}
		words := search.Words{Traits: make([]search.Traits, 2), Finds: make([]search.Finds, 2)}
		for w := range words.Traits {
			for trait := range words.Traits[w] {
				words.Traits[w][trait] = rng.Float32()
			}
			words.Finds[w] = search.Finds(rng.IntN(1 << search.FindCount))
		}
		l.rows, l.words, l.groups = append(l.rows, row), append(l.words, words), append(l.groups, [2]int{i, i + 1})
	}
	l.slope = func(_ int, score, slope []float64) { slope[0] = score[0] } // of half the square of the score
	hearing := hear(l.rows)
	t := &learner{lesson: l, netPlan: netPlan{hidden: 4}, rng: rng}
	for _, row := range l.rows {
		in := make([]float32, values)
		hearing.Hear(row, in)
		t.in = append(t.in, in)
	}
	t.start(hearing.Scale)
	for h := range t.keep {
		t.keep[h] = true
	}
	return t
}

func (t *learner) loss() float64 {
	sum := 0.0
	for row := range t.rows {
		score := t.forward(row)
		sum += score * score / 2
	}
	return sum
}

func TestSlopesAreThoseOfTheLoss(t *testing.T) {
	l := madeUp()
	for row := range l.rows {
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
	net, layer := l.net(), l.layer.layer()
	for row := range l.rows {
		words := layer.Hear([]search.View{{Words: l.words[row]}})[0]
		in := slices.Concat(l.in[row], words[:])
		if want, got := l.forward(row), net.Score(in); math.Abs(want-got) > 1e-3 {
			t.Errorf("row %d: learned %.5f, made %.5f", row, want, got)
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
	s := learnNets(l, netPlan{hidden: 4, epochs: 20, batch: 16, rate: 1e-2, bag: 1})
	for _, g := range l.groups {
		if first, second := s.Score(l.rows[g[0]]), s.Score(l.rows[g[0]+1]); first <= second {
			t.Fatalf("%v scores %.3f, %v scores %.3f", l.rows[g[0]], first, l.rows[g[0]+1], second)
		}
	}
}
