package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"phatngon/knowledge/importer/paper"
)

// What a signature takes: room for one, and letters in a line of it.
const (
	roomSigned  = 9   // in sizes of letters, at most
	room        = 1.7 // above a line, at least
	maxOfSigned = 60
	maxSigned   = 40 // lines
)

// signature counts the lines from the first on that are those who get a copy
// beside who signs, or some who sign beside each other; 0 when they are none.
func (m margins) signature(lines []Line) int {
	copies := withCopies(lines)
	if !copies && !capitalsBeside(lines) {
		return 0
	}
	columns, n, named := columnsWith(nil, lines[0]), 1, false
	for ; n < min(len(lines), maxSigned); n++ {
		l := lines[n]
		with := columnsWith(columns, l)
		apart := lines[n-1].y - l.y
		if apart > roomSigned*l.size || len(with) < len(columns) || !shortLine(l) || n > 1 && len(with) < 2 {
			break
		}
		if named && (apart > 2.6*l.size || len(with) > len(columns)) {
			break
		}
		named = named || endsInNames(l)
		columns = with
	}
	if len(columns) < 2 || m.grid(lines[:n]) || copies && !signs(lines[:n]) || !copies && !(named && signedBeside(cellsOf(lines[:n]))) {
		return 0
	}
	return n
}

// withCopies reports whether the first line begins those who get a copy, and who
// signs stands beside it or hardly higher.
func withCopies(lines []Line) bool {
	last := lines[0]
	if len(lines) > 1 && staggered(lines[0], lines[1]) {
		last = lines[1]
	}
	copies, other := false, false
	for _, s := range slices.Concat(lines[0].segments, last.segments) {
		m := paper.Receivers.FindStringSubmatch(s.text)
		copies = copies || m != nil && m[1] == ""
		other = other || m == nil && paper.AllCapitals(s.text)
	}
	return copies && other
}

// capitalsBeside reports whether the first line is words in capitals beside
// others, as two who sign have them.
func capitalsBeside(lines []Line) bool {
	if !(lines[0].columned() || len(lines) > 1 && staggered(lines[0], lines[1])) {
		return false
	}
	return inCapitals(lines[0]) && (len(lines[0].segments) > 1 || inCapitals(lines[1]))
}

func inCapitals(l Line) bool {
	return !slices.ContainsFunc(l.segments, func(s segment) bool { return !paper.AllCapitals(s.text) || paper.Motto.MatchString(s.text) })
}

func shortLine(l Line) bool {
	return !slices.ContainsFunc(l.segments, func(s segment) bool { return utf8.RuneCountInString(s.text) > maxOfSigned })
}

// military ranks are written small before a name.
var military = strings.NewReplacer("Đại tá", "", "Thượng tá", "", "Trung tá", "", "Thiếu tá", "", "Đại úy", "", "Thượng úy", "", "Trung úy", "", "Thiếu úy", "", "Thiếu tướng", "", "Trung tướng", "")

func endsInNames(l Line) bool {
	return !slices.ContainsFunc(l.segments, func(s segment) bool { return !isNames(s.text) })
}

// isNames reports whether a text is of words that each begin with a capital, as
// names of people are.
func isNames(text string) bool {
	words := strings.Fields(military.Replace(text))
	return len(words) > 1 && !paper.AllCapitals(text) && !paper.EndsSentence(text) && !slices.ContainsFunc(words, paper.BeginsLower)
}

func signs(lines []Line) bool {
	return slices.ContainsFunc(lines, func(l Line) bool {
		return slices.ContainsFunc(l.segments, func(s segment) bool { return paper.Signs(s.text) })
	})
}

// signedBeside reports whether columns are positions in capitals and, below
// room for a signature, nothing but names and those who get a copy.
func signedBeside(cells []paper.Cell) bool {
	positions, roomy := 0, false
	for _, c := range cells {
		name := slices.IndexFunc(c, isNames)
		if name < 1 {
			return false
		}
		for _, text := range c[:name] {
			if text != "" && !paper.AllCapitals(text) {
				return false
			}
			if paper.Signs(text) {
				positions++
			}
		}
		roomy = roomy || c[name-1] == ""
		if len(c) > name+1 && !paper.Receivers.MatchString(c[name+1]) {
			return false
		}
	}
	return positions > 1 && roomy
}

// signatureBlock is a table of one row whose cells are the columns.
func signatureBlock(lines []Line, page int) paper.Block {
	return paper.Block{At: page, Rows: [][]paper.Cell{cellsOf(lines)}}
}

// cellsOf is the columns of lines from the top down; an empty line is room.
func cellsOf(lines []Line) []paper.Cell {
	var columns []column
	for _, l := range lines {
		columns = columnsWith(columns, l)
	}
	cells := make([]paper.Cell, len(columns))
	last := make([]float64, len(columns))
	for _, l := range lines {
		for _, s := range l.segments {
			c := slices.IndexFunc(columns, func(c column) bool { return s.left >= c.left-1 && s.right <= c.right+1 })
			if c < 0 {
				continue
			}
			if len(cells[c]) > 0 && last[c]-l.y > room*l.size {
				cells[c] = append(cells[c], "")
			}
			cells[c], last[c] = append(cells[c], s.text), l.y
		}
	}
	return cells
}
