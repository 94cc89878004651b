package knowledge

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A span is bytes [Start, End) of a body.
type span struct{ Start, End int }

func (s span) of(body string) string { return body[s.Start:s.End] }

// A partKind says what a part of a block is.
type partKind int

const (
	sentencePart partKind = iota
	itemPart
	headPart // the head of a table, with the line under it
	rowPart
)

// A part is the least that may be quoted: a sentence, a list item with what is
// indented under it, the head of a table or one of its rows.
type part struct {
	span
	kind partKind
}

// A block is what belongs together: a paragraph, or a list or table with the
// paragraph that introduces it.
type block struct {
	span
	parts []part // in order
}

// blocks takes a Markdown body apart. Headings say what follows is about; they
// are not quoted and so are left out.
func blocks(body string) []block {
	var all []block
	var open blockReader
	close := func() {
		if b := open.block(body); len(b.parts) > 0 {
			all = append(all, b)
		}
		open = blockReader{}
	}
	for line := range eachBodyLine(body) {
		if !open.takes(body, line) {
			close()
			open.takes(body, line)
		}
	}
	close()
	return all
}

// A blockReader gathers the lines of one block.
type blockReader struct {
	parts []part // a paragraph is one part until it is cut into sentences
	blank bool   // an empty line came last
}

// takes adds a line, or reports false when it begins another block.
func (r *blockReader) takes(body string, line bodyLine) bool {
	if line.kind == blankLine || line.kind == headingLine {
		r.blank = true
		return line.kind == blankLine || len(r.parts) == 0
	}
	joined := len(r.parts) == 0 || r.joins(body, line)
	if joined {
		r.blank = false
	}
	return joined
}

// joins adds a line to what is there, if it belongs to it.
func (r *blockReader) joins(body string, line bodyLine) bool {
	return false
}

// trim leaves out white space at both ends.
func trim(body string, s span) span {
	text := s.of(body)
	s.Start += len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(text))
	return s
}

var _ = utf8.RuneLen
