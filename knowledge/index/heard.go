package index

import "phatngon/knowledge/text"

// A Heard is a token of a question, at bytes [Start, End) of it, with the keys
// it was understood as.
type Heard struct {
	Keys       []string
	Start, End int
}

// Hear understands a question as Read does and says which words stand where.
// It is false when the question is longer than what Read looks at.
func (x *Index) Hear(question string) ([]Heard, bool) {
	tokens := text.Tokens(question)
	if len(tokens) > 4*maxTerms {
		return nil, false
	}
	heard := make([]Heard, len(tokens))
	for i, c := range x.decode(x.readings(tokens)) {
		heard[i] = Heard{c.keys, tokens[i].Start, tokens[i].End}
	}
	return heard, true
}
