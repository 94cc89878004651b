package document

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"phatngon/knowledge/document/pdf"
)

// Distances in letter sizes. Justified text is let out at its spaces, so a gap
// with a space in it must be wider to be that of a column.
const (
	wordGap        = 0.18
	columnGap      = 0.9
	columnAndSpace = 1.6
	fieldGap       = 5   // a field's value stands anywhere in it
	sameLine       = 0.5 // raised and lowered letters stand within it
)

// segment is words of one line that stand together.
type segment struct {
	text        string
	left, right float64
	bold        bool
}

// pdfLine is what stands on one baseline, from left to right.
type pdfLine struct {
	y, size  float64
	segments []segment
	raised   bool // there are raised or lowered letters in it
	over     bool // it is written over another line
}

func (l pdfLine) left() float64  { return l.segments[0].left }
func (l pdfLine) right() float64 { return l.segments[len(l.segments)-1].right }

// glyph is one of a page, with the strand it was painted in.
type glyph struct {
	pdf.Glyph
	strand int
	spaced bool // a space stands before it
	shift  int  // 1 raised, -1 lowered
}

func (l glyph) blank() bool { return strings.TrimSpace(l.Text) == "" && !l.hole() }

// hole reports whether a glyph is seen and not read: it takes up its place.
func (l glyph) hole() bool { return l.Struck || l.Text == "" && l.W > 0 }

// pageLines puts the glyphs of a page into lines, from the top down.
func pageLines(page pdf.Page) []pdfLine {
	letters := strands(page.Glyphs)
	slices.SortStableFunc(letters, func(a, b glyph) int { return cmp.Compare(b.Y, a.Y) })
	upright := uprights(page.Rules)
	var lines []pdfLine
	for len(letters) > 0 {
		n := band(letters)
		for i, layer := range layers(letters[:n]) {
			l := newLine(layer, upright)
			if l.over = i > 0; len(l.segments) > 0 {
				lines = append(lines, l)
			}
		}
		letters = letters[n:]
	}
	slices.SortStableFunc(lines, func(a, b pdfLine) int { return cmp.Compare(b.y, a.y) })
	return lines
}

// strands numbers what was painted in one go, from left to right.
func strands(glyphs []pdf.Glyph) []glyph {
	out := make([]glyph, len(glyphs))
	for i, g := range glyphs {
		out[i].Glyph = g
		if i == 0 {
			continue
		}
		last := out[i-1]
		out[i].strand = last.strand
		if math.Abs(g.Y-last.Y) > 0.2*g.Size || g.X < last.X-0.2*g.Size || g.X > last.X+last.W+3*g.Size {
			out[i].strand++
		}
	}
	return out
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

// newLine makes segments of the letters of a line; wide gaps and upright rules
// part them.
func newLine(glyphs []glyph, upright []pdf.Rule) pdfLine {
	letters := inOrder(glyphs)
	if len(letters) == 0 {
		return pdfLine{}
	}
	anchor := slices.MaxFunc(letters, func(a, b glyph) int { return cmp.Compare(a.Size, b.Size) })
	l := pdfLine{y: anchor.Y, size: anchor.Size}
	shift(letters)
	spread := letterSpacing(letters)
	var w piece
	for i, g := range letters {
		gap, wide, base := (g.X-w.right)/max(g.Size, 1), columnGap, spread[i]
		if g.spaced {
			wide, base = columnAndSpace, 2*base
		}
		if g.Field {
			wide = fieldGap
		}
		switch gap -= base; {
		case i > 0 && (gap > wide || ruled(upright, w.right, g)):
			l.segments = w.end(l.segments)
			w.begin(g)
		case i == 0:
			w.begin(g)
		case g.spaced || gap > wordGap:
			w.text.WriteByte(' ')
		}
		w.write(g)
		l.raised = l.raised || g.shift != 0
	}
	l.segments = w.end(l.segments)
	return l
}

// inOrder is the letters from left to right, without the spaces.
func inOrder(letters []glyph) []glyph {
	slices.SortStableFunc(letters, func(a, b glyph) int { return cmp.Compare(a.X, b.X) })
	var out []glyph
	spaced := false
	for _, l := range letters {
		if l.blank() {
			spaced = spaced || l.Text != ""
			continue
		}
		l.spaced, spaced = spaced || strings.TrimLeft(l.Text, " ") != l.Text, strings.TrimRight(l.Text, " ") != l.Text
		out = append(out, l)
	}
	return out
}

// piece gathers the letters of a segment.
type piece struct {
	text  strings.Builder
	left  float64
	right float64
	plain int
	shift int
}

func (w *piece) begin(l glyph) { w.left, w.right, w.shift = l.X, l.X, 0 }

func (w *piece) write(l glyph) {
	switch {
	case l.Struck:
		w.text.WriteByte(' ')
	case l.hole():
		w.text.WriteRune(utf8.RuneError)
	default:
		w.text.WriteString(shifted(l, w.shift))
	}
	w.shift = l.shift
	if !l.Bold {
		w.plain++
	}
	w.right = math.Max(w.right, l.X+l.W)
}

func (w *piece) end(segments []segment) []segment {
	text := oneLine(w.text.String())
	if text != "" {
		segments = append(segments, segment{text: text, left: w.left, right: w.right, bold: w.plain == 0})
	}
	*w = piece{}
	return segments
}
