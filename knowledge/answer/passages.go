package answer

import (
	"phatngon/knowledge/verify"
	"slices"
	"strings"
	"unicode/utf8"
)

// A span is bytes [Start, End) of a body.
type span struct{ Start, End int }

func (s span) of(body string) string { return body[s.Start:s.End] }

// A partKind says what a part of a block is.
type partKind int

const (
	sentencePart partKind = iota
	itemPart              // with what is indented under it
	headPart              // of a table, with the line under it
	rowPart
)

// A part is the least that may be quoted.
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
	for lines := linesOf(body); len(lines) > 0; {
		parts, rest := cutBlock(body, lines)
		if len(parts) > 0 {
			all = append(all, block{span{parts[0].Start, parts[len(parts)-1].End}, parts})
		}
		lines = rest
	}
	return all
}

// cutBlock takes the first block off lines; there is none in a heading.
func cutBlock(body string, lines []line) (parts []part, rest []line) {
	switch lines[0].kind {
	case paragraphLine:
		n := run(lines, paragraphLine)
		text := span{lines[0].Start, lines[n-1].End}
		for _, s := range sentences(body, text) {
			parts = append(parts, part{s, sentencePart})
		}
		rest = lines[n:]
		if introduces(text.of(body)) {
			rest = afterBlank(rest)
		}
		if len(rest) > 0 && (rest[0].kind == itemLine || rest[0].kind == tableLine) {
			more, left := cutBlock(body, rest)
			return append(parts, more...), left
		}
		return parts, rest
	case itemLine:
		return cutList(lines)
	case tableLine:
		n := run(lines, tableLine)
		return cutTable(body, lines[:n]), lines[n:]
	}
	return nil, lines[1:]
}

// introduces reports whether a sentence announces a list or table.
func introduces(sentence string) bool {
	return strings.HasSuffix(strings.TrimRight(sentence, "*_ "), ":")
}

// run counts the lines of one kind that lines begin with.
func run(lines []line, kind lineKind) int {
	n := slices.IndexFunc(lines, func(l line) bool { return l.kind != kind })
	if n < 0 {
		return len(lines)
	}
	return n
}

func afterBlank(lines []line) []line { return lines[run(lines, blankLine):] }

// cutList takes off the items of a list: each with the lines it runs over and
// the items under it, as long as that is short enough to be quoted.
func cutList(lines []line) (items []part, rest []line) {
	indent := lines[0].indent
	runes := 0
	for len(lines) > 0 {
		l := lines[0]
		next := afterBlank(lines)
		switch {
		case l.kind == itemLine && (len(items) == 0 || l.indent < indent+2 || runes+l.runes > maxQuoteRunes):
			items = append(items, part{l.span, itemPart})
			runes = l.runes
		case l.kind == itemLine, l.kind == paragraphLine:
			items[len(items)-1].End = l.End
			runes += l.runes
		case l.kind == blankLine && len(next) > 0 && (next[0].kind == itemLine || next[0].kind == paragraphLine && next[0].indent >= indent+2):
			lines = next
			continue
		default:
			return items, lines
		}
		lines = lines[1:]
	}
	return items, nil
}

func cutTable(body string, lines []line) []part {
	var rows []part
	for i, l := range lines {
		if i == 1 && strings.Trim(l.of(body), "|-: \t") == "" {
			rows[0] = part{span{rows[0].Start, l.End}, headPart}
		} else {
			rows = append(rows, part{l.span, rowPart})
		}
	}
	return rows
}

// leaning words begin a sentence that says little without the one before.
var leaning = []string{
	"Trong đó", "Tuy nhiên", "Đồng thời", "Theo đó", "Do đó", "Vì vậy", "Ngoài ra", "Mặt khác", "Nội dung này",
	"Việc này", "Riêng", "Còn", "Trường hợp này", "Số tiền này", "Cụ thể", "Như vậy", "Bên cạnh đó", "Sau đó",
	"Họ ", "Đây ", "Điều này", "Những ", "Trường hợp đó", "Nếu không", "Số còn lại", "Quá thời hạn này", "Nếu quá",
}

func leans(sentence string) bool {
	return slices.ContainsFunc(leaning, func(start string) bool { return strings.HasPrefix(sentence, start) })
}

func runes(s string) int { return utf8.RuneCountInString(s) }

// readable are the sentences and rows of a quote, each with what it cannot be read without.
func readable(quote string) []string {
	var all []string
	for _, b := range blocks(quote) {
		lead := ""
		for _, p := range b.parts {
			text := p.of(quote)
			switch p.kind {
			case sentencePart, headPart:
				all, lead = append(all, text), text
			default:
				all = append(all, lead+"\n"+text)
			}
		}
	}
	return all
}

// Parts are the sentences, items and rows of a body, in order: the least that is quoted.
func Parts(body string) []verify.Span {
	var all []verify.Span
	for _, b := range blocks(body) {
		for _, p := range b.parts {
			all = append(all, verify.Span(p.span))
		}
	}
	return all
}

// Whole is a span with what it cannot be read without: the sentence before one that leans
// on it, what introduces an item, the head of a row.
func Whole(body string, at verify.Span) verify.Span {
	r := &reading{body: body}
	for _, b := range blocks(body) {
		first := len(r.passages)
		for _, p := range b.parts {
			r.passages = append(r.passages, passage{part: p, needs: -1})
		}
		r.link(r.passages[first:], first)
	}
	for _, p := range r.passages {
		if p.Start >= at.End || at.Start >= p.End {
			continue
		}
		for n := p.needs; n >= 0; n = r.passages[n].needs {
			at.Start = min(at.Start, r.passages[n].Start)
		}
	}
	return at
}

// Opening is the first sentence, item or row of a body.
func Opening(body string) verify.Span {
	for _, b := range blocks(body) {
		return verify.Span(b.parts[0].span)
	}
	return verify.Span{}
}
