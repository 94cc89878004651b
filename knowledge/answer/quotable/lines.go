package quotable

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

type lineKind int

const (
	blankLine lineKind = iota
	headingLine
	paragraphLine
	itemLine
	tableLine
)

// A line of a body, without the white space at both ends.
type line struct {
	Span
	kind   lineKind
	indent int
	runes  int
}

func linesOf(body string) []line {
	var all []line
	start := 0
	for text := range strings.Lines(body) {
		s := trim(body, Span{start, start + len(text)})
		all = append(all, line{s, kindOf(s.Of(body)), s.Start - start, Runes(s.Of(body))})
		start += len(text)
	}
	return all
}

// trim leaves out white space at both ends.
func trim(body string, s Span) Span {
	text := s.Of(body)
	s.Start += len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
	s.End = s.Start + len(strings.TrimSpace(text))
	return s
}

func kindOf(line string) lineKind {
	first, size := utf8.DecodeRuneInString(line)
	switch {
	case line == "" || strings.Trim(line, "-*_ ") == "":
		return blankLine
	case first == '#':
		return headingLine
	case first == '|':
		return tableLine
	case strings.ContainsRune("-*+•–", first) && strings.HasPrefix(line[size:], " "), numbered(line):
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
	return last == '.' && digits || last == ')' && (digits || Runes(mark) == 2)
}

const (
	stops   = ".!?…"
	closing = "”\"')»]*_"
	// a line broken before so many runes ends there; a longer one was wrapped
	wrapRunes = 60
)

// sentences splits a paragraph after a stop before a capital, a digit or a
// quotation mark, but not after initials and titles ("TP. Thanh Hóa"), and
// after lines that were not just wrapped.
func sentences(body string, paragraph Span) []Span {
	var all []Span
	start := paragraph.Start
	for at := start; at < paragraph.End; {
		r, size := utf8.DecodeRuneInString(body[at:paragraph.End])
		before := at
		at += size
		switch {
		case r == '\n' && breaks(body[start:before], body[at:paragraph.End]):
		case strings.ContainsRune(stops, r):
			rest := body[at:paragraph.End]
			at += len(rest) - len(strings.TrimLeft(rest, closing))
			if !opens(body[at:paragraph.End]) || r == '.' && shortens(body[start:before]) {
				continue
			}
		default:
			continue
		}
		all = append(all, trim(body, Span{start, at}))
		start = at
	}
	all = append(all, trim(body, Span{start, paragraph.End}))
	return slices.DeleteFunc(all, func(s Span) bool { return s.Start == s.End })
}

// breaks reports whether a sentence ends where its line does.
func breaks(before, rest string) bool {
	last := strings.TrimSpace(before[strings.LastIndexByte(before, '\n')+1:])
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(rest, unicode.IsSpace))
	return (strings.HasSuffix(last, ":") || len(last) < 3*wrapRunes && Runes(last) < wrapRunes) && begins(next)
}

// opens reports whether a new sentence may begin here.
func opens(rest string) bool {
	text := strings.TrimLeftFunc(rest, unicode.IsSpace)
	r, _ := utf8.DecodeRuneInString(text)
	return len(text) < len(rest) && begins(r)
}

func begins(r rune) bool {
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("“\"(*", r)
}

// shortens reports whether the last word is an abbreviation that takes a stop.
func shortens(before string) bool {
	word := before[strings.LastIndexAny(before, " \n(")+1:]
	return len(word) <= utf8.UTFMax && Runes(word) == 1 ||
		slices.Contains([]string{"TP", "TX", "TT", "Tp", "ThS", "TS", "PGS", "GS", "BS", "KS", "Q", "KP", "ĐT", "T.Ư", "CT", "QL"}, word)
}
