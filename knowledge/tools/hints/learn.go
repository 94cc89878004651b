package main

import "math"

const (
	steps = 10   // Newton's; the sum stands still long before
	decay = 1e-4 // of the weights, for each row
)

// learn is the logistic regression of rows, by Newton's method.
func learn(rows []row) []float64 {
	n := len(rows[0].signals)
	w := make([]float64, n)
	for range steps {
		slope, curve := slopes(rows, w)
		for i, d := range solve(curve, slope) {
			w[i] -= d
		}
	}
	return w
}

// slopes are the first and second derivatives of the loss by each weight.
func slopes(rows []row, w []float64) (slope []float64, curve [][]float64) {
	n := len(w)
	slope, curve = make([]float64, n), make([][]float64, n)
	held := decay * float64(len(rows))
	for i := range curve {
		curve[i] = make([]float64, n)
		slope[i], curve[i][i] = held*w[i], held+1e-6
	}
	for _, r := range rows {
		sum := 0.0
		for i, x := range r.signals {
			sum += w[i] * x
		}
		p := 1 / (1 + math.Exp(-sum))
		off := p
		if r.right {
			off--
		}
		for i, x := range r.signals {
			if x == 0 {
				continue
			}
			slope[i] += r.weight * off * x
			for j, y := range r.signals {
				curve[i][j] += r.weight * p * (1 - p) * x * y
			}
		}
	}
	return slope, curve
}

// solve is x of a·x = b, by elimination with the largest pivot; a and b are used up.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		best := i
		for r := i + 1; r < n; r++ {
			if math.Abs(a[r][i]) > math.Abs(a[best][i]) {
				best = r
			}
		}
		a[i], a[best], b[i], b[best] = a[best], a[i], b[best], b[i]
		for r := range n {
			if r == i || a[r][i] == 0 {
				continue
			}
			f := a[r][i] / a[i][i]
			for c := i; c < n; c++ {
				a[r][c] -= f * a[i][c]
			}
			b[r] -= f * b[i]
		}
	}
	for i := range n {
		b[i] /= a[i][i]
	}
	return b
}
