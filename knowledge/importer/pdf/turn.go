package pdf

import (
	"math"
	"slices"
	"sort"
	"strings"
)

// aslant is a direction that is along neither side of the page.
const aslant = 4

// direction is by how many quarters text set with m is turned to the left.
func (m matrix) direction() int {
	x, y := m[0], m[1]
	switch {
	case x > 0 && math.Abs(y) < 0.1*x:
		return 0
	case y > 0 && math.Abs(x) < 0.1*y:
		return 1
	case x < 0 && math.Abs(y) < -0.1*x:
		return 2
	case y < 0 && math.Abs(x) < -0.1*y:
		return 3
	}
	return aslant
}

// upright turns a page so that text of a direction is level.
func upright(direction int, w, h float64) matrix {
	return [...]matrix{identity, {0, -1, 1, 0, 0, w}, {-1, 0, 0, -1, w, h}, {0, 1, -1, 0, h, 0}}[direction]
}

// turn shares the letters out by their direction: most of them make the page.
func (k *ink) turn(p *Page, letters []*letter) {
	var shares [aslant + 1][]*letter
	var count [aslant + 1]int
	for _, l := range letters {
		d := l.at.direction()
		shares[d] = append(shares[d], l)
		if strings.TrimSpace(l.Text) != "" || l.unknown {
			count[d]++
		}
	}
	main := 0
	for d := range aslant {
		if count[d] > count[main] {
			main = d
		}
	}
	p.Slanted = words(shares[aslant])
	w, h := p.Width, p.Height
	for i := range aslant {
		d := (main + i) % aslant
		side := Page{Width: w, Height: h}
		if d%2 == 1 {
			side.Width, side.Height = h, w
		}
		k.level(&side, shares[d], upright(d, w, h))
		if d == main {
			p.Width, p.Height, p.Glyphs, p.Rules = side.Width, side.Height, side.Glyphs, side.Rules
		} else if count[d] > 0 {
			p.Aside = append(p.Aside, Page{Width: side.Width, Height: side.Height, Glyphs: side.Glyphs, Rules: side.Rules})
		}
		p.Unreadable, p.Guessed = p.Unreadable+side.Unreadable, p.Guessed+side.Guessed
		p.Artifacts, p.Struck, p.Old = join(p.Artifacts, side.Artifacts), join(p.Struck, side.Struck), join(p.Old, side.Old)
	}
}

func join(a, b string) string { return strings.TrimSpace(a + "\n" + b) }

// level places the letters of one direction.
func (k *ink) level(p *Page, letters []*letter, m matrix) {
	for _, r := range k.rules {
		b := box{r.Left, r.Bottom, r.Right, r.Top}.spread(m)
		p.Rules = append(p.Rules, Rule{b.left, b.bottom, b.right, b.top})
	}
	var artifacts, struck, old []*letter
	lines := throughLines(p.Rules)
	for _, l := range letters {
		at := l.at.then(m)
		l.X, l.Y, l.W, l.Size = at[4], at[5], l.advance*at[0], math.Abs(at[3])
		switch {
		case l.artifact:
			artifacts = append(artifacts, l)
			continue
		case lines.strike(l.Glyph):
			l.Struck = true
			struck = append(struck, l)
		case l.unknown:
			p.Unreadable++
		case l.guessed && strings.TrimSpace(l.Text) != "":
			p.Guessed++
		}
		if l.old {
			old = append(old, l)
		}
		p.Glyphs = append(p.Glyphs, l.Glyph)
	}
	p.Artifacts, p.Struck, p.Old = words(artifacts), words(struck), words(old)
}

// throughLines is the rules across a page, from the bottom up.
type lines []Rule

func throughLines(rules []Rule) lines {
	var out lines
	for _, r := range rules {
		if r.Across() && r.Right-r.Left > 3 {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b Rule) int { return sign(a.Bottom - b.Bottom) })
	return out
}

func sign(x float64) int {
	switch {
	case x < 0:
		return -1
	case x > 0:
		return 1
	}
	return 0
}

// strike reports whether a rule runs through a letter.
func (ls lines) strike(g Glyph) bool {
	low, high, middle := g.Y+0.16*g.Size, g.Y+0.42*g.Size, g.X+g.W/2
	from := sort.Search(len(ls), func(i int) bool { return ls[i].Bottom >= low })
	for _, r := range ls[from:] {
		if r.Top > high {
			return false
		}
		if middle >= r.Left && middle <= r.Right && strings.TrimSpace(g.Text) != "" {
			return true
		}
	}
	return false
}
