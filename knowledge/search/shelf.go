package search

import (
	"iter"
	"strings"
	"unicode/utf8"

	"phatngon/knowledge/lang"
	"phatngon/knowledge/search/spelling"
)

// A segment is a head or about two sentences of the body.
const (
	segmentMin = 24 // syllables after which a sentence end closes a segment
	segmentMax = 64 // syllables that close one anyway
	headFlag   = 1 << 31
	headTimes  = 2 // how often a word of a head counts
)

// A shelf holds documents word by word, and where each word stands.
type shelf struct {
	first  uint32   // the number of its first document in the index; elsewhere here they count from 0
	seq    []uint32 // the words of all documents
	segs   []uint32 // where each segment begins in seq, with headFlag; one more at the end
	docSeg []uint32 // doc → its first segment; one more at the end
	size   []uint32 // doc → words, heads counted headTimes
	mean   float64  // of size in the whole index

	wordOff, wordPost []uint32 // word → doc<<8 | how much it makes of the word
	pairOff, pairPost []uint32 // bucket of a plain pair → doc
}

// readAll puts docs on the shelf, after what stands there.
func (s *shelf) readAll(w *spelling.Vocabulary, docs []Doc) {
	var r lang.Reader
	for _, d := range docs {
		s.read(w, &r, d)
	}
	s.docSeg = append(s.docSeg, uint32(len(s.segs)))
	s.segs = append(s.segs, uint32(len(s.seq)))
	w.Settle()
}

func (s *shelf) read(w *spelling.Vocabulary, r *lang.Reader, d Doc) {
	s.docSeg = append(s.docSeg, uint32(len(s.segs)))
	begin := len(s.seq)
	for _, head := range d.Heads {
		s.readHead(w, r, head)
	}
	if len(d.Keywords) > 0 {
		s.readHead(w, r, strings.Join(d.Keywords, ". "))
	}
	heads := len(s.seq) - begin
	s.readBody(w, r, d.Body)
	s.size = append(s.size, uint32(len(s.seq)-begin+heads*(headTimes-1)))
}

func (s *shelf) meanSize() float64 {
	total := 0.0
	for _, n := range s.size {
		total += float64(n)
	}
	return total / float64(max(len(s.size), 1))
}

func (s *shelf) readHead(w *spelling.Vocabulary, r *lang.Reader, head string) {
	s.segs = append(s.segs, uint32(len(s.seq))|headFlag)
	for r.Reset(head); r.Next(); {
		s.seq = append(s.seq, w.Add(r.Key()))
	}
}

func (s *shelf) readBody(w *spelling.Vocabulary, r *lang.Reader, body string) {
	s.segs = append(s.segs, uint32(len(s.seq)))
	begin, end := len(s.seq), 0
	for r.Reset(body); r.Next(); {
		n := len(s.seq) - begin
		if n >= segmentMax || n >= segmentMin && endsSentence(body[end:r.Start]) {
			begin = len(s.seq)
			s.segs = append(s.segs, uint32(begin))
		}
		s.seq = append(s.seq, w.Add(r.Key()))
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
func (s *shelf) segment(i uint32) (begin, end uint32, head bool) {
	return s.segs[i] &^ headFlag, s.segs[i+1] &^ headFlag, s.segs[i]&headFlag != 0
}

// eachWord calls visit for every word with its document and how often it counts.
func (s *shelf) eachWord(visit func(doc, word, times uint32)) {
	for doc := range uint32(len(s.size)) {
		for i := s.docSeg[doc]; i < s.docSeg[doc+1]; i++ {
			begin, end, head := s.segment(i)
			times := uint32(1)
			if head {
				times = headTimes
			}
			for _, word := range s.seq[begin:end] {
				visit(doc, word, times)
			}
		}
	}
}

// eachPair calls visit for every two words that stand side by side, from a
// document on.
func (s *shelf) eachPair(from uint32, visit func(doc, first, second uint32)) {
	for doc := from; doc < uint32(len(s.size)); doc++ {
		for i := s.docSeg[doc]; i < s.docSeg[doc+1]; i++ {
			begin, end, _ := s.segment(i)
			for at := begin + 1; at < end; at++ {
				visit(doc, s.seq[at-1], s.seq[at])
			}
		}
	}
}

// pairsFrom is every two words that stand side by side, from a document on.
func (s *shelf) pairsFrom(from uint32) iter.Seq2[uint32, uint32] {
	return func(yield func(first, second uint32) bool) {
		more := true
		s.eachPair(from, func(_, first, second uint32) { more = more && yield(first, second) })
	}
}
