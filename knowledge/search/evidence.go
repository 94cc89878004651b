package search

import "math/bits"

// evidence is where the best passage of a document stands and which words and
// pairs of the question it, the titles and known questions, and the whole
// document hold.
type evidence struct {
	begin, end   uint32 // words
	terms, heads uint64 // in the passage; in the best title or known question
	pairs        uint64 // in the passage or any title or known question

	lead, segment      uint64 // words in the first passage and in the best segment
	plain              uint64 // words in the document, in whatever diacritics
	held, twice, often uint64 // there as they are spelt, at least twice, at least five times
	docPairs, near     uint64 // pairs in the document; nearly so, either order
}

const oftenTimes = 5

// gather notes what the whole document holds.
func (l *look) gather() {
	e := &l.evidence
	e.plain, e.docPairs, e.near = l.plain, l.pairs, l.near
	for set := l.plain; set != 0; set &= set - 1 {
		i := bits.TrailingZeros64(set)
		times, bit := l.times[i], set&-set
		if times > 0 {
			e.held |= bit
		}
		if times >= 2 {
			e.twice |= bit
		}
		if times >= oftenTimes {
			e.often |= bit
		}
	}
}
