package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"phatngon/knowledge/importer/pdf"
)

// strands numbers what was painted in one go, from left to right.
func strands(glyphs []pdf.Glyph) []glyph {
	out := make([]glyph, 0, len(glyphs))
	for _, g := range glyphs {
		n := len(out)
		if n == 0 {
			out = append(out, glyph{Glyph: g})
			continue
		}
		last := &out[n-1]
		if marks(g, last.Glyph) {
			last.Text += g.Text
			continue
		}
		out = append(out, glyph{Glyph: g, strand: last.strand})
		if math.Abs(g.Y-last.Y) > 0.2*g.Size || g.X < last.X-0.2*g.Size || g.X > last.X+last.W+3*g.Size {
			out[n].strand++
		}
	}
	return out
}

// marks reports whether a glyph is a mark of the letter that was painted before
// it: where its own place begins does not say so, it may lie behind the letter.
func marks(g, on pdf.Glyph) bool {
	if g.Text == "" || strings.ContainsFunc(g.Text, func(r rune) bool { return !unicode.Is(unicode.Mn, r) }) || strings.TrimSpace(on.Text) == "" {
		return false
	}
	return !g.Struck && !on.Struck && math.Abs(g.X-on.X-on.W/2) < on.W/2+0.5*on.Size && math.Abs(g.Y-on.Y) < on.Size
}

// band counts the letters from the top that may stand on one line: near the
// first, or the first larger one, as below what is raised.
func band(letters []glyph) int {
	anchor, n := letters[0], 1
	for n < len(letters) && anchor.Y-letters[n].Y <= sameLine*max(anchor.Size, letters[n].Size) {
		if letters[n].Size > 1.1*anchor.Size {
			anchor = letters[n]
		}
		n++
	}
	return n
}

// layers takes apart what is written over each other, such as a signature
// stamped on a line: the larger letters come first, then what was painted first.
func layers(letters []glyph) [][]glyph {
	if len(letters) > maxLetters || collisions(letters) < 3 {
		return [][]glyph{letters}
	}
	byStrand := map[int][]glyph{}
	var order []int
	for _, l := range letters {
		if byStrand[l.strand] == nil {
			order = append(order, l.strand)
		}
		byStrand[l.strand] = append(byStrand[l.strand], l)
	}
	if len(order) > maxStrands {
		return [][]glyph{letters}
	}
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(byStrand[b][0].Size, byStrand[a][0].Size), cmp.Compare(a, b))
	})
	var out [][]glyph
	for _, strand := range order {
		at := slices.IndexFunc(out, func(layer []glyph) bool {
			return len(out) >= maxLayers || collisions(append(slices.Clone(layer), byStrand[strand]...)) <= collisions(layer)
		})
		if at < 0 {
			out = append(out, nil)
			at = len(out) - 1
		}
		out[at] = append(out[at], byStrand[strand]...)
	}
	return out
}

// Limits of what is taken apart on one line.
const (
	maxLayers  = 12
	maxStrands = 64
	maxLetters = 1 << 14
)

// collisions counts the letters that lie on the one before; marks belong there.
func collisions(letters []glyph) int {
	sorted := slices.DeleteFunc(slices.Clone(letters), func(l glyph) bool { return l.blank() || isMark(l.Text) })
	slices.SortStableFunc(sorted, func(a, b glyph) int { return cmp.Compare(a.X, b.X) })
	n := 0
	for i := 1; i < len(sorted); i++ {
		a, b := sorted[i-1], sorted[i]
		if narrow := min(a.W, b.W); narrow > 0.1*b.Size && a.X+a.W-b.X > 0.35*narrow {
			n++
		}
	}
	return n
}

func isMark(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return !unicode.Is(unicode.M, r) && !unicode.Is(unicode.Sk, r) }) < 0
}
