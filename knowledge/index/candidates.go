package index

import (
	"cmp"
	"slices"
)

// BM25, over whole documents.
const (
	k1 = 1.2
	b  = 0.6
)

const (
	candidates = 56    // documents looked at closely
	pairShare  = 0.6   // weight of a pair beside a word
	maxRead    = 40000 // postings read for one question
	commonDocs = 2000  // words in more documents than this and an eighth of all only re-rank
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

// A lead is a word or pair of the question whose documents may answer.
type lead struct {
	docs   []uint32 // postings
	weight float64
	pair   bool
}

// propose lists the documents worth a closer look, best first. The weightiest
// leads come first; when they have led to enough documents the rest only
// re-rank, so that no question takes long, however large the index.
func (x *Index) propose(q *Query, s *scratch, allow func(doc uint32) bool) []uint32 {
	s.touched = s.touched[:0]
	leads := x.leads(q)
	slices.SortStableFunc(leads, func(a, b lead) int { return cmp.Compare(b.weight, a.weight) })
	read := 0
	for _, l := range leads {
		if read += len(l.docs); read > maxRead && len(s.touched) > candidates {
			break
		}
		if l.pair {
			for _, doc := range l.docs {
				s.put(doc, float32(l.weight))
			}
		} else {
			x.addWord(s, l)
		}
	}
	best := x.best(s, allow)
	for _, doc := range s.touched {
		s.score[doc] = 0
	}
	return best
}

// leads lists the words and pairs of q. Words of asking stand in too many
// documents to lead anywhere, unless there is nothing else.
func (x *Index) leads(q *Query) []lead {
	var all []lead
	word := func(id uint32, weight float64) {
		if docs := x.wordPost[x.wordOff[id]:x.wordOff[id+1]]; !x.common(len(docs)) {
			all = append(all, lead{docs, weight, false})
		}
	}
	ordinary := slices.ContainsFunc(q.terms, func(t term) bool { return t.asking == 1 && t.plain != none })
	for _, t := range q.terms {
		if ordinary && t.asking < 1 {
			continue
		}
		if t.id != none {
			word(t.id, t.weight)
		}
		for _, o := range t.others {
			word(o.id, t.asking*o.weight*float64(x.words.rarity[o.id]))
		}
	}
	for _, p := range q.pairs {
		if p.bucket == none {
			continue
		}
		if docs := x.pairPost[x.pairOff[p.bucket]:x.pairOff[p.bucket+1]]; !x.common(len(docs)) {
			all = append(all, lead{docs, p.weight * pairShare, true})
		}
	}
	return all
}

// common reports whether so many documents hold something that it leads
// nowhere.
func (x *Index) common(docs int) bool { return docs > commonDocs && docs > x.Len()/8 }

func (x *Index) addWord(s *scratch, l lead) {
	for _, p := range l.docs {
		doc, times := p>>docShift, float32(p&maxTimes)
		s.put(doc, float32(l.weight)*times*(k1+1)/(times+x.norm[doc]))
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
