package layout

import (
	"math"
	"slices"
	"unicode/utf8"

	"phatngon/knowledge/importer/paper"
)

// How many lines make columns of text.
const (
	minColumn      = 3
	maxColumnLines = 400
	maxLooks       = 64 // of a page, where there might be columns
)

// columns counts the lines from the first on that are set in columns of text,
// and takes the left column from what stands right of it; 0 when there are none.
func (m margins) columns(lines []Line) (n int, left, right []Line) {
	low, high, ok := gutter(lines)
	if !ok || *m.looks >= maxLooks {
		return 0, nil, nil
	}
	*m.looks++
	for n = 0; n < min(len(lines), maxColumnLines); n++ {
		if n > 0 && lines[n-1].y-lines[n].y > 3*lines[n].size || lines[n].outside {
			break
		}
		l, r := lines[n], lines[n]
		at := slices.IndexFunc(l.segments, func(s segment) bool { return s.left > low })
		if at < 0 {
			at = len(l.segments)
		}
		l.segments, r.segments = l.segments[:at], r.segments[at:]
		from, to := low, high
		if len(l.segments) > 0 {
			from = max(low, l.right())
		}
		if len(r.segments) > 0 {
			to = min(high, r.left())
		}
		if to-from < 0.7*lines[n].size {
			break
		}
		low, high = from, to
		left, right = withLine(left, l), withLine(right, r)
	}
	if !running(left) || !running(right) || m.grid(lines[:n]) {
		return 0, nil, nil
	}
	return n, left, right
}

// beforeOrAfterText reports whether a line is of a letterhead or signature, which
// stand in columns too.
func beforeOrAfterText(l Line) bool {
	return slices.ContainsFunc(l.segments, func(s segment) bool {
		return paper.Motto.MatchString(s.text) || paper.DateLine.MatchString(s.text) || paper.NumberLine.MatchString(s.text) || paper.Receivers.MatchString(s.text)
	})
}

func withLine(lines []Line, l Line) []Line {
	if len(l.segments) == 0 {
		return lines
	}
	return append(lines, l)
}

// gutter is the space between the first two columns: on one line, or on two
// that stand beside each other.
func gutter(lines []Line) (low, high float64, ok bool) {
	first := lines[0]
	if len(lines) > 1 {
		second := lines[1].segments
		apart := first.y - lines[1].y
		beside := apart < 0.9*first.size || apart < 2*first.size && len(second) > 1
		switch {
		case beside && second[0].right < first.left() && len(second) > 1:
			return second[0].right, min(first.left(), second[1].left), true
		case beside && second[0].right < first.left():
			return second[0].right, first.left(), true
		case beside && len(first.segments) == 1 && first.right() < second[0].left:
			return first.right(), second[0].left, true
		}
	}
	if len(first.segments) > 1 {
		return first.segments[0].right, first.segments[1].left, true
	}
	return 0, 0, false
}

// running reports whether lines are running text: they begin where others do,
// half of them are full, and they go on from line to line.
func running(lines []Line) bool {
	if len(lines) < minColumn {
		return false
	}
	left, right := lines[0].left(), lines[0].right()
	for _, l := range lines {
		left, right = min(left, l.left()), max(right, l.right())
	}
	flush, full, going, runes := 0, 0, 0, 0
	for i, l := range lines {
		if math.Abs(l.left()-left) < 3 || sharesLeft(lines, i) {
			flush++
		}
		if l.right()-l.left() > 0.6*(right-left) {
			full++
		}
		if text := LineText(l); i > 0 && !paper.EndsSentence(LineText(lines[i-1])) && !listMark.MatchString(text) && !beginsUpper(text) {
			going++
		}
		runes += utf8.RuneCountInString(LineText(l))
	}
	n := len(lines)
	return 5*flush >= 3*n && 2*full >= n && 3*going >= n-1 && runes >= 16*n
}

// sharesLeft reports whether one of the four lines on either side begins where a
// line does.
func sharesLeft(lines []Line, i int) bool {
	for j := max(i-4, 0); j < min(i+5, len(lines)); j++ {
		if j != i && math.Abs(lines[i].left()-lines[j].left()) < 3 {
			return true
		}
	}
	return false
}

func beginsUpper(text string) bool {
	return text != "" && !paper.BeginsLower(text) && paper.AllCapitals(firstRune(text))
}

func firstRune(text string) string {
	_, n := utf8.DecodeRuneInString(text)
	return text[:n]
}

// grid reports whether rules part the lines: then they are a table.
func (m margins) grid(lines []Line) bool {
	if len(lines) == 0 {
		return false
	}
	top, bottom, n := lines[0].y+lines[0].size, lines[len(lines)-1].y-lines[0].size, 0
	for _, r := range m.rules {
		if r.Across() && r.Bottom > bottom && r.Top < top && r.Right-r.Left > 0.3*(m.right-m.left) {
			n++
		}
	}
	return n > 1
}
