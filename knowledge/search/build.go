// Package search finds Vietnamese texts in memory: it restores the diacritics
// of a question from what it has read, ranks by syllables and syllable pairs,
// re-ranks with learned weights and says how likely its first result is right.
// An Index never changes once built and may be used by many at once.
package search

import "sync"

// Doc is one text to find. Heads are its title and the questions it is known
// to answer.
type Doc struct {
	Heads    []string
	Keywords []string
	Body     string
}

// none stands for a word that is not in the vocabulary.
const none = ^uint32(0)

// Index is what was built from all Docs.
type Index struct {
	words           *words
	model           *bigrams
	shelves         []*shelf  // one, and a small one of what was added since it was built
	backgroundShare float64   // in the background
	pool            sync.Pool // of *scratch
}

// Build reads all docs.
func Build(docs []Doc) *Index {
	s := &shelf{}
	x := &Index{words: newWords(), backgroundShare: backgroundShare(len(docs)), shelves: []*shelf{s}}
	x.primeWords()
	s.readAll(x.words, docs)
	s.mean = s.meanSize()
	s.post(x.words)
	x.weighWords()
	x.learn()
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
	w.docs, w.rarity = make([]uint32, len(w.keys)), make([]float32, len(w.keys))
	for word, key := range w.keys {
		for _, s := range x.shelves {
			w.docs[word] += uint32(len(s.wordPosts(uint32(word))))
		}
		w.rarity[word] = float32(x.wordRarity(key, w.docs[word]))
	}
}

// learn counts which word follows which, in a table twice as large each time
// the last one was too small.
func (x *Index) learn() {
	s := x.shelves[0]
	for expected, fits := len(s.seq)/3, false; !fits; expected = 2 * len(x.model.slots) {
		x.model = newBigrams(x.words.count, expected)
		fits = x.model.read(s, 0) && x.primePairs()
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
