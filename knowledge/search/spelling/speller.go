// Package spelling reads what people type as the words they mean: without diacritics, with
// slips, in short forms, by sound, as keys of Telex, and in words that offices do not use.
package spelling

import (
	"iter"

	"phatngon/knowledge/lang"
)

// MaxTokens is how many tokens of a question are looked at.
const MaxTokens = 4 * 63

// Speller reads what was typed as the words that were meant.
type Speller struct {
	Vocabulary *Vocabulary
	model      *bigrams
}

// New knows the words of asking and what citizens say and, by the share of the
// background, the words of the language. It is to read words, settle, then learn.
func New(share float64) *Speller {
	x := &Speller{Vocabulary: newWords()}
	x.Vocabulary.prime(share)
	return x
}

// Learn counts which word follows which, about so many different ones expected, in a table
// twice as large each time the last one was too small.
func (x *Speller) Learn(pairs iter.Seq2[uint32, uint32], expected int, share float64) {
	for fits := false; !fits; expected = 2 * len(x.model.slots) {
		x.model = newBigrams(x.Vocabulary.count, expected)
		fits = x.model.read(pairs) && x.model.prime(x.Vocabulary, share)
	}
}

// Open is a copy that may read more words, then learnMore.
func (x *Speller) Open() *Speller { return &Speller{x.Vocabulary.clone(), x.model} }

// LearnMore counts further pairs, in a table of its own; false when they are too many for
// its size.
func (x *Speller) LearnMore(pairs iter.Seq2[uint32, uint32]) bool {
	x.model = x.model.grown(x.Vocabulary.count)
	return x.model.read(pairs)
}

// Understood is what a token was read as, and what else it may be.
type Understood struct {
	Keys   []string
	Others []Alternative
}

// Understand reads a question, token by token.
func (x *Speller) Understand(question string) []Understood {
	tokens := x.tokens(question)
	if len(tokens) == 0 {
		return nil
	}
	all := make([]Understood, len(tokens))
	for i, c := range x.decode(x.lattice(tokens)) {
		all[i] = Understood{x.keys(c, tokens[i]), c.others}
	}
	return all
}

// tokens reads the tokens of a question and looks each up.
func (x *Speller) tokens(question string) []token {
	tokens := make([]token, 0, min(len(question)/4+1, MaxTokens))
	var r lang.Reader
	for r.Reset(question); len(tokens) < MaxTokens && r.Next(); {
		if id, ok := x.Vocabulary.IDs[string(r.Key())]; ok {
			tokens = append(tokens, token{x.Vocabulary.Keys[id], id, x.Vocabulary.form[id]})
		} else {
			key := string(r.Key())
			tokens = append(tokens, token{key, None, formOf(key)})
		}
	}
	return tokens
}

// keys is what a token was read as.
func (x *Speller) keys(c choice, t token) []string {
	switch {
	case c.keys != nil:
		return c.keys
	case c.first == None:
		return []string{t.key}
	}
	return []string{x.Vocabulary.Keys[c.first]}
}

// Bytes is what the speller takes up; what maps cost is estimated.
func (x *Speller) Bytes() int {
	w, m := x.Vocabulary, x.model
	n := 4 * (cap(m.slots) + cap(m.after) + cap(m.follow) + cap(w.count) + cap(w.Plain) + cap(w.variantOff) + cap(w.variants) + cap(m.single))
	n += 3 * cap(w.form)
	const mapEntry = 48 // key header, value, share of the table
	for _, key := range w.Keys {
		n += len(key) + mapEntry
	}
	return n + len(w.plainIDs)*mapEntry
}

// Firmness is how much more often than by chance two words stand together, 0 to 1.
func (x *Speller) Firmness(first, second uint32) float64 { return x.model.firmness(first, second) }
