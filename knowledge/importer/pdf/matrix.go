package pdf

import "math"

// matrix maps (x, y) to (ax+cy+e, bx+dy+f).
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// then is m first and n after it.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// finite reports whether m is of use: damaged files have numbers that run away.
func (m matrix) finite() bool {
	for _, n := range m {
		if math.IsNaN(n) || math.Abs(n) > 1e7 {
			return false
		}
	}
	return true
}

// grows is by how much m makes lengths larger.
func (m matrix) grows() float64 { return math.Sqrt(math.Abs(m[0]*m[3] - m[1]*m[2])) }
