package layout

import (
	"math"

	"phatngon/knowledge/importer/pdf"
)

// Letters are set apart when this many gaps in a row are alike, and as wide as
// this and not wider than that.
const (
	spacedRun    = 3
	spacedLeast  = 0.1
	spacedMost   = 1.3
	spacedUnlike = 0.09
)

// letterSpacing is how far each letter of a line is set from the one before
// where a run of letters is set apart: such a gap ends no word.
func letterSpacing(letters []glyph) []float64 {
	out := make([]float64, len(letters))
	gap := func(i int) float64 {
		return (letters[i].X - letters[i-1].X - letters[i-1].W) / max(letters[i].Size, 1)
	}
	for start := 1; start < len(letters); {
		end, sum, n := start, 0.0, 0
		for ; end < len(letters); end++ {
			g := gap(end)
			if letters[end].spaced {
				if n > 0 && g < sum/float64(n)+0.1 {
					break
				}
				continue
			}
			if g < spacedLeast || g > spacedMost || n > 0 && math.Abs(g-sum/float64(n)) > spacedUnlike {
				break
			}
			sum, n = sum+g, n+1
		}
		if n >= spacedRun && (end-start > n || !figures(letters[start-1:end])) {
			for i := start; i < end; i++ {
				out[i] = sum / float64(n)
			}
		}
		start = max(end, start+1)
	}
	return out
}

// figures reports whether all letters are digits: set apart they are numbers
// of their own.
func figures(letters []glyph) bool {
	for _, l := range letters {
		if l.Text < "0" || l.Text > "9" {
			return false
		}
	}
	return true
}

// uprights is the rules that part columns.
func uprights(rules []pdf.Rule) []pdf.Rule {
	var out []pdf.Rule
	for _, r := range rules {
		if !r.Across() && len(out) < 512 {
			out = append(out, r)
		}
	}
	return out
}

// ruled reports whether an upright rule stands between a letter and what ends
// at left.
func ruled(upright []pdf.Rule, left float64, l glyph) bool {
	for _, r := range upright {
		if r.Left > left-1 && r.Right < l.X+1 && r.Bottom < l.Y+0.3*l.Size && r.Top > l.Y+0.3*l.Size {
			return true
		}
	}
	return false
}
