package pdf

import "math"

// ink is what a page draws, in the order of painting.
type ink struct {
	letters  []letter
	covers   []cover
	rules    []Rule
	pictures []box
	curves   int
	comments int
	values   []string // of form fields that are not drawn as they are stored
	lost     bool     // something could not be read
	doubted  bool     // text stands in for letters that say otherwise
	spots    spots    // of letters that are seen
}

// wiped is ink for the next page, in the memory of the last.
func (k *ink) wiped() *ink {
	clear(k.letters) // they hold texts
	clear(k.spots)
	return &ink{letters: k.letters[:0], covers: k.covers[:0], pictures: k.pictures[:0], rules: k.rules[:0], spots: k.spots}
}

// letter is a glyph as it is drawn.
type letter struct {
	Glyph
	at       matrix // font space to page
	advance  float64
	order    int
	colour   colour
	silent   bool // text that is not drawn, as that of a scan
	unseen   bool // transparent, clipped away, of a layer that is off
	artifact bool
	unknown  bool    // the file does not tell what it is
	guessed  bool    // read by the table of codes that fonts have when they name none
	old      bool    // of a font of before Unicode
	before   *letter // in its spot
	nth      int
}

// cover is an area that is painted: what stands below cannot be seen, and what
// is written on it must differ in colour.
type cover struct {
	box
	colour  colour
	order   int
	through bool // only part of the area, or not opaque: a ground, no cover
	picture bool
}

// box is an area with sides along the page's.
type box struct{ left, bottom, right, top float64 }

func (b box) holds(x, y, around float64) bool {
	return x >= b.left-around && x <= b.right+around && y >= b.bottom-around && y <= b.top+around
}

func (b box) area() float64 { return max(b.right-b.left, 0) * max(b.top-b.bottom, 0) }

func (b box) within(o box) box {
	return box{max(b.left, o.left), max(b.bottom, o.bottom), min(b.right, o.right), min(b.top, o.top)}
}

// spread is the box around the corners of b, mapped by m.
func (b box) spread(m matrix) box {
	return around([]point{m.map2(b.left, b.bottom), m.map2(b.right, b.bottom), m.map2(b.left, b.top), m.map2(b.right, b.top)})
}

type point struct{ x, y float64 }

func around(points []point) box {
	b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range points {
		b = box{min(b.left, p.x), min(b.bottom, p.y), max(b.right, p.x), max(b.top, p.y)}
	}
	return b
}

// everywhere is no limit.
var everywhere = box{-1e9, -1e9, 1e9, 1e9}

func (m matrix) map2(x, y float64) point {
	return point{m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]}
}

// middle is a point within the letter, for asking what it stands on.
func (l *letter) middle() point { return l.at.map2(l.advance/2, 0.3) }

// size is the height of the letter.
func (l *letter) size() float64 { return math.Hypot(l.at[2], l.at[3]) }
