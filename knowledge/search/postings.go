package search

import (
	"slices"

	"phatngon/knowledge/search/spelling"
)

// BM25, over whole documents.
const (
	k1 = 1.2
	b  = 0.6
)

// What a document makes of a word is kept in 8 bits: times / (times + k1 ×
// length), where length is what its size makes of it.
const (
	docShift  = 8
	mostMakes = 255
)

// post writes for each word and each pair the documents that hold it.
func (s *shelf) post(w *spelling.Vocabulary) {
	s.postWords(w)
	s.postPairs(w)
}

func (s *shelf) postWords(w *spelling.Vocabulary) {
	last, count := make([]uint32, len(w.Keys)), make([]uint32, len(w.Keys))
	s.eachWord(func(doc, word, _ uint32) {
		if last[word] != doc+1 {
			last[word] = doc + 1
			count[word]++
		}
	})
	s.wordOff = offsets(count)
	s.wordPost = make([]uint32, s.wordOff[len(s.wordOff)-1])
	next := slices.Clone(s.wordOff)
	clear(last)
	s.eachWord(func(doc, word, times uint32) {
		if last[word] != doc+1 {
			last[word] = doc + 1
			s.wordPost[next[word]] = doc << docShift
			next[word]++
		}
		if p := &s.wordPost[next[word]-1]; *p&mostMakes+times <= mostMakes {
			*p += times
		}
	})
	for i, p := range s.wordPost {
		doc, times := p>>docShift, float64(p&mostMakes)
		s.wordPost[i] = doc<<docShift | max(1, uint32(mostMakes*times/(times+k1*s.length(doc))))
	}
}

// length is what the size of a document makes of its words: 1 for one of mean size.
func (s *shelf) length(doc uint32) float64 { return 1 - b + b*float64(s.size[doc])/s.mean }

// postPairs writes for each bucket of plain pairs the documents that hold one.
// Different pairs may share a bucket: it only proposes, features decide.
func (s *shelf) postPairs(w *spelling.Vocabulary) {
	buckets := uint32(1024)
	for int(buckets) < len(s.seq)/4 && buckets < 1<<26 {
		buckets *= 2
	}
	count, last := make([]uint32, buckets), make([]uint32, buckets)
	s.eachPair(0, func(doc, first, second uint32) {
		if at := bucket(spelling.Mix(w.Plain[first], w.Plain[second]), buckets); last[at] != doc+1 {
			last[at] = doc + 1
			count[at]++
		}
	})
	s.pairOff = offsets(count)
	s.pairPost = make([]uint32, s.pairOff[buckets])
	next := slices.Clone(s.pairOff)
	clear(last)
	s.eachPair(0, func(doc, first, second uint32) {
		if at := bucket(spelling.Mix(w.Plain[first], w.Plain[second]), buckets); last[at] != doc+1 {
			last[at] = doc + 1
			s.pairPost[next[at]] = doc
			next[at]++
		}
	})
}

// bucket is where a pair is kept; buckets is a power of two.
func bucket(hash uint64, buckets uint32) uint32 { return uint32(hash>>16) & (buckets - 1) }

// wordPosts lists the documents that hold a word, with what each makes of it.
func (s *shelf) wordPosts(word uint32) []uint32 {
	if int(word)+1 >= len(s.wordOff) {
		return nil // learned from what stands elsewhere
	}
	return s.wordPost[s.wordOff[word]:s.wordOff[word+1]]
}

// pairPosts lists the documents that may hold a pair.
func (s *shelf) pairPosts(hash uint64) []uint32 {
	at := bucket(hash, uint32(len(s.pairOff)-1))
	return s.pairPost[s.pairOff[at]:s.pairOff[at+1]]
}

func offsets(count []uint32) []uint32 {
	off := make([]uint32, len(count)+1)
	for i, n := range count {
		off[i+1] = off[i] + n
	}
	return off
}
