package routing

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// word is one syllable as typed: exact keeps its marks (the tone moved to the
// end, so that "hoá" and "hóa" are the same), fold has none.
type word struct {
	exact, fold string
	capital     bool
}

func (w word) marked() bool { return w.exact != w.fold }

// The five tone marks as they stand after canonical decomposition.
const toneMarks = "\u0300\u0301\u0303\u0309\u0323"

// maxWords bounds the work on one text; who to ask stands in its beginning.
const maxWords = 400

// words cuts a text into syllables. Capital letters mean nothing in a text
// that has no small ones.
func words(text string) []word { return cut(text, maxWords) }

// cut is words with another bound, negative for none.
func cut(text string, limit int) []word {
	var ws []word
	fold := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) }
	for field := range strings.FieldsFuncSeq(norm.NFD.String(text), fold) {
		if ws = append(ws, newWord(field)); len(ws) == limit {
			break
		}
	}
	if strings.ToUpper(text) == text {
		for i := range ws {
			ws[i].capital = false
		}
	}
	return ws
}

// newWord reads one decomposed syllable.
func newWord(field string) word {
	var exact, fold strings.Builder
	var tone string
	w := word{}
	exact.Grow(len(field))
	fold.Grow(len(field))
	for i, r := range field {
		w.capital = w.capital || i == 0 && unicode.IsUpper(r)
		r = unicode.ToLower(r)
		switch {
		case strings.ContainsRune(toneMarks, r):
			tone = string(r)
		case unicode.Is(unicode.Mn, r):
			exact.WriteRune(r)
		case r == 'đ':
			exact.WriteRune(r)
			fold.WriteRune('d')
		default:
			exact.WriteRune(r)
			fold.WriteRune(r)
		}
	}
	w.exact, w.fold = exact.String()+tone, fold.String()
	return w
}

// reads reports whether a typed word can be this word of a name: with marks it
// must be the same, without marks the letters decide.
func (w word) reads(name word) bool {
	return w.exact == name.exact || !w.marked() && w.fold == name.fold
}

// readsAt reports whether the name stands at ws[i:].
func readsAt(ws []word, i int, name []word) bool {
	if len(ws)-i < len(name) {
		return false
	}
	for k, n := range name {
		if !ws[i+k].reads(n) {
			return false
		}
	}
	return true
}

// contains reports whether the phrase stands anywhere in the text.
func contains(ws []word, phrase []word) bool {
	for i := range ws {
		if readsAt(ws, i, phrase) {
			return true
		}
	}
	return false
}

func anyMarked(ws []word) bool {
	for _, w := range ws {
		if w.marked() {
			return true
		}
	}
	return false
}

func allCapital(ws []word) bool {
	for _, w := range ws {
		if !w.capital {
			return false
		}
	}
	return true
}
