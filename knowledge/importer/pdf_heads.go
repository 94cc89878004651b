package importer

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// pageNumber is a number alone, or one that says what it is.
var pageNumber = regexp.MustCompile(`^(?:[-–—]\s*)?(\d{1,3})(?:\s*[-–—])?$|^(?i:(?:trang|page|tr\.?)\s*:?\s*(\d{1,3})(?:\s*(?:/|of|trên|của)\s*\d{1,3})?|(\d{1,3})\s*/\s*(?:trang\s*)?\d{1,3}(?:\s*trang)?|(\d{1,3})\s*\|\s*(?:trang|page))$`)

// numberOnPage reads a page number, 0 when the line is none.
func numberOnPage(l pdfLine) int {
	m := pageNumber.FindStringSubmatch(lineText(l))
	for _, digits := range slices.Backward(m) {
		if n, err := strconv.Atoi(digits); err == nil && len(l.segments) == 1 {
			return n
		}
	}
	return 0
}

// cutHeads takes page numbers and what recurs at the top and foot of the pages
// out of the text.
func cutHeads(pages []*pdfPage) {
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
func (p *pdfPage) cutAboveLetterhead() {
	at := slices.IndexFunc(p.lines[:min(len(p.lines), 4)], func(l pdfLine) bool {
		return slices.ContainsFunc(l.segments, func(s segment) bool { return motto.MatchString(s.text) })
	})
	for ; at > 0 && !allCapitals(lineText(p.lines[0])); at-- {
		p.heads = append(p.heads, lineText(p.lines[0]))
		p.lines = p.lines[1:]
	}
}

// sides is what is written on a page in other directions, but its number.
func (p *pdfPage) sides() []*pdfPage {
	var out []*pdfPage
	for _, side := range p.Aside {
		turned := newPDFPage(side, p.number)
		turned.lines = slices.DeleteFunc(turned.lines, func(l pdfLine) bool { return numberOnPage(l) == p.number })
		if len(turned.lines) > 0 {
			out = append(out, turned)
		}
	}
	return out
}

// edge is the first or last line of a page, and the distance to its
// neighbour; ok is false when it is the only one.
func (p *pdfPage) edge(top bool) (l pdfLine, apart float64, ok bool) {
	n := len(p.lines)
	if n < 2 {
		return l, 0, false
	}
	if top {
		return p.lines[0], p.lines[0].y - p.lines[1].y, true
	}
	return p.lines[n-1], p.lines[n-2].y - p.lines[n-1].y, true
}

func (p *pdfPage) cut(top bool) {
	if top {
		p.lines = p.lines[1:]
		return
	}
	p.lines = p.lines[:len(p.lines)-1]
}

// cutNumbers cuts the numbers that count the pages: as far from the page's own
// on every page.
func cutNumbers(pages []*pdfPage, top bool) {
	count, best := map[int]int{}, 0
	for _, p := range pages {
		if l, _, ok := p.edge(top); ok && numberOnPage(l) > 0 {
			shift := numberOnPage(l) - p.number
			if count[shift]++; count[shift] > count[best] {
				best = shift
			}
		}
	}
	if best != 0 && count[best] < 2 {
		best = 0
	}
	for _, p := range pages {
		if l, _, ok := p.edge(top); ok && numberOnPage(l) > 0 && numberOnPage(l)-p.number == best {
			p.cut(top)
		}
	}
}

var figuresIn = regexp.MustCompile(`\d+`)

// cutRecurring cuts the line that stands at the same place on two pages or
// more, away from the text.
func cutRecurring(pages []*pdfPage, top bool) {
	key := func(p *pdfPage) (string, float64, bool) {
		l, apart, ok := p.edge(top)
		if !ok || apart < 1.15*pitch(p.lines) && l.size == bodySize(p.lines) {
			return "", 0, false
		}
		return figuresIn.ReplaceAllString(lineText(l), "#"), l.y, true
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
			p.heads = append(p.heads, lineText(l))
			p.cut(top)
		}
	}
}

// pitch is the usual distance of two lines.
func pitch(lines []pdfLine) float64 {
	var all []float64
	for i := 1; i < len(lines); i++ {
		all = append(all, lines[i-1].y-lines[i].y)
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// artifactLines is what is marked as no part of the text, but page numbers.
func artifactLines(text string) []string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		line = oneLine(line)
		if line != "" && numberOnPage(pdfLine{segments: []segment{{text: line}}}) == 0 && !rule.MatchString(line) {
			out = append(out, line)
		}
	}
	return out
}
