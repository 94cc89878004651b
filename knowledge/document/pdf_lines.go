package document

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"phatngon/knowledge/document/pdf"
)

// Distances in letter sizes. Justified text is let out at its spaces, so a gap
// with a space in it must be wider to be that of a column.
const (
	wordGap        = 0.18
	columnGap      = 0.9
	columnAndSpace = 1.6
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
}

func (l pdfLine) left() float64  { return l.segments[0].left }
func (l pdfLine) right() float64 { return l.segments[len(l.segments)-1].right }

// pageLines puts the glyphs of a page into lines, from the top down.
func pageLines(page pdf.Page) []pdfLine {
	glyphs := slices.Clone(page.Glyphs)
	slices.SortStableFunc(glyphs, func(a, b pdf.Glyph) int { return cmp.Compare(b.Y, a.Y) })
	var lines []pdfLine
	for len(glyphs) > 0 {
		n := 1
		for n < len(glyphs) && glyphs[0].Y-glyphs[n].Y <= sameLine*max(glyphs[0].Size, glyphs[n].Size) {
			n++
		}
		if l := newLine(glyphs[:n]); len(l.segments) > 0 {
			lines = append(lines, l)
		}
		glyphs = glyphs[n:]
	}
	return lines
}

func newLine(glyphs []pdf.Glyph) pdfLine {
	slices.SortStableFunc(glyphs, func(a, b pdf.Glyph) int { return cmp.Compare(a.X, b.X) })
	l := pdfLine{y: glyphs[0].Y}
	var words strings.Builder
	var s segment
	plain, spaced := 0, false
	flush := func() {
		if s.text = oneLine(words.String()); s.text != "" {
			s.bold = plain == 0
			l.segments = append(l.segments, s)
		}
		words.Reset()
		plain = 0
	}
	for _, g := range glyphs {
		blank := strings.TrimSpace(g.Text) == ""
		if blank {
			if g.Text != "" {
				words.WriteByte(' ')
				spaced = true
			}
			continue
		}
		l.size = max(l.size, g.Size)
		gap, wide := (g.X-s.right)/max(g.Size, 1), columnGap
		if spaced {
			wide = columnAndSpace
		}
		switch {
		case s.text == "":
			words.Reset()
			s = segment{left: g.X, right: g.X}
		case gap > wide:
			flush()
			s = segment{left: g.X, right: g.X}
		case gap > wordGap:
			words.WriteByte(' ')
		}
		words.WriteString(g.Text)
		s.text, spaced = "…", false // some words
		if !g.Bold {
			plain++
		}
		s.right = math.Max(s.right, g.X+g.W)
	}
	flush()
	return l
}
