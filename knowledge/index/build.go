// Package index finds Vietnamese texts in memory: it restores the diacritics
// of a question from what it has read, ranks by syllables and syllable pairs,
// re-ranks with learned weights and says how likely its first result is right.
// An Index never changes once built and may be used by many at once.
package index

import (
	"sync"

	"phatngon/knowledge/text"
)

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
	words *words
	model *bigrams
	shelf *shelf
	faith float64   // in the background
	pool  sync.Pool // of *scratch
}

// Build reads all docs.
func Build(docs []Doc) *Index {
	x := &Index{words: newWords(), faith: faith(len(docs)), shelf: &shelf{}}
	x.primeWords()
	var r text.Reader
	for _, d := range docs {
		x.shelf.read(x.words, &r, d)
	}
	x.shelf.close()
	x.words.settle()
	x.shelf.post(x.words)
	x.weighWords()
	x.learn()
	return x
}

// Len is the number of documents.
func (x *Index) Len() int { return len(x.shelf.size) }

// weighWords says how much each word says.
func (x *Index) weighWords() {
	w := x.words
	w.rarity = make([]float32, len(w.keys))
	for word, key := range w.keys {
		w.rarity[word] = float32(x.wordRarity(key, w.docs[word]))
	}
}

// learn counts which word follows which, in a table twice as large each time
// the last one was too small.
func (x *Index) learn() {
	for expected, fits := len(x.shelf.seq)/3, false; !fits; expected = 2 * len(x.model.slots) {
		fits = true
		x.model = newBigrams(x.words.count, expected)
		x.shelf.eachPair(func(_, first, second uint32) { fits = fits && x.model.add(first, second) })
		fits = fits && x.primePairs()
	}
}

// pairDocs is about how many documents hold a plain pair.
func (x *Index) pairDocs(hash uint64) uint32 { return uint32(len(x.shelf.pairPosts(hash))) }
