package search

// hiddenMost bounds the hidden units of a Net.
const hiddenMost = 64

// Net is a perceptron with one hidden layer. It hears inputs as a Hearing gives
// them, and after them what a WordLayer makes of the question, where there is
// one.
type Net struct {
	Direct    []float32   // input → output
	Hidden    [][]float32 // unit → its input weights
	Bias, Out []float32   // unit → where it begins, what it adds
	Base      float32     // of the output
}

// Hearing brings inputs to mean 0 and about the same spread.
type Hearing struct{ Mean, Scale []float32 }

// farthest is how far from their mean inputs are heard, in their scale.
const farthest = 4

// Hear writes values as nets hear them.
func (h *Hearing) Hear(values []float64, in []float32) {
	for i, mean := range h.Mean {
		v := (float32(values[i]) - mean) * h.Scale[i]
		if v > farthest {
			v = farthest
		}
		if v < -farthest {
			v = -farthest
		}
		in[i] = v
	}
}

// Score is the output for what was heard.
func (n *Net) Score(in []float32) float64 {
	sum := n.Base + Dot(n.Direct, in)
	for i, weights := range n.Hidden {
		if h := n.Bias[i] + Dot(weights, in); h > 0 {
			sum += n.Out[i] * h
		}
	}
	return float64(sum)
}

// Dot is the sum of products of two vectors of one size. It adds up in four
// lanes, which is faster than one.
func Dot(x, y []float32) float32 {
	var a, b, c, d float32
	for y = y[:len(x)]; len(x) >= 4; x, y = x[4:], y[4:] {
		a += x[0] * y[0]
		b += x[1] * y[1]
		c += x[2] * y[2]
		d += x[3] * y[3]
	}
	for i := range x {
		a += x[i] * y[i]
	}
	return a + b + c + d
}
