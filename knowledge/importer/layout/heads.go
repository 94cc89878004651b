package layout

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"phatngon/knowledge/importer/paper"
)

// pageNumber is a number alone, or one that says what it is.
var pageNumber = regexp.MustCompile(`^(?:[-–—]\s*)?(\d{1,3})(?:\s*[-–—])?$|^(?i:(?:trang|page|tr\.?)\s*:?\s*(\d{1,3})(?:\s*(?:/|of|trên|của)\s*\d{1,3})?|(\d{1,3})\s*/\s*(?:trang\s*)?\d{1,3}(?:\s*trang)?|(\d{1,3})\s*\|\s*(?:trang|page))$`)

// numberOnPage reads a page number, 0 when the line is none.
func numberOnPage(l Line) int {
	m := pageNumber.FindStringSubmatch(LineText(l))
	for _, digits := range slices.Backward(m) {
		if n, err := strconv.Atoi(digits); err == nil && len(l.segments) == 1 {
			return n
		}
	}
	return 0
}

// CutHeads takes page numbers and what recurs at the top and foot of the pages
// out of the text.
func CutHeads(pages []*Page) {
	for _, top := range []bool{true, false} {
		for range 3 { // lines of one head
			cutNumbers(pages, top)
			cutRecurring(pages, top)
		}
		cutNumbers(pages, top)
	}
	pages[0].cutAboveLetterhead()
}

// cutAboveLetterhead cuts what stands above the motto and the unit's name,
// which are in capitals.
func (p *Page) cutAboveLetterhead() {
	at := slices.IndexFunc(p.Lines[:min(len(p.Lines), 4)], func(l Line) bool {
		return slices.ContainsFunc(l.segments, func(s segment) bool { return paper.Motto.MatchString(s.text) })
	})
	for ; at > 0 && !paper.AllCapitals(LineText(p.Lines[0])); at-- {
		p.Heads = append(p.Heads, LineText(p.Lines[0]))
		p.Lines = p.Lines[1:]
	}
}

// Sides is what is written on a page in other directions, but its number.
func (p *Page) Sides() []*Page {
	var out []*Page
	for _, side := range p.Aside {
		turned := NewPage(side, p.Number)
		turned.Lines = slices.DeleteFunc(turned.Lines, func(l Line) bool { return numberOnPage(l) == p.Number })
		if len(turned.Lines) > 0 {
			out = append(out, turned)
		}
	}
	return out
}

// edge is the first or last line of a page, and the distance to its
// neighbour; ok is false when it is the only one.
func (p *Page) edge(top bool) (l Line, apart float64, ok bool) {
	n := len(p.Lines)
	if n < 2 {
		return l, 0, false
	}
	if top {
		return p.Lines[0], p.Lines[0].y - p.Lines[1].y, true
	}
	return p.Lines[n-1], p.Lines[n-2].y - p.Lines[n-1].y, true
}

func (p *Page) cut(top bool) {
	if top {
		p.Lines = p.Lines[1:]
		return
	}
	p.Lines = p.Lines[:len(p.Lines)-1]
}

// cutNumbers cuts the numbers that count the pages: as far from the page's own
// on every page.
func cutNumbers(pages []*Page, top bool) {
	count, best := map[int]int{}, 0
	for _, p := range pages {
		if l, _, ok := p.edge(top); ok && numberOnPage(l) > 0 {
			shift := numberOnPage(l) - p.Number
			if count[shift]++; count[shift] > count[best] {
				best = shift
			}
		}
	}
	if best != 0 && count[best] < 2 {
		best = 0
	}
	for _, p := range pages {
		if l, _, ok := p.edge(top); ok && numberOnPage(l) > 0 && numberOnPage(l)-p.Number == best {
			p.cut(top)
		}
	}
}

var figuresIn = regexp.MustCompile(`\d+`)

// cutRecurring cuts the line that stands at the same place on two pages or
// more, away from the text.
func cutRecurring(pages []*Page, top bool) {
	key := func(p *Page) (string, float64, bool) {
		l, apart, ok := p.edge(top)
		if !ok || apart < 1.15*pitch(p.Lines) && l.size == bodySize(p.Lines) {
			return "", 0, false
		}
		return figuresIn.ReplaceAllString(LineText(l), "#"), l.y, true
	}
	places := map[string][]float64{}
	for _, p := range pages {
		if text, y, ok := key(p); ok {
			places[text] = append(places[text], y)
		}
	}
	for _, p := range pages {
		text, y, ok := key(p)
		if !ok {
			continue
		}
		same := 0
		for _, other := range places[text] {
			if math.Abs(other-y) < 3 {
				same++
			}
		}
		if same >= 2 && 2*same >= len(pages)-1 {
			l, _, _ := p.edge(top)
			p.Heads = append(p.Heads, LineText(l))
			p.cut(top)
		}
	}
}

// pitch is the usual distance of two lines.
func pitch(lines []Line) float64 {
	var all []float64
	for i := 1; i < len(lines); i++ {
		all = append(all, lines[i-1].y-lines[i].y)
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// ArtifactLines is what is marked as no part of the text, but page numbers.
func ArtifactLines(text string) []string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		line = paper.OneLine(line)
		if line != "" && numberOnPage(Line{segments: []segment{{text: line}}}) == 0 && !paper.Rule.MatchString(line) {
			out = append(out, line)
		}
	}
	return out
}
