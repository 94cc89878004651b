package markdown

import (
	"regexp"
	"strings"
)

var (
	ruleLine    = regexp.MustCompile(`^(?:-{3,}|\*{3,}|_{3,})$`)
	headingMark = regexp.MustCompile(`^#{1,6}[ \t]+`)
	headingEnd  = regexp.MustCompile(`[ \t]+#+$`)
	itemMark    = regexp.MustCompile(`^([-*+•–]|\d{1,3}[.)]|\pL\))[ \t]+`)
	dashes      = regexp.MustCompile(`^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$`)
)

// A blockReader goes through the lines of a body.
type blockReader struct {
	body   string
	lines  []span // without white space at both ends
	at     int
	blocks []block
	apart  bool
}

func readBlocks(body string) []block {
	r := blockReader{body: body, lines: linesOf(body)}
	for r.at < len(r.lines) {
		r.next()
	}
	for i, b := range r.blocks {
		if b.kind < headRow {
			r.blocks[i].cells = [][]run{wordsOf(body, b.span)}
		}
	}
	return r.blocks
}

func linesOf(body string) []span {
	var all []span
	start := 0
	for line := range strings.Lines(body) {
		all = append(all, trim(body, span{start, start + len(line)}))
		start += len(line)
	}
	return all
}

func trim(body string, s span) span {
	text := s.of(body)
	s.start += len(text) - len(strings.TrimLeft(text, " \t\r\n"))
	s.end = s.start + len(strings.Trim(text, " \t\r\n"))
	return s
}

// next reads a block, or the line that goes on with the one before.
func (r *blockReader) next() {
	line := r.lines[r.at]
	text := line.of(r.body)
	b := block{span: line, indent: r.indent(line)}
	switch {
	case text == "":
		r.apart = true
		r.at++
		return
	case ruleLine.MatchString(text):
		b.kind = rule
	case headingMark.MatchString(text):
		b.kind, b.level = heading, strings.IndexAny(text, " \t")
		b.start += len(headingMark.FindString(text))
		b.end -= len(headingEnd.FindString(b.of(r.body)))
	case r.rows():
		return
	case itemMark.MatchString(text):
		m := itemMark.FindStringSubmatchIndex(text)
		b.kind, b.mark, b.start = item, span{b.start, b.start + m[3]}, b.start+m[1]
	case r.goesOn():
		r.blocks[len(r.blocks)-1].end = line.end
		r.at++
		return
	}
	r.add(b)
}

func (r *blockReader) add(b block) {
	b.apart = r.apart
	r.blocks = append(r.blocks, b)
	r.apart = false
	r.at++
}

// goesOn reports whether a line of words belongs to the paragraph or item
// before it.
func (r *blockReader) goesOn() bool {
	if r.apart || len(r.blocks) == 0 {
		return false
	}
	last := r.blocks[len(r.blocks)-1].kind
	return last == paragraph || last == item
}

func (r *blockReader) indent(line span) int {
	before := r.body[strings.LastIndexByte(r.body[:line.start], '\n')+1 : line.start]
	return len(strings.ReplaceAll(before, "\t", "    "))
}

// rows reads the table that begins here: lines with bars, the second of dashes;
// or lines between bars, as a quotation out of a table has them.
func (r *blockReader) rows() bool {
	headed := r.bars(r.at) && r.at+1 < len(r.lines) && r.dashes(r.at+1)
	if !headed && !r.closed(r.at) {
		return false
	}
	for first := r.at; r.at < len(r.lines) && (headed && r.bars(r.at) || r.closed(r.at)); {
		b := block{span: r.lines[r.at], kind: row}
		if headed && r.at == first {
			b.kind = headRow
		}
		for _, cell := range cellsOf(r.body, b.span) {
			b.cells = append(b.cells, wordsOf(r.body, cell))
		}
		r.add(b)
		if b.kind == headRow {
			r.at++ // the dashes
		}
	}
	return true
}

func (r *blockReader) bars(at int) bool { return strings.Contains(r.lines[at].of(r.body), "|") }

func (r *blockReader) dashes(at int) bool {
	return r.bars(at) && dashes.MatchString(r.lines[at].of(r.body))
}

// closed reports whether a line stands between bars and has one inside.
func (r *blockReader) closed(at int) bool {
	text := r.lines[at].of(r.body)
	return strings.HasPrefix(text, "|") && strings.HasSuffix(text, "|") && strings.Count(text, "|") > 2
}

// cellsOf is what stands between the bars of a row.
func cellsOf(body string, line span) []span {
	if body[line.start] == '|' {
		line.start++
	}
	var cells []span
	from := line.start
	for i := line.start; i < line.end; i++ {
		switch body[i] {
		case '\\':
			i++
		case '|':
			cells = append(cells, trim(body, span{from, i}))
			from = i + 1
		}
	}
	if last := trim(body, span{from, line.end}); !last.empty() {
		cells = append(cells, last)
	}
	return cells
}
