package search

import (
	"slices"
)

// mostAdded is the most that may stand on the second shelf: a share of the first.
const mostAdded = 16

// Add is x with more documents, numbered on from its own, much sooner than all
// are built anew: most is shared with x, which serves on. It is false where
// they are too many for that, or x too small to need it; then Build.
func (x *Index) Add(docs []Doc) (*Index, bool) {
	added := x.added()
	if x.backgroundShare > 0 || (len(added.size)+len(docs))*mostAdded > len(x.shelves[0].size) {
		return nil, false
	}
	from := uint32(len(added.size))
	speller := x.speller.Open()
	y := &Index{speller: speller, words: speller.Vocabulary, shelves: []*shelf{x.shelves[0], added}}
	added.readAll(y.words, docs)
	added.post(y.words)
	y.weighWords()
	return y, speller.LearnMore(added.pairsFrom(from))
}

// added is a copy of the second shelf, open for more. Documents on it are
// measured by those on the first.
func (x *Index) added() *shelf {
	main := x.shelves[0]
	if len(x.shelves) == 1 {
		return &shelf{first: uint32(len(main.size)), mean: main.mean}
	}
	s := *x.shelves[1]
	s.seq, s.size = slices.Clone(s.seq), slices.Clone(s.size)
	s.segs, s.docSeg = slices.Clone(s.segs[:len(s.segs)-1]), slices.Clone(s.docSeg[:len(s.docSeg)-1])
	return &s
}

// Added is how many documents were added since all was built.
func (x *Index) Added() int { return x.Len() - len(x.shelves[0].size) }
