package verify

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

var (
	target   = regexp.MustCompile(`\]\([^)\s]*\)`)
	itemSign = regexp.MustCompile(`(?m)^[ \t]*(?:\d{1,2}[.)]|[-–—*+•])[ \t]+`)
)

// Pasted is what somebody pasted, as it is compared: letters of other scripts that look
// like ours are ours, hidden signs are gone. Where that changed how it reads is kept.
type Pasted struct {
	Text  string
	Cut   bool // there was more
	words []word
}

// How much of a pasted text is compared.
const (
	maxBytes = 16 << 10
	maxWords = 1200
)

// ReadPasted reads the beginning of a pasted text, in linear time. Hidden signs are gone
// before it is cut: they push nothing out of what is compared.
func ReadPasted(text string) Pasted {
	var p Pasted
	var strange []int
	p.Text, strange = clean(text)
	if p.Cut = len(p.Text) > maxBytes; p.Cut {
		p.Text = strings.ToValidUTF8(p.Text[:maxBytes], "")
	}
	p.words = wordsOf(p.Text)
	if len(p.words) > maxWords {
		p.words, p.Cut = p.words[:maxWords], true
		p.Text = p.Text[:p.words[maxWords-1].End]
	}
	markStrange(p.words, strange)
	return p
}

// Clean is a text in our letters and without hidden signs, whoever wrote it how.
func Clean(text string) string {
	text, _ = clean(text)
	return text
}

// clean is Clean, with the bytes at which something strange stood, ascending.
func clean(text string) (cleaned string, strange []int) {
	var b strings.Builder
	for _, r := range norm.NFC.String(strings.ToValidUTF8(text, "")) {
		as, odd := readRune(r)
		if odd {
			strange = append(strange, b.Len())
		}
		b.WriteString(as)
	}
	return b.String(), strange
}

// markStrange marks the words in which, or at whose ends, something strange stood.
func markStrange(words []word, at []int) {
	i := 0
	for n := range words {
		w := &words[n]
		for i < len(at) && at[i] < w.Start {
			i++
		}
		w.strange = i < len(at) && at[i] <= w.End
	}
}

// Empty reports that there is no word in p.
func (p Pasted) Empty() bool { return len(p.words) == 0 }

// Len is the number of words.
func (p Pasted) Len() int { return len(p.words) }

// readRune is how a letter is compared, and whether it only looks so. What copying from a
// page leaves behind (joiners, marks of order) is nothing; signs that turn the order of
// letters, or strike them out, change what people see.
func readRune(r rune) (as string, strange bool) {
	switch {
	case r < utf8.RuneSelf:
		return string(r), false
	case r == 'Ð': // what many keyboards give for Đ
		return "Đ", false
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return "", true
	case unicode.Is(unicode.Cf, r):
		return "", false
	case unicode.Is(unicode.Mn, r) && !isTone(r), unicode.Is(unicode.Me, r):
		return "", true
	case r >= 0xff01 && r <= 0xff5e, r >= 0x1d400 && r <= 0x1d7ff:
		return norm.NFKC.String(string(r)), true
	}
	if i := strings.IndexRune(lookAlike, r); i >= 0 {
		return string(looksLike[utf8.RuneCountInString(lookAlike[:i])]), true
	}
	return string(r), false
}

// isTone reports a mark of Vietnamese writing.
func isTone(r rune) bool {
	return strings.ContainsRune("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323", r)
}

// lookAlike are Cyrillic and Greek letters beside the Latin ones that they look like.
const (
	lookAlike = "аесорхуіјѕһԁԛԝкмтнвАВЕКМНОРСТХІЈЅУԌοανρτυικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
	looksLike = "aecopxyijshdqwkmtnbABEKMHOPCTXIJSYGoavptuikABEZHIKMNOPTYX"
)
