package pdf

import (
	"math"

	"phatngon/knowledge/importer/pdf/object"
)

// Rule is a straight line across or down the page; its box is thin.
type Rule struct{ Left, Bottom, Right, Top float64 }

// Across reports whether the rule runs from left to right.
func (r Rule) Across() bool { return r.Right-r.Left >= r.Top-r.Bottom }

// Limits of what is noted of a page's drawings.
const (
	maxPath   = 4096 // points of one path
	maxRules  = 4096
	maxCovers = 1024
)

// path is the lines that are drawn before they are painted, on the page.
type path struct {
	parts   [][]point
	curved  bool
	clipped bool // W: what follows is drawn within it only
	size    int
}

// built applies the operators that make a path (ISO 32000-1, 8.5.2); it
// reports false for others.
func (f *frame) built(o object.Op, n []float64) bool {
	switch o {
	case "m":
		if len(n) == 2 {
			f.path.begin(f.ctm.map2(n[0], n[1]))
		}
	case "l":
		if len(n) == 2 {
			f.path.to(f.ctm.map2(n[0], n[1]))
		}
	case "c", "v", "y":
		f.ink.curves++
		f.path.curved = true
		for i := 0; i+1 < len(n); i += 2 {
			f.path.to(f.ctm.map2(n[i], n[i+1]))
		}
	case "re":
		if len(n) == 4 {
			f.path.begin(f.ctm.map2(n[0], n[1]))
			f.path.to(f.ctm.map2(n[0]+n[2], n[1]))
			f.path.to(f.ctm.map2(n[0]+n[2], n[1]+n[3]))
			f.path.to(f.ctm.map2(n[0], n[1]+n[3]))
			f.path.close()
		}
	case "h":
		f.path.close()
	case "W", "W*":
		f.path.clipped = true
	default:
		return false
	}
	return true
}

func (p *path) begin(at point) {
	if p.size++; p.size <= maxPath {
		p.parts = append(p.parts, []point{at})
	}
}

func (p *path) to(at point) {
	if p.size++; p.size <= maxPath && len(p.parts) > 0 {
		p.parts[len(p.parts)-1] = append(p.parts[len(p.parts)-1], at)
	}
}

func (p *path) close() {
	if n := len(p.parts); n > 0 {
		p.to(p.parts[n-1][0])
	}
}

// painted applies the operators that paint a path and end it; it reports false
// for others.
func (f *frame) painted(o object.Op) bool {
	switch o {
	case "f", "F", "f*":
		f.filled()
	case "B", "B*", "b", "b*":
		f.filled()
		f.stroked(f.stroke)
	case "S", "s":
		if o == "s" {
			f.path.close()
		}
		f.stroked(f.stroke)
	case "n":
	default:
		return false
	}
	if f.path.clipped && f.path.size <= maxPath {
		var all []point
		for _, part := range f.path.parts {
			all = append(all, part...)
		}
		f.clip = f.clip.within(around(all))
	}
	f.path = path{}
	return true
}

// filled notes areas, and the thin ones as rules.
func (f *frame) filled() {
	for _, part := range f.path.parts {
		b := around(part)
		if b = b.within(f.clip); !(b.right >= b.left && b.top >= b.bottom) {
			continue
		}
		if b.right-b.left < 3 || b.top-b.bottom < 3 {
			f.rule(b, f.fill)
			continue
		}
		f.cover(cover{box: b, colour: f.fill, through: f.path.curved || !squared(part)})
	}
}

// cover notes an area unless it is not painted at all.
func (f *frame) cover(c cover) {
	if f.opaque < 0.05 || f.hidden > 0 || len(f.ink.covers) >= maxCovers || c.area() < 20 {
		return
	}
	c.through = c.through || f.opaque < 0.95 || f.mixed
	c.order = len(f.ink.letters)
	f.ink.covers = append(f.ink.covers, c)
}

func (f *frame) stroked(with colour) {
	for _, part := range f.path.parts {
		for i := 0; i+1 < len(part); i++ {
			b := around(part[i : i+2])
			if pen := f.pen * f.ctm.grows(); pen > 3 && pen < 1000 { // an area drawn as a line
				f.cover(cover{box: box{b.left - pen/2, b.bottom - pen/2, b.right + pen/2, b.top + pen/2}, colour: with, through: true})
				continue
			}
			f.rule(b, with)
		}
	}
}

// rule notes a line along one of the page's sides.
func (f *frame) rule(b box, with colour) {
	thin, long := min(b.right-b.left, b.top-b.bottom), max(b.right-b.left, b.top-b.bottom)
	if thin > 3 || long < 4 || with.like(white) || f.hidden > 0 || len(f.ink.rules) >= maxRules {
		return
	}
	f.ink.rules = append(f.ink.rules, Rule{b.left, b.bottom, b.right, b.top})
}

// squared reports whether the points are the corners of a box.
func squared(points []point) bool {
	b := around(points)
	for _, p := range points {
		onX := math.Abs(p.x-b.left) < 0.5 || math.Abs(p.x-b.right) < 0.5
		onY := math.Abs(p.y-b.bottom) < 0.5 || math.Abs(p.y-b.top) < 0.5
		if !onX || !onY {
			return false
		}
	}
	return len(points) >= 4
}
