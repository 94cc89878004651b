package search

import "phatngon/knowledge/lang"

// A Heard is a token of a question, at bytes [Start, End) of it, with the keys
// it was understood as.
type Heard struct {
	Keys       []string
	Start, End int
}

// Hear understands a question as Read does and says which words stand where.
// It is false when the question is longer than what Read looks at.
func (x *Index) Hear(question string) ([]Heard, bool) {
	places := lang.Tokens(question)
	if len(places) > 4*maxTerms || len(places) == 0 {
		return nil, len(places) == 0
	}
	tokens := x.tokens(question)
	heard := make([]Heard, len(tokens))
	for i, c := range x.decode(x.lattice(tokens)) {
		heard[i] = Heard{x.keys(c, tokens[i]), places[i].Start, places[i].End}
	}
	return heard, true
}

// keys is what a token was read as.
func (x *Index) keys(c choice, t token) []string {
	switch {
	case c.keys != nil:
		return c.keys
	case c.first == none:
		return []string{t.key}
	}
	return []string{x.words.keys[c.first]}
}
