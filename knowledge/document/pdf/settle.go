package pdf

import (
	"math"
	"slices"
	"strings"
)

// settle turns what was drawn into a page as a person sees it: what cannot be
// seen is set apart, and what is written in another direction.
func (k *ink) settle(p *Page, crop box) {
	sheet := box{0, 0, p.Width, p.Height}
	p.Pictures = covered(k.pictures, sheet)
	var seen []letter
	var hidden []letter
	for _, l := range k.letters {
		switch k.sight(l, crop, sheet) {
		case hiding:
			hidden = append(hidden, l)
		case scanned:
			p.Machine++
			seen = append(seen, l)
		default:
			seen = append(seen, l)
		}
	}
	p.Hidden = words(hidden)
	seen, p.Doubled = once(seen)
	k.turn(p, seen)
}

// covered is how much of the sheet the pictures take up.
func covered(pictures []box, sheet box) float64 {
	sum := 0.0
	for _, b := range pictures {
		sum += b.within(sheet).area()
	}
	if sheet.area() <= 0 {
		return 0
	}
	return min(sum/sheet.area(), 1)
}

// How a letter can be seen.
const (
	plain   = iota
	hiding  // by nobody
	scanned // it lies under or unseen over the picture of a page
)

// sight judges a letter by what it is written on and what is painted over it.
func (k *ink) sight(l letter, crop, sheet box) int {
	at := l.middle()
	if l.unseen || !crop.holds(at.x, at.y, max(0.4*l.size(), 1)) || l.size() < 1 && l.Text != "" {
		return hiding
	}
	if l.silent {
		for _, b := range k.pictures {
			if b.holds(at.x, at.y, 2) {
				return scanned
			}
		}
		return hiding
	}
	ground := white
	for _, c := range k.covers {
		switch {
		case !c.holds(at.x, at.y, 0):
		case c.order <= l.order:
			ground = c.colour
			if c.through && c.colour.like(white) {
				ground = colour{pattern: true}
			}
		case c.through:
		case c.picture && c.area() > 0.5*sheet.area():
			return scanned
		default:
			return hiding
		}
	}
	if l.colour.like(ground) && strings.TrimSpace(l.Text) != "" {
		return hiding
	}
	return plain
}

// once leaves out letters that are drawn again within a fraction of their
// size, as for a shadow or for false bold, and counts them.
func once(letters []letter) (out []letter, doubled int) {
	type spot struct {
		text string
		x, y int
	}
	const cell = 4
	there := map[spot][]letter{}
	for _, l := range letters {
		if strings.TrimSpace(l.Text) == "" {
			out = append(out, l)
			continue
		}
		x, y := int(math.Floor(l.at[4]/cell)), int(math.Floor(l.at[5]/cell))
		again := false
		for i := range 9 {
			near := there[spot{l.Text, x + i%3 - 1, y + i/3 - 1}]
			again = again || slices.ContainsFunc(near, l.over)
		}
		if again {
			doubled++
			continue
		}
		at := spot{l.Text, x, y}
		if len(there[at]) < 16 {
			there[at] = append(there[at], l)
		}
		out = append(out, l)
	}
	return out, doubled
}

// over reports whether a letter lies on another of its kind.
func (l letter) over(o letter) bool {
	size, apart := l.size(), math.Hypot(l.at[4]-o.at[4], l.at[5]-o.at[5])
	return apart <= min(0.2*size, 4) && apart <= 0.7*max(l.advance, 0.25)*size && math.Abs(size-o.size()) < 0.15*size
}

// words is what letters say in the order of painting, for a person to find.
func words(letters []letter) string {
	var b strings.Builder
	for i, l := range letters {
		if i > 0 && b.Len() > 0 {
			last := letters[i-1]
			x, y, ok := last.at.back(point{l.at[4], l.at[5]})
			switch {
			case !ok || math.Abs(y) > 0.6:
				b.WriteByte('\n')
			case x > last.advance+0.2:
				b.WriteByte(' ')
			}
		}
		if b.WriteString(l.Text); b.Len() > maxWords {
			break
		}
	}
	return strings.TrimSpace(b.String())
}

// maxWords bounds what is told of the letters that are left out.
const maxWords = 4096
