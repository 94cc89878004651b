package search

import (
	"phatngon/knowledge/lang"
	"phatngon/knowledge/search/spelling"
)

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
	if len(places) > spelling.MaxTokens || len(places) == 0 {
		return nil, len(places) == 0
	}
	understood := x.speller.Understand(question)
	heard := make([]Heard, len(understood))
	for i, u := range understood {
		heard[i] = Heard{u.Keys, places[i].Start, places[i].End}
	}
	return heard, true
}
