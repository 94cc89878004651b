// Package message takes what a person wrote apart: its words as they were understood, what of
// them asks, its clauses and parts, the question in a story, courtesy around it.
package message

import (
	"strings"

	"phatngon/knowledge/lang"
	"phatngon/knowledge/search"
)

// An Utterance is a question as it was typed, and its words as they were
// understood.
type Utterance struct {
	index *search.Index
	text  string
	Words []heardWord
}

type heardWord struct {
	keys       []string // as understood: several where it was short for them
	Plain      string   // as typed, in lower case without diacritics
	Bare       bool     // and it was typed without
	start, end int      // bytes of the text
}

// Hear is false for what is too long to be heard to its end.
func Hear(x *search.Index, text string) (*Utterance, bool) {
	heard, ok := x.Hear(text)
	u := &Utterance{index: x, text: text, Words: make([]heardWord, len(heard))}
	for i, w := range heard {
		typed := strings.ToLower(text[w.Start:w.End])
		plain := lang.Fold(typed)
		u.Words[i] = heardWord{w.Keys, plain, plain == typed, w.Start, w.End}
	}
	return u, ok
}

// gap is what stands between word i and the one before.
func (u *Utterance) gap(i int) string {
	if i == 0 {
		return u.text[:u.Words[0].start]
	}
	return u.text[u.Words[i-1].end:u.Words[i].start]
}

// after is what stands between the word before last and the next.
func (u *Utterance) after(last int) string {
	if last == len(u.Words) {
		return u.text[u.Words[last-1].end:]
	}
	return u.gap(last)
}

// span is words [first, last) as they were typed.
func (u *Utterance) span(first, last int) string {
	return u.text[u.Words[first].start:u.Words[last-1].end]
}

// ordinary counts the different words among [first, last) that are no words
// of asking.
func (u *Utterance) ordinary(first, last int) int {
	return OrdinaryWords(u.index.Read(u.span(first, last)))
}

// Ordinary reports whether w is no word of asking.
func Ordinary(w search.Asked) bool { return w.Asking == 1 && !interrogatives[w.Key] }

// OrdinaryWords counts the different words of a question that are no words of asking.
func OrdinaryWords(q *search.Query) (n int) {
	for _, w := range q.Asked() {
		if Ordinary(w) {
			n++
		}
	}
	return n
}
