package verify

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"phatngon/knowledge/lang"
)

// Span is the bytes [Start, End) of a text.
type Span struct{ Start, End int }

// a word is what texts are compared by: a syllable, a number, a date, or a sign that
// changes what a number says.
type word struct {
	Span
	key, plain string // with and without diacritics
	date       bool
	name       bool // part of a name
	strange    bool // written in letters that only look like it, or with hidden signs
}

func (w word) number() bool { return w.date || lang.IsNumber(w.key) || isSign(w.key) }

// signs say something beside a number; others are punctuation.
const signs = "%‰°$€£₫<>=≤≥±×÷+−"

func isSign(key string) bool { return key != "" && strings.Contains(signs, key) }

// wordsOf takes a text apart. Marks of lists, targets of links and punctuation are none.
func wordsOf(text string) []word {
	text = masked(text)
	var all []word
	end := 0
	for _, t := range lang.Tokens(text) {
		all = append(all, signsIn(text, end, t.Start)...)
		all = append(all, word{Span: Span{t.Start, t.End}, key: t.Key, plain: lang.FoldKey(t.Key)})
		end = t.End
	}
	return named(text, dated(text, append(all, signsIn(text, end, len(text))...)))
}

// masked blanks out what a page does not show, and the numbers of a list's items: who
// copies a list has them or not.
func masked(text string) string {
	blank := func(s string) string { return strings.Repeat(" ", len(s)) }
	text = target.ReplaceAllStringFunc(text, func(s string) string { return "]" + blank(s[1:]) })
	return itemSign.ReplaceAllStringFunc(text, blank)
}

// signsIn are the signs in text[from:to], which holds no word.
func signsIn(text string, from, to int) []word {
	var all []word
	for i, r := range text[from:to] {
		at := Span{from + i, from + i + utf8.RuneLen(r)}
		before, _ := utf8.DecodeLastRuneInString(text[:at.Start])
		digitAfter := unicode.IsDigit(firstRune(text[min(at.End, len(text)):]))
		key := string(r)
		switch {
		case strings.ContainsRune(dashMarks, r) && digitAfter && !inWord(before) && !isRange(text[:at.Start]), r == minus:
			key = string(minus)
		case !isSign(key) || r == '>' && strings.TrimSpace(text[strings.LastIndexByte(text[:at.Start], '\n')+1:at.Start]) == "":
			continue
		}
		all = append(all, word{Span: at, key: key, plain: key})
	}
	return all
}

// isRange reports whether a dash after before stands between two numbers.
func isRange(before string) bool {
	return unicode.IsDigit(lastRune(strings.TrimRight(before, " ")))
}

// dated puts together what makes up a date, however it is written.
func dated(text string, words []word) []word {
	var all []word
	for i := 0; i < len(words); {
		w, n := dateAt(text, words[i:])
		if n == 0 {
			w, n = words[i], 1
		}
		all, i = append(all, w), i+n
	}
	return all
}

// dateAt reads the date that words begin with, of n words: 1/12/2026, 01-12-2026,
// 1.12.2026, 30/4, "ngày 1 tháng 12 năm 2026".
func dateAt(text string, words []word) (date word, n int) {
	at := func(i int) string {
		if i < len(words) {
			return words[i].plain
		}
		return ""
	}
	joined := func(i int, by string) bool {
		return i < len(words) && words[i].Start-words[i-1].End == 1 && strings.Contains(by, text[words[i-1].End:words[i].Start])
	}
	var parts []string
	switch {
	case upTo(at(0), 31) && joined(1, "/-.") && upTo(at(1), 12) && joined(2, text[words[0].End:words[0].End+1]) && upTo(at(2), 9999):
		parts, n = []string{at(0), at(1), at(2)}, 3
	case upTo(at(0), 31) && joined(1, "/") && upTo(at(1), 12) && !joined(2, "/"):
		parts, n = []string{at(0), at(1)}, 2
	case upTo(at(0), 31) && at(1) == "thang" && upTo(at(2), 12) && at(3) == "nam" && upTo(at(4), 9999):
		parts, n = []string{at(0), at(2), at(4)}, 5
	case upTo(at(0), 31) && at(1) == "thang" && upTo(at(2), 12):
		parts, n = []string{at(0), at(2)}, 3
	default:
		return word{}, 0
	}
	key := strings.Join(parts, "/")
	return word{Span: Span{words[0].Start, words[n-1].End}, key: key, plain: key, date: true}, n
}

// upTo reports whether key is a whole number from 1 to most.
func upTo(key string, most int) bool {
	n := 0
	for _, c := range key {
		if c < '0' || c > '9' || n > most {
			return false
		}
		n = n*10 + int(c-'0')
	}
	return n >= 1 && n <= most
}
