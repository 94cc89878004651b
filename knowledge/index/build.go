// Package index finds Vietnamese texts in memory: it restores the diacritics
// of a question from what it has read, ranks by syllables and syllable pairs,
// re-ranks with learned weights and says how likely its first result is right.
// An Index never changes once built and may be used by many at once.
package index

import (
	"strings"
	"sync"
	"unicode/utf8"

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

// A segment is a head or about two sentences of the body.
const (
	segmentMin = 24 // syllables after which a sentence end closes a segment
	segmentMax = 64 // syllables that close one anyway
	headFlag   = 1 << 31
	headTimes  = 2 // how often a word of a head counts
)

// Index is what was built from all Docs.
type Index struct {
	words  *words
	model  *bigrams
	seq    []uint32  // the words of all documents
	segs   []uint32  // where each segment begins in seq, with headFlag; one more at the end
	docSeg []uint32  // doc → its first segment; one more at the end
	size   []uint32  // doc → words, heads counted headTimes
	mean   float64   // of size
	norm   []float32 // doc → what its size takes from the BM25 of a word

	wordOff, wordPost []uint32 // word → doc<<8 | times
	pairOff, pairPost []uint32 // bucket of a plain pair → doc
	pairMask          uint32
	faith             float64   // in the background
	pool              sync.Pool // of *scratch
}

// Build reads all docs.
func Build(docs []Doc) *Index {
	x := &Index{words: newWords(), faith: faith(len(docs))}
	x.primeWords()
	for _, d := range docs {
		x.read(d)
	}
	x.docSeg = append(x.docSeg, uint32(len(x.segs)))
	x.segs = append(x.segs, uint32(len(x.seq)))
	x.words.settle()
	x.postWords()
	x.postPairs()
	x.learn()
	return x
}

// Len is the number of documents.
func (x *Index) Len() int { return len(x.size) }

func (x *Index) read(d Doc) {
	x.docSeg = append(x.docSeg, uint32(len(x.segs)))
	begin := len(x.seq)
	var r text.Reader
	for _, head := range d.Heads {
		x.readHead(&r, head)
	}
	if len(d.Keywords) > 0 {
		x.readHead(&r, strings.Join(d.Keywords, ". "))
	}
	heads := len(x.seq) - begin
	x.readBody(&r, d.Body)
	x.size = append(x.size, uint32(len(x.seq)-begin+heads*(headTimes-1)))
}

func (x *Index) readHead(r *text.Reader, head string) {
	x.segs = append(x.segs, uint32(len(x.seq))|headFlag)
	for r.Reset(head); r.Next(); {
		x.seq = append(x.seq, x.words.add(r.Key()))
	}
}

func (x *Index) readBody(r *text.Reader, body string) {
	x.segs = append(x.segs, uint32(len(x.seq)))
	begin, end := len(x.seq), 0
	for r.Reset(body); r.Next(); {
		n := len(x.seq) - begin
		if n >= segmentMax || n >= segmentMin && endsSentence(body[end:r.Start]) {
			begin = len(x.seq)
			x.segs = append(x.segs, uint32(begin))
		}
		x.seq = append(x.seq, x.words.add(r.Key()))
		end = r.End
	}
}

// endsSentence reports whether the text between two words ends a sentence.
func endsSentence(between string) bool {
	for len(between) > 0 {
		c, size := utf8.DecodeRuneInString(between)
		switch c {
		case '.', '!', '?', ';', '\n', '…':
			return true
		}
		between = between[size:]
	}
	return false
}

// segment is the words of segment i and whether it is a head.
func (x *Index) segment(i uint32) (begin, end uint32, head bool) {
	return x.segs[i] &^ headFlag, x.segs[i+1] &^ headFlag, x.segs[i]&headFlag != 0
}

// eachWord calls visit for every word with its document and how often it counts.
func (x *Index) eachWord(visit func(doc, word, times uint32)) {
	for doc := range uint32(x.Len()) {
		for s := x.docSeg[doc]; s < x.docSeg[doc+1]; s++ {
			begin, end, head := x.segment(s)
			times := uint32(1)
			if head {
				times = headTimes
			}
			for _, word := range x.seq[begin:end] {
				visit(doc, word, times)
			}
		}
	}
}

// eachPair calls visit for every two words that stand side by side.
func (x *Index) eachPair(visit func(doc, first, second uint32)) {
	for doc := range uint32(x.Len()) {
		for s := x.docSeg[doc]; s < x.docSeg[doc+1]; s++ {
			begin, end, _ := x.segment(s)
			for i := begin + 1; i < end; i++ {
				visit(doc, x.seq[i-1], x.seq[i])
			}
		}
	}
}
