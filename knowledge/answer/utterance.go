package answer

import (
	"strings"

	"phatngon/knowledge/lang"
	"phatngon/knowledge/search"
)

// An utterance is a question as it was typed, and its words as they were
// understood.
type utterance struct {
	index *search.Index
	text  string
	words []heardWord
}

type heardWord struct {
	keys       []string // as understood: several where it was short for them
	plain      string   // as typed, in lower case without diacritics
	bare       bool     // and it was typed without
	start, end int      // bytes of the text
}

// hear is false for what is too long to be heard to its end.
func hear(x *search.Index, text string) (*utterance, bool) {
	heard, ok := x.Hear(text)
	u := &utterance{index: x, text: text, words: make([]heardWord, len(heard))}
	for i, w := range heard {
		typed := strings.ToLower(text[w.Start:w.End])
		plain := lang.Fold(typed)
		u.words[i] = heardWord{w.Keys, plain, plain == typed, w.Start, w.End}
	}
	return u, ok
}

// gap is what stands between word i and the one before.
func (u *utterance) gap(i int) string {
	if i == 0 {
		return u.text[:u.words[0].start]
	}
	return u.text[u.words[i-1].end:u.words[i].start]
}

// after is what stands between the word before last and the next.
func (u *utterance) after(last int) string {
	if last == len(u.words) {
		return u.text[u.words[last-1].end:]
	}
	return u.gap(last)
}

// span is words [first, last) as they were typed.
func (u *utterance) span(first, last int) string {
	return u.text[u.words[first].start:u.words[last-1].end]
}

// ordinary counts the different words among [first, last) that are no words
// of asking.
func (u *utterance) ordinary(first, last int) int {
	return ordinaryWords(u.index.Read(u.span(first, last)))
}

// ordinary reports whether w is no word of asking.
func ordinary(w search.Asked) bool { return w.Asking == 1 && !interrogatives[w.Key] }

func ordinaryWords(q *search.Query) (n int) {
	for _, w := range q.Asked() {
		if ordinary(w) {
			n++
		}
	}
	return n
}
