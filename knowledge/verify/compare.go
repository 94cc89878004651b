package verify

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A compared is a text as quotes are compared: white space is one space, all
// dashes are one, quotation marks, the signs of items and what stands between
// cells are left out. A minus before a number is a sign of its own: "-5" is not "5".
type compared struct {
	strings.Builder
	from, to []int // for each byte, the letter of the text it comes from
	gap      bool  // white space has been passed since the last letter
}

const (
	quotationMarks = "\"'“”„‟‘’‚‛«»‹›`´"
	dashMarks      = "-‐‑‒–—−"
	minus          = '−'
)

// findCompared finds q in text at the borders of words.
func findCompared(text, q string) (from, to int, found bool) {
	in, want := comparedOf(text), comparedOf(q).String()
	if want == "" {
		return 0, 0, false
	}
	i := indexWords(in.String(), want)
	if i < 0 {
		return 0, 0, false
	}
	return in.from[i], in.to[i+len(want)-1], true
}

func comparedOf(text string) *compared {
	c := &compared{}
	for i, r := range text {
		size := utf8.RuneLen(r)
		if size < 0 || r == utf8.RuneError {
			size = 1
		}
		switch {
		case unicode.IsSpace(r), strings.ContainsRune("·|\u200b\ufeff", r), isItemSign(text, i, size):
			c.gap = true
		case strings.ContainsRune(quotationMarks, r):
		case strings.ContainsRune(dashMarks, r):
			c.dash(text, i, size)
		case r == '…':
			c.write("...", i, size)
		default:
			c.write(text[i:i+size], i, size)
		}
	}
	return c
}

// isItemSign reports whether a line begins here with a dash, star or plus that
// stands alone.
func isItemSign(text string, i, size int) bool {
	line := text[strings.LastIndexByte(text[:i], '\n')+1 : i]
	return strings.TrimSpace(line) == "" && strings.ContainsRune(dashMarks+"*+•", firstRune(text[i:])) &&
		unicode.IsSpace(firstRune(text[i+size:]))
}

// dash writes a minus, or a dash without the spaces around it; one that joins
// nothing is left out.
func (c *compared) dash(text string, i, size int) {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	switch {
	case unicode.IsDigit(firstRune(text[i+size:])) && !inWord(before):
		c.write(string(minus), i, size)
	case c.Len() > 0 && inWord(lastRune(c.String())):
		c.gap = false
		c.write("-", i, size)
	default:
		c.gap = true
	}
}

// write adds what letter [i, i+size) of the text is compared as, with the space
// before it unless one of them needs none.
func (c *compared) write(s string, i, size int) {
	if last := lastRune(c.String()); c.gap && c.Len() > 0 && last != '-' && !strings.Contains(",.;:!?)", s) {
		c.put(" ", i, 0)
	}
	c.gap = false
	c.put(s, i, size)
}

func (c *compared) put(s string, i, size int) {
	c.WriteString(s)
	for range len(s) {
		c.from, c.to = append(c.from, i), append(c.to, i+size)
	}
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func lastRune(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }

// indexWords finds q in text at the borders of words.
func indexWords(text, q string) int {
	for from := 0; ; {
		i := strings.Index(text[from:], q)
		if i < 0 {
			return -1
		}
		i += from
		if border(text, i) && border(text, i+len(q)) {
			return i
		}
		from = i + 1
	}
}

// border reports whether no word or number runs across text[i].
func border(text string, i int) bool {
	before, after := lastRune(text[:i]), firstRune(text[i:])
	switch {
	case i == 0 || i == len(text):
		return true
	case before == minus:
		return false
	case inNumber(before, after, text[i:]):
		return false
	case isPoint(before) && unicode.IsDigit(after):
		return !unicode.IsDigit(lastRune(text[:i-1]))
	}
	return !inWord(before) || !inWord(after)
}

// inNumber: "30" is no quotation of "30.000".
func inNumber(before, after rune, rest string) bool {
	return unicode.IsDigit(before) && isPoint(after) && unicode.IsDigit(firstRune(rest[1:]))
}

func isPoint(r rune) bool { return r == '.' || r == ',' }

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}
