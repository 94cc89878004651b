// Package search finds Vietnamese texts in memory: it restores the diacritics
// of a question from what it has read, ranks by syllables and syllable pairs,
// re-ranks with learned weights and says how likely its first result is right.
// An Index never changes once built and may be used by many at once.
package search

import (
	"sync"

	"phatngon/knowledge/search/spelling"
)

// Doc is one text to find. Heads are its title and the questions it is known
// to answer.
type Doc struct {
	Heads    []string
	Keywords []string
	Body     string
}

// Index is what was built from all Docs.
type Index struct {
	speller         *spelling.Speller
	words           *spelling.Vocabulary // of speller
	docCount        []uint32             // word → documents that hold it
	rarities        []float32            // word → how much it says
	shelves         []*shelf             // one, and a small one of what was added since it was built
	backgroundShare float64              // in the background
	pool            sync.Pool            // of *scratch
}

// Build reads all docs.
func Build(docs []Doc) *Index {
	s := &shelf{}
	x := &Index{backgroundShare: spelling.BackgroundShare(len(docs)), shelves: []*shelf{s}}
	x.speller = spelling.New(x.backgroundShare)
	x.words = x.speller.Vocabulary
	s.readAll(x.words, docs)
	s.mean = s.meanSize()
	s.post(x.words)
	x.weighWords()
	x.speller.Learn(s.pairsFrom(0), len(s.seq)/3, x.backgroundShare)
	return x
}

// Len is the number of documents.
func (x *Index) Len() int {
	last := x.shelves[len(x.shelves)-1]
	return int(last.first) + len(last.size)
}

// shelfOf is where a document stands, and its number there.
func (x *Index) shelfOf(doc uint32) (s *shelf, at uint32) {
	s = x.shelves[0]
	if doc >= uint32(len(s.size)) {
		s = x.shelves[1]
	}
	return s, doc - s.first
}

// weighWords says how much each word says.
func (x *Index) weighWords() {
	w := x.words
	x.docCount, x.rarities = make([]uint32, len(w.Keys)), make([]float32, len(w.Keys))
	for word, key := range w.Keys {
		for _, s := range x.shelves {
			x.docCount[word] += uint32(len(s.wordPosts(uint32(word))))
		}
		x.rarities[word] = float32(x.wordRarity(key, x.docCount[word]))
	}
}

// pairDocs is about how many documents hold a plain pair.
func (x *Index) pairDocs(hash uint64) uint32 {
	n := 0
	for _, s := range x.shelves {
		n += len(s.pairPosts(hash))
	}
	return uint32(n)
}
