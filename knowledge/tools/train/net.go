package main

import (
	"math"

	"phatngon/knowledge/search"
)

// netPlan is how a net is learned.
type netPlan struct {
	hidden, epochs, batch int
	rate, decay, drop     float64
	bag                   int             // nets, each from another start; one, where there are words
	prior                 map[int]float64 // input → what its direct weight starts from and decays to
}

// lesson is rows of inputs in groups that are judged together. slope says how
// the loss of a group changes with the score of each of its rows.
type lesson struct {
	rows   [][]float64
	words  []search.Words // of each row, none for nets without a word layer
	groups [][2]int
	slope  func(group int, score, slope []float64)
}

// learnNets learns a bag of nets, and how they hear. Nets that hear words are
// learned alone: a scorer has one word layer.
func learnNets(l lesson, p netPlan) search.Scorer {
	if l.words != nil && p.bag != 1 {
		panic("train: several nets would share a word layer that only one of them learned")
	}
	s := search.Scorer{Hearing: hear(l.rows), Nets: make([]search.Net, p.bag)}
	heard := make([][]float32, len(l.rows))
	for i, row := range l.rows {
		heard[i] = make([]float32, len(row))
		s.Hear(row, heard[i])
	}
	parallel(p.bag, func(i int) {
		t := learnNet(l, p, s.Hearing, heard, uint64(i))
		s.Nets[i] = t.net()
		if t.layer != nil {
			s.Words = t.layer.layer()
		}
	})
	return s
}

// hear is how rows are brought to one mean and spread. What hardly varies in
// them is not blown up.
func hear(rows [][]float64) (h search.Hearing) {
	const leastSpread = 0.05
	for f := range rows[0] {
		sum, squares := 0.0, 0.0
		for _, row := range rows {
			sum += row[f]
			squares += row[f] * row[f]
		}
		mean := sum / float64(len(rows))
		spread := max(math.Sqrt(max(squares/float64(len(rows))-mean*mean, 0)), leastSpread)
		h.Mean, h.Scale = append(h.Mean, round(mean)), append(h.Scale, round(1/spread))
	}
	return h
}

func round(v float64) float32 { return float32(math.Round(v*1e4) / 1e4) }
