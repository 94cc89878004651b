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
	var seen, hidden []*letter
	for i := range k.letters {
		l := &k.letters[i]
		switch k.sight(l, crop, p.Pictures > 0.5) {
		case hiding:
			hidden = append(hidden, l)
		case scanned:
			p.Machine++
			seen = append(seen, l)
		default:
			seen = append(seen, l)
		}
	}
	seen, doubled, there := k.once(seen)
	p.Doubled = doubled
	p.Hidden = words(slices.DeleteFunc(hidden, there.again)) // the shadow of what is seen is no loss
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

// sight judges a letter by what it is written on and what is painted over it;
// on a scan, a picture or its strips, that is the text of the picture.
func (k *ink) sight(l *letter, crop box, scan bool) int {
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
		case c.picture && scan:
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

// spot is where a letter stands, roughly.
type spot struct {
	text string
	x, y int
}

// spots finds letters that stand in the same place: the newest of each spot,
// which leads to those before it.
type spots map[spot]*letter

const (
	cell    = 4  // points
	maxSpot = 16 // letters that are kept of one spot
)

func (l *letter) spot(dx, dy float64) spot {
	return spot{l.Text, int(math.Floor((l.at[4] + dx) / cell)), int(math.Floor((l.at[5] + dy) / cell))}
}

// again reports whether a letter was drawn within a fraction of its size.
func (s spots) again(l *letter) bool {
	low, high := l.spot(-l.reach(), -l.reach()), l.spot(l.reach(), l.reach())
	for x := low.x; x <= high.x; x++ {
		for y := low.y; y <= high.y; y++ {
			for o := s[spot{l.Text, x, y}]; o != nil; o = o.before {
				if l.over(o) {
					return true
				}
			}
		}
	}
	return false
}

func (s spots) add(l *letter) {
	at := l.spot(0, 0)
	if o := s[at]; o == nil || o.nth < maxSpot-1 {
		if l.before = o; o != nil {
			l.nth = o.nth + 1
		}
		s[at] = l
	}
}

// reach is how far apart two letters may stand and be one.
func (l *letter) reach() float64 { return min(0.2*l.size(), cell) }

// once leaves out letters that are drawn again, as for a shadow or for false
// bold, and counts them; where they stand comes with them.
func (k *ink) once(letters []*letter) (out []*letter, doubled int, there spots) {
	there = k.spots
	for _, l := range letters {
		switch {
		case strings.TrimSpace(l.Text) == "":
		case there.again(l):
			doubled++
			continue
		default:
			there.add(l)
		}
		out = append(out, l)
	}
	return out, doubled, there
}

// over reports whether a letter lies on another of its kind.
func (l *letter) over(o *letter) bool {
	size, apart := l.size(), math.Hypot(l.at[4]-o.at[4], l.at[5]-o.at[5])
	if l.order == o.order+1 && apart > 0.25*l.advance*size {
		return false // two narrow letters set closely
	}
	return apart <= l.reach() && apart <= 0.7*max(l.advance, 0.25)*size && math.Abs(size-o.size()) < 0.15*size
}

// words is what letters say in the order of painting, for a person to find.
func words(letters []*letter) string {
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
