package markdown

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// linkMark is a link or image to an address that a person may open; others
// ("javascript:") are words like any other.
var linkMark = regexp.MustCompile(`(?i)^!?\[([^\[\]\n]*)\]\(<?((?:https?://|mailto:)[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?\)`)

// A wordReader reads the runs of one block.
type wordReader struct {
	body    string
	span             // what is read
	style   style    // of what is read
	link    string   // where it leads
	missing []string // marks that nothing ends before the end of the span
}

func wordsOf(body string, s span) []run {
	return (&wordReader{body: body, span: s}).read()
}

func (r *wordReader) read() []run {
	var runs []run
	from := r.start
	for at := r.start; at < r.end; {
		found, end := r.marked(at)
		if end == at {
			at++
			continue
		}
		runs = append(runs, r.plain(from, at)...)
		runs = append(runs, found...)
		at, from = end, end
	}
	return append(runs, r.plain(from, r.end)...)
}

func (r *wordReader) plain(from, to int) []run {
	if from == to {
		return nil
	}
	return []run{{span{from, to}, r.style, r.link}}
}

// marked reads the marked words that begin at a place, up to end; there are
// none when end is that place.
func (r *wordReader) marked(at int) (runs []run, end int) {
	switch c := r.body[at]; {
	case c == '\\' && at+1 < r.end && isPunctuation(r.body[at+1]):
		return r.plain(at+1, at+2), at + 2
	case c == '[', c == '!' && at+1 < r.end && r.body[at+1] == '[':
		return r.linked(at)
	case c == '`', c == '*', c == '_':
		return r.paired(at)
	}
	return nil, at
}

func isPunctuation(c byte) bool {
	return c > ' ' && c < 0x7f && !('0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z')
}

// linked reads a link: its words, then the address. An image is a link to it:
// a page that showed it would tell another house who reads here.
func (r *wordReader) linked(at int) ([]run, int) {
	m := linkMark.FindStringSubmatchIndex(r.body[at:r.end])
	if m == nil {
		return nil, at
	}
	label, target := span{at + m[2], at + m[3]}, span{at + m[4], at + m[5]}
	link := target.of(r.body)
	if text := label.of(r.body); strings.TrimSpace(text) == "" || text == link {
		return []run{{target, r.style, link}}, at + m[1]
	}
	words := wordReader{body: r.body, span: label, style: r.style, link: link}
	return append(words.read(), run{target, address, ""}), at + m[1]
}

// paired reads words between two marks of the same kind and number.
func (r *wordReader) paired(at int) ([]run, int) {
	n := r.count(at)
	mark := r.body[at : at+n]
	end := -1
	if r.opens(at, mark) && !r.misses(mark) {
		if end = r.closing(at+n, mark); end < 0 {
			r.missing = append(r.missing, mark)
		}
	}
	if end < 0 {
		return r.plain(at, at+n), at + n
	}
	inner := span{at + n, end}
	if mark[0] == '`' {
		return []run{{inner, r.style | code, r.link}}, end + n
	}
	words := wordReader{body: r.body, span: inner, style: r.style | styleOf(n), link: r.link}
	return words.read(), end + n
}

func styleOf(n int) style { return [...]style{0, emphasis, strong, strong | emphasis}[n] }

// count is how often the byte at a place is repeated.
func (r *wordReader) count(at int) int {
	rest := r.body[at:r.end]
	return len(rest) - len(strings.TrimLeft(rest, rest[:1]))
}

func (r *wordReader) misses(mark string) bool {
	for _, m := range r.missing {
		if m == mark {
			return true
		}
	}
	return false
}

func (r *wordReader) opens(at int, mark string) bool {
	if mark[0] == '`' {
		return true
	}
	before, after := r.around(at, len(mark))
	return len(mark) <= 3 && !unicode.IsSpace(after) && !splits(before, after) && (wide(mark) || !inWord(before))
}

// closing finds the marks that end what mark began, -1 when there are none.
// Three also end one or two: "**a *b***".
func (r *wordReader) closing(from int, mark string) int {
	for at := from; at < r.end; {
		switch n := r.count(at); {
		case r.body[at] == '\\' && mark[0] != '`':
			at += 2
		case r.body[at] != mark[0]:
			at++
		case r.closes(at, n, mark):
			return at + n - len(mark)
		default:
			at += n
		}
	}
	return -1
}

func (r *wordReader) closes(at, n int, mark string) bool {
	if mark[0] == '`' {
		return n == len(mark)
	}
	before, after := r.around(at, n)
	return (n == len(mark) || n == 3) && !unicode.IsSpace(before) && !splits(before, after) && (wide(mark) || !inWord(after))
}

// around is the letters on both sides of n bytes; there is a space at the ends.
func (r *wordReader) around(at, n int) (before, after rune) {
	before, after = ' ', ' '
	if at > r.start {
		before, _ = utf8.DecodeLastRuneInString(r.body[r.start:at])
	}
	if at+n < r.end {
		after, _ = utf8.DecodeRuneInString(r.body[at+n : r.end])
	}
	return before, after
}

// wide marks may stand inside a word: "**29,1**km"; "tin_moi" has none.
func wide(mark string) bool { return mark[0] == '*' && len(mark) > 1 }

// splits: what stands between two digits is part of a number, "2**3".
func splits(before, after rune) bool { return unicode.IsDigit(before) && unicode.IsDigit(after) }

func inWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }
