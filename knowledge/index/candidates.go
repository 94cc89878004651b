package index

import "slices"

// BM25, over whole documents.
const (
	k1 = 1.2
	b  = 0.6
)

const (
	candidates = 56   // documents looked at closely
	pairShare  = 0.6  // weight of a pair beside a word
	commonDocs = 2000 // words in more documents than this and an eighth of all only re-rank
)

// scratch is what one search writes on; searches take turns with them.
type scratch struct {
	score   []float32
	touched []uint32
	slot    []uint8   // word → 1 + its term
	exact   []float32 // word → how surely it is the term meant
	pairAt  [64 * 64]uint8
}

func (x *Index) scratch() *scratch {
	s, ok := x.pool.Get().(*scratch)
	if !ok {
		s = &scratch{
			score: make([]float32, x.Len()),
			slot:  make([]uint8, len(x.words.keys)),
			exact: make([]float32, len(x.words.keys)),
		}
	}
	return s
}

// propose lists the documents worth a closer look, best first.
func (x *Index) propose(q *Query, s *scratch, allow func(doc uint32) bool) []uint32 {
	s.touched = s.touched[:0]
	ordinary := slices.ContainsFunc(q.terms, func(t term) bool { return t.asking == 1 && t.plain != none })
	for _, t := range q.terms {
		if ordinary && t.asking < 1 {
			continue // in too many documents to propose any
		}
		if t.id != none && !x.common(x.words.docs[t.id]) {
			x.addWord(s, t.id, t.weight)
		}
		for _, o := range t.others {
			if !x.common(x.words.docs[o.id]) {
				x.addWord(s, o.id, t.asking*o.weight*x.wordRarity(x.words.keys[o.id], x.words.docs[o.id]))
			}
		}
	}
	for _, p := range q.pairs {
		if p.bucket != none {
			x.addPair(s, p)
		}
	}
	best := x.best(s, allow)
	for _, doc := range s.touched {
		s.score[doc] = 0
	}
	return best
}

// common reports whether so many documents hold something that it proposes none.
func (x *Index) common(docs uint32) bool {
	return docs > commonDocs && int(docs) > x.Len()/8
}

func (x *Index) addWord(s *scratch, word uint32, weight float64) {
	for _, p := range x.wordPost[x.wordOff[word]:x.wordOff[word+1]] {
		doc, times := p>>docShift, float64(p&maxTimes)
		length := 1 - b + b*float64(x.size[doc])/x.mean
		s.put(doc, float32(weight*times*(k1+1)/(times+k1*length)))
	}
}

func (x *Index) addPair(s *scratch, p pair) {
	docs := x.pairPost[x.pairOff[p.bucket]:x.pairOff[p.bucket+1]]
	if x.common(uint32(len(docs))) {
		return
	}
	for _, doc := range docs {
		s.put(doc, float32(p.weight*pairShare))
	}
}

func (s *scratch) put(doc uint32, score float32) {
	if s.score[doc] == 0 {
		s.touched = append(s.touched, doc)
	}
	s.score[doc] += score
}

// best takes the candidates out of all documents touched.
func (x *Index) best(s *scratch, allow func(doc uint32) bool) []uint32 {
	top := make([]uint32, 0, 2*candidates)
	least := float32(0)
	better := func(a, b uint32) int {
		if s.score[a] != s.score[b] {
			return cmpFloat(float64(s.score[b]), float64(s.score[a]))
		}
		return int(a) - int(b)
	}
	for _, doc := range s.touched {
		if s.score[doc] < least || allow != nil && !allow(doc) {
			continue
		}
		if top = append(top, doc); len(top) == cap(top) {
			slices.SortFunc(top, better)
			top = top[:candidates]
			least = s.score[top[candidates-1]]
		}
	}
	slices.SortFunc(top, better)
	return top[:min(len(top), candidates)]
}
