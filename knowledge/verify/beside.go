package verify

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// ChangeKind is what was changed, the gravest first.
type ChangeKind string

// The kinds of changes.
const (
	ChangedLetters  ChangeKind = "letters" // they only look the same, or hidden signs stand among them
	ChangedDate     ChangeKind = "date"
	ChangedNumber   ChangeKind = "number"
	ChangedNegation ChangeKind = "negation"
	ChangedName     ChangeKind = "name" // of a person, place or office
	ChangedWords    ChangeKind = "words"
)

// Change is a place where a pasted text is not what a statement says: the bytes of either,
// empty where one has nothing, at the place where it would stand.
type Change struct {
	Kind             ChangeKind
	Official, Pasted Span
}

// Comparison is a pasted text beside the sentences of a statement that it comes nearest to.
type Comparison struct {
	Official Span     // of the statement's source: whole sentences
	Changes  []Change // in order; none: word for word these sentences
	Same     int      // words of the pasted text that stand there
	Words    int      // words of the pasted text
	Ours     int      // words of Official
	Unmarked bool     // some were typed without their diacritics
}

// Likeness is the share of words that both have, from 0 to 1.
func (c Comparison) Likeness() float64 {
	if c.Words+c.Ours == 0 {
		return 0
	}
	return 2 * float64(c.Same) / float64(c.Words+c.Ours)
}

// Beside puts a pasted text beside what it comes nearest to in body, whose sentences, items
// and rows are given in order; false when they share next to nothing. Every word of the
// sentences that is not in the pasted text is a change, and the other way round.
func Beside(p Pasted, body string, sentences []Span) (Comparison, bool) {
	ours := wordsOf(body)
	from, to, shared := window(p.words, ours)
	if shared == 0 || shared*4 < min(len(p.words), 12) {
		return Comparison{}, false
	}
	at := align(p.words, ours[from:to]).ours
	first, last := bounds(at)
	if first < 0 {
		return Comparison{}, false
	}
	c := Comparison{Words: len(p.words), Official: whole(Span{ours[from+first].Start, ours[from+last].End}, sentences)}
	first, last = inside(ours, c.Official)
	c.Ours = last - first
	for i := range at {
		if at[i] >= 0 {
			at[i] += from - first
		}
	}
	c.compare(p, ours[first:last], at)
	return c, true
}

// bounds are the first and the last word of ours that at names; -1 when it names none.
func bounds(at []int) (first, last int) {
	first, last = -1, -1
	for _, j := range at {
		if j >= 0 && first < 0 {
			first = j
		}
		last = max(last, j)
	}
	return first, last
}

// whole is s up to the borders of the sentences that it touches.
func whole(s Span, sentences []Span) Span {
	for _, one := range sentences {
		if one.Start < s.End && s.Start < one.End {
			s.Start, s.End = min(s.Start, one.Start), max(s.End, one.End)
		}
	}
	return s
}

// inside are the words of all within s.
func inside(all []word, s Span) (first, last int) {
	for i, w := range all {
		if w.Start < s.Start {
			first = i + 1
		}
		if w.End <= s.End {
			last = i + 1
		}
	}
	return first, max(first, last)
}

// compare notes where the words of p and ours part.
func (c *Comparison) compare(p Pasted, ours []word, at []int) {
	i, j := 0, 0
	for i < len(at) || j < len(ours) {
		fromI, fromJ := i, j
		for i < len(at) || j < len(ours) {
			if i < len(at) && at[i] == j && same(p.words[i], ours[j]) {
				break
			}
			i, j = next(at, i, j)
		}
		if i > fromI || j > fromJ {
			c.Changes = append(c.Changes, changeOf(p.words, ours, Span{fromI, i}, Span{fromJ, j}, c.Official.End, len(p.Text)))
		}
		for ; i < len(at) && at[i] == j && same(p.words[i], ours[j]); i, j = i+1, j+1 {
			c.Same++
			c.Unmarked = c.Unmarked || p.words[i].key != ours[j].key
		}
	}
}

// next passes over one place where the two part: words that stand for each other together,
// else one that stands alone.
func next(at []int, i, j int) (int, int) {
	switch {
	case i < len(at) && at[i] == j:
		return i + 1, j + 1
	case i < len(at) && at[i] < 0:
		return i + 1, j
	}
	return i, j + 1
}

func changeOf(theirs, ours []word, t, o Span, endOurs, endTheirs int) Change {
	return Change{Kind: kindOf(theirs[t.Start:t.End], ours[o.Start:o.End]), Pasted: spanOf(theirs, t, endTheirs), Official: spanOf(ours, o, endOurs)}
}

// spanOf is the bytes of words; of none, where they would stand.
func spanOf(words []word, s Span, end int) Span {
	switch {
	case s.Start < s.End:
		return Span{words[s.Start].Start, words[s.End-1].End}
	case s.Start < len(words):
		return Span{words[s.Start].Start, words[s.Start].Start}
	}
	return Span{end, end}
}

// kindOf is the gravest of what differs.
func kindOf(theirs, ours []word) ChangeKind {
	is := func(has func(word) bool) bool {
		return slices.ContainsFunc(theirs, has) || slices.ContainsFunc(ours, has)
	}
	switch {
	case slices.ContainsFunc(theirs, func(w word) bool { return w.strange }):
		return ChangedLetters
	case is(func(w word) bool { return w.date }):
		return ChangedDate
	case is(word.number):
		return ChangedNumber
	case is(func(w word) bool { return slices.Contains(negations, w.key) }):
		return ChangedNegation
	case is(func(w word) bool { return w.name }):
		return ChangedName
	}
	return ChangedWords
}

// negations turn a sentence round; typed without diacritics too, where that is one word.
var negations = keysOf("không chưa chẳng đừng chớ cấm trừ khong chua chang")

func keysOf(text string) []string {
	var keys []string
	for _, w := range wordsOf(text) {
		keys = append(keys, w.key)
	}
	return keys
}

// named marks the words that are part of a name: a capital where no sentence begins.
func named(text string, words []word) []word {
	for i := range words {
		w := &words[i]
		begins := i == 0 || sentenceEnds(text[words[i-1].End:w.Start])
		w.name = isCapital(text[w.Start:]) && (!begins || i+1 < len(words) && isCapital(text[words[i+1].Start:]))
	}
	return words
}

func sentenceEnds(between string) bool {
	return slices.ContainsFunc([]rune(between), func(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '\n' || r == ':' })
}

func isCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
