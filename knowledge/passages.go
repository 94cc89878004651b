package knowledge

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A span is bytes [Start, End) of a body.
type span struct{ Start, End int }

func (s span) of(body string) string { return body[s.Start:s.End] }

// A block is a paragraph, a list or a table: what belongs together.
type block struct {
	span
	parts []span // sentences, list items or table rows, in order
	table bool
}

// blocks takes a Markdown body apart. Headings stand with what follows them
// only in meaning; they are never quoted alone and so are left out.
func blocks(body string) []block {
	var all []block
	lines := linesOf(body)
	for i := 0; i < len(lines); {
		kind := kindOf(lines[i].of(body))
		next := i + 1
		for next < len(lines) && joins(kind, kindOf(lines[next].of(body))) {
			next++
		}
		switch kind {
		case paragraphLine, itemLine:
			all = append(all, proseBlock(body, lines[i:next]))
		case tableLine:
			b := block{span: span{lines[i].Start, lines[next-1].End}, table: true}
			b.parts = slices.Clone(lines[i:next])
			all = append(all, b)
		}
		i = next
	}
	return all
}

type lineKind int

const (
	blankLine lineKind = iota
	headingLine
	paragraphLine
	itemLine
	tableLine
)

func kindOf(line string) lineKind {
	line = strings.TrimSpace(line)
	first, rest := utf8.DecodeRuneInString(line)
	switch {
	case line == "" || strings.Trim(line, "-*_ ") == "":
		return blankLine
	case first == '#':
		return headingLine
	case first == '|':
		return tableLine
	case strings.ContainsRune("-*+•–", first) && strings.HasPrefix(line[rest:], " "), numbered(line):
		return itemLine
	}
	return paragraphLine
}

// numbered reports whether a line begins with "1." or "a)".
func numbered(line string) bool {
	mark, _, ok := strings.Cut(line, " ")
	if !ok || len(mark) < 2 || len(mark) > 4 {
		return false
	}
	last := mark[len(mark)-1]
	digits := strings.Trim(mark[:len(mark)-1], "0123456789") == ""
	return last == '.' && digits || last == ')' && (digits || len(mark) == 2)
}

// joins reports whether a line goes on with the block of the line before.
func joins(block, next lineKind) bool {
	switch block {
	case paragraphLine, itemLine:
		return next == paragraphLine && block == paragraphLine || next == itemLine
	case tableLine:
		return next == tableLine
	}
	return false
}

func linesOf(body string) []span {
	var all []span
	for start := 0; start < len(body); {
		end := len(body)
		if i := strings.IndexByte(body[start:], '\n'); i >= 0 {
			end = start + i
		}
		all = append(all, trim(body, span{start, end}))
		start = end + 1
	}
	return all
}

// trim leaves out white space at both ends.
func trim(body string, s span) span {
	text := s.of(body)
	s.Start += len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(text))
	return s
}

// proseBlock is a paragraph by sentences, with the list that follows it.
func proseBlock(body string, lines []span) block {
	b := block{span: span{lines[0].Start, lines[len(lines)-1].End}}
	for _, line := range lines {
		if kindOf(line.of(body)) == itemLine {
			b.parts = append(b.parts, line)
		} else {
			b.parts = append(b.parts, sentences(body, line)...)
		}
	}
	return b
}

// sentences splits a line after ".", "!", "?" or "…" before a capital, a digit
// or a quotation mark, but not after initials and titles ("TP. Thanh Hóa").
func sentences(body string, line span) []span {
	var all []span
	start := line.Start
	for at := line.Start; at < line.End; {
		r, size := utf8.DecodeRuneInString(body[at:line.End])
		at += size
		if !strings.ContainsRune(".!?…", r) || !opens(body[at:line.End]) || r == '.' && shortens(body[start:at-1]) {
			continue
		}
		all = append(all, trim(body, span{start, at}))
		start = at
	}
	if rest := trim(body, span{start, line.End}); rest.Start < rest.End {
		all = append(all, rest)
	}
	return all
}

// opens reports whether a new sentence may begin here.
func opens(rest string) bool {
	text := strings.TrimLeftFunc(rest, unicode.IsSpace)
	if len(text) == len(rest) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("“\"(*", r)
}

// shortens reports whether the last word is an abbreviation that takes a stop.
func shortens(before string) bool {
	word := before[strings.LastIndexAny(before, " \n(")+1:]
	return utf8.RuneCountInString(word) == 1 ||
		slices.Contains([]string{"TP", "TX", "TT", "Tp", "ThS", "TS", "PGS", "GS", "BS", "KS", "Q", "KP", "ĐT", "T.Ư", "CT", "QL"}, word)
}
