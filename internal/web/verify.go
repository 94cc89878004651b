package web

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"phatngon/knowledge"
	"phatngon/knowledge/markdown"
)

// verdict says how a quote stands to a statement.
type verdict string

// A quote is verbatim when its words stand in the statement in that order,
// letter for letter; line breaks, repeated spaces and markup do not count.
// It is altered when only case, punctuation or diacritics differ.
const (
	verbatim verdict = "verbatim"
	altered  verdict = "altered"
	absent   verdict = "absent"
	tooShort verdict = "short"
	tooLong  verdict = "long"
	withheld verdict = "withheld" // the statement was withdrawn: nothing to compare with
)

// Bounds of a quote, in characters. Fewer stand in any text.
const (
	shortestQuote = 12
	longestQuote  = 5000
)

// quoteCheck is a verdict with the paragraph in which the quote stands, so that
// nobody takes a piece for the whole ("được phép" out of "không được phép").
type quoteCheck struct {
	Verdict             verdict
	Before, Hit, Behind string // the statement's own words
}

func checkQuote(quote, body string) quoteCheck {
	q := squeeze(trimQuotes(norm.NFC.String(quote)))
	switch n := len([]rune(q)); {
	case n < shortestQuote:
		return quoteCheck{Verdict: tooShort}
	case n > longestQuote:
		return quoteCheck{Verdict: tooLong}
	case body == "":
		return quoteCheck{Verdict: withheld}
	}
	plain := squeeze(markdown.Read(norm.NFC.String(body)).Words())
	for _, text := range []string{plain, squeeze(norm.NFC.String(body))} {
		if i := indexWords(oneLine(text), oneLine(q)); i >= 0 {
			return inContext(verbatim, text, i, i+len(q))
		}
	}
	return checkAltered(q, plain)
}

// oneLine has the same length, so that places in it are places in s.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

// checkAltered compares letters and digits only, without case and marks.
func checkAltered(q, text string) quoteCheck {
	bare, places := letters(text)
	want, _ := letters(q)
	if want == "" {
		return quoteCheck{Verdict: absent}
	}
	i := indexWords(bare, want)
	if i < 0 {
		return quoteCheck{Verdict: absent}
	}
	return inContext(altered, text, places[i], places[i+len(want)-1]+1)
}

// letters is a text's words folded and joined by single spaces, with for each
// byte where it comes from.
func letters(text string) (bare string, places []int) {
	var b strings.Builder
	gap := false
	for i, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		folded := knowledge.Fold(string(r))
		if gap {
			folded, gap = " "+folded, false
		}
		b.WriteString(folded)
		for range len(folded) {
			places = append(places, i+len(string(r))-1)
		}
	}
	return b.String(), places
}

// inContext cuts the paragraph around the hit.
func inContext(v verdict, text string, from, to int) quoteCheck {
	begin := strings.LastIndexByte(text[:from], '\n') + 1
	end := len(text)
	if i := strings.IndexByte(text[to:], '\n'); i >= 0 {
		end = to + i
	}
	for from > begin && !isStart(text, from) {
		from--
	}
	return quoteCheck{Verdict: v, Before: text[begin:from], Hit: text[from:to], Behind: text[to:end]}
}

// isStart: a folded hit may begin inside a letter of several bytes.
func isStart(text string, i int) bool { return i == len(text) || text[i]&0xC0 != 0x80 }

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

// border reports whether no word runs across text[i].
func border(text string, i int) bool {
	before := []rune(text[max(0, i-4):i])
	after := []rune(text[i:min(len(text), i+4)])
	return len(before) == 0 || len(after) == 0 || !inWord(before[len(before)-1]) || !inWord(after[0])
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// squeeze makes one space of many, one line end of paragraph breaks.
func squeeze(s string) string {
	var lines []string
	for line := range strings.SplitSeq(s, "\n") {
		if fields := strings.Fields(line); len(fields) > 0 {
			lines = append(lines, strings.Join(fields, " "))
		}
	}
	return strings.Join(lines, "\n")
}

// trimQuotes takes off the quotation marks that are not part of the quote.
func trimQuotes(s string) string { return strings.Trim(s, " \t\r\n\"'“”‘’«»…") }
