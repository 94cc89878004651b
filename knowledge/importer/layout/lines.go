package layout

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"phatngon/knowledge/importer/paper"
	"phatngon/knowledge/importer/pdf"
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

// Line is what stands on one baseline, from left to right.
type Line struct {
	y, size  float64
	segments []segment
	Raised   bool // there are raised or lowered letters in it
	over     bool // it is written over another line
	outside  bool // it is of a letterhead or signature
}

func (l Line) left() float64  { return l.segments[0].left }
func (l Line) right() float64 { return l.segments[len(l.segments)-1].right }

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
func pageLines(page pdf.Page) []Line {
	letters := strands(page.Glyphs)
	slices.SortStableFunc(letters, func(a, b glyph) int { return cmp.Compare(b.Y, a.Y) })
	upright := uprights(page.Rules)
	var lines []Line
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
	slices.SortStableFunc(lines, func(a, b Line) int { return cmp.Compare(b.y, a.y) })
	return lines
}

// newLine makes segments of the letters of a line; wide gaps and upright rules
// part them.
func newLine(glyphs []glyph, upright []pdf.Rule) Line {
	letters := inOrder(glyphs)
	if len(letters) == 0 {
		return Line{}
	}
	anchor := slices.MaxFunc(letters, func(a, b glyph) int { return cmp.Compare(a.Size, b.Size) })
	l := Line{y: anchor.Y, size: anchor.Size}
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
		l.Raised = l.Raised || g.shift != 0
	}
	l.segments = w.end(l.segments)
	l.outside = beforeOrAfterText(l)
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
	text := paper.OneLine(w.text.String())
	if text != "" {
		segments = append(segments, segment{text: text, left: w.left, right: w.right, bold: w.plain == 0})
	}
	*w = piece{}
	return segments
}
