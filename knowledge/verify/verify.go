// Package verify compares a quote with the statement it is said to be from. It
// is pure, and promises that what it calls verbatim stands in the statement word
// for word, number for number, and that a hit comes with its whole paragraph.
package verify

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"phatngon/knowledge/lang"
	"phatngon/knowledge/markdown"
)

// Verdict says how a quote stands to a statement.
type Verdict string

// A quote is Verbatim when its words stand in the statement in that order,
// letter for letter, as the chat or the page shows them or as they were written;
// see compared for what does not count. It is Altered when only case,
// punctuation or diacritics differ.
const (
	Verbatim Verdict = "verbatim"
	Altered  Verdict = "altered"
	Absent   Verdict = "absent"
	TooShort Verdict = "short"
	TooLong  Verdict = "long"
	Withheld Verdict = "withheld" // the statement was withdrawn: nothing to compare with
)

// Bounds of a quote, in characters. Fewer stand in any text.
const (
	shortestQuote = 12
	longestQuote  = 5000
)

// QuoteCheck is a verdict with the paragraph in which the quote stands, so that
// nobody takes a piece for the whole ("được phép" out of "không được phép").
type QuoteCheck struct {
	Verdict             Verdict
	Before, Hit, Behind string // the statement's own words
}

// CheckQuote compares a pasted quote with the body of a statement, which is ""
// when it was withdrawn.
func CheckQuote(quote, body string) QuoteCheck {
	q := squeeze(trimQuotes(norm.NFC.String(quote)))
	switch n := len([]rune(q)); {
	case n < shortestQuote:
		return QuoteCheck{Verdict: TooShort}
	case n > longestQuote:
		return QuoteCheck{Verdict: TooLong}
	case body == "":
		return QuoteCheck{Verdict: Withheld}
	}
	body = norm.NFC.String(body)
	shown := markdown.Read(body)
	onPage := squeeze(shown.Words())
	for _, text := range []string{onPage, squeeze(shown.Text()), squeeze(body)} {
		if from, to, found := findCompared(text, q); found {
			return inContext(Verbatim, text, from, to)
		}
	}
	return checkAltered(q, onPage)
}

// checkAltered compares letters and digits only, without case and marks.
func checkAltered(q, text string) QuoteCheck {
	bare, places := letters(text)
	want, _ := letters(q)
	if want == "" {
		return QuoteCheck{Verdict: Absent}
	}
	i := indexWords(bare, want)
	if i < 0 {
		return QuoteCheck{Verdict: Absent}
	}
	return inContext(Altered, text, places[i], places[i+len(want)-1]+1)
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
		folded := lang.Fold(string(r))
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
func inContext(v Verdict, text string, from, to int) QuoteCheck {
	begin := strings.LastIndexByte(text[:from], '\n') + 1
	end := len(text)
	if i := strings.IndexByte(text[to:], '\n'); i >= 0 {
		end = to + i
	}
	for from > begin && !isStart(text, from) {
		from--
	}
	return QuoteCheck{Verdict: v, Before: text[begin:from], Hit: text[from:to], Behind: text[to:end]}
}

// isStart: a folded hit may begin inside a letter of several bytes.
func isStart(text string, i int) bool { return i == len(text) || text[i]&0xC0 != 0x80 }

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
