package index

import (
	"cmp"
	"math"
	"slices"
)

const (
	candidates = 20    // documents looked at closely
	pairShare  = 0.75  // weight of a pair beside a word
	leastRead  = 6000  // postings read for one question, and a third of all documents more,
	mostRead   = 40000 // at the most
	commonDocs = 2000  // words in more documents than this and an eighth of all only re-rank
)

// A lead is a word or pair of the question whose documents may answer.
type lead struct {
	docs   []uint32 // postings
	weight float32
	pair   bool
}

// propose lists the documents worth a closer look, best first. The weightiest
// leads come first; when they have led to enough documents the rest only
// re-rank, so that no question takes long, however large the index.
func (x *Index) propose(q *Query, s *scratch, allow func(doc uint32) bool) []uint32 {
	s.leads = x.leads(q, s.leads[:0])
	slices.SortStableFunc(s.leads, func(a, b lead) int { return cmp.Compare(b.weight, a.weight) })
	s.touched = s.touched[:0]
	left := min(leastRead+x.Len()/3, mostRead)
	for _, l := range s.leads {
		if left < len(l.docs) && len(s.touched) > candidates {
			continue
		}
		left -= len(l.docs)
		s.follow(l)
	}
	best := s.best(allow)
	for _, doc := range s.touched {
		s.score[doc] = 0
	}
	clear(s.leads) // they hold the postings of this index
	return best
}

// leads lists the words and pairs of q. Words of asking stand in too many
// documents to lead anywhere, unless there is nothing else.
func (x *Index) leads(q *Query, all []lead) []lead {
	add := func(docs []uint32, weight float64, pair bool) {
		if len(docs) > 0 && !x.common(len(docs)) {
			all = append(all, lead{docs, float32(weight), pair})
		}
	}
	ordinary := slices.ContainsFunc(q.terms, func(t term) bool { return t.asking == 1 && t.plain != none })
	for i := range q.terms {
		t := &q.terms[i]
		if ordinary && t.asking < 1 {
			continue
		}
		if t.id != none {
			add(x.shelf.wordPosts(t.id), t.weight, false)
		}
		for _, o := range t.others {
			add(x.shelf.wordPosts(o.id), t.asking*o.weight*float64(x.words.rarity[o.id]), false)
		}
	}
	for i := range q.pairs {
		if p := &q.pairs[i]; p.known {
			add(x.shelf.pairPosts(p.hash), p.weight*pairShare, true)
		}
	}
	for _, hash := range q.written {
		docs := x.shelf.pairPosts(hash)
		add(docs, x.pairRarity(uint32(len(docs)))*pairShare*writtenWeight, true)
	}
	return all
}

// common reports whether so many documents hold something that it leads
// nowhere.
func (x *Index) common(docs int) bool { return docs > commonDocs && docs > x.Len()/8 }

// follow scores the documents of a lead. A document is noted as touched by its
// first score, without a branch that nobody could foresee.
func (s *scratch) follow(l lead) {
	score, touched, n := s.score, s.touched[:cap(s.touched)], len(s.touched)
	if l.pair {
		for _, doc := range l.docs {
			before := score[doc]
			touched[n] = doc
			n += first(before)
			score[doc] = before + l.weight
		}
	} else {
		makes := l.weight * (k1 + 1) / mostMakes
		for _, p := range l.docs {
			doc := p >> docShift
			before := score[doc]
			touched[n] = doc
			n += first(before)
			score[doc] = before + makes*float32(p&mostMakes)
		}
	}
	s.touched = touched[:n]
}

// first is 1 for a score of 0, and 0 for a larger one.
func first(score float32) int { return int((math.Float32bits(score) - 1) >> 31) }

// best takes the candidates out of all documents touched.
func (s *scratch) best(allow func(doc uint32) bool) []uint32 {
	top := make([]uint32, 0, candidates) // a heap, the worst first, once it is full
	least := float32(0)
	for _, doc := range s.touched {
		if s.score[doc] <= least || allow != nil && !allow(doc) {
			continue
		}
		if len(top) < candidates {
			if top = append(top, doc); len(top) < candidates {
				continue
			}
			for i := candidates / 2; i >= 0; i-- {
				s.sink(top, i)
			}
		} else {
			top[0] = doc
			s.sink(top, 0)
		}
		least = s.score[top[0]]
	}
	slices.SortFunc(top, func(a, b uint32) int { return cmp.Or(cmp.Compare(s.score[b], s.score[a]), cmp.Compare(a, b)) })
	return top
}

// sink restores the heap below i.
func (s *scratch) sink(heap []uint32, i int) {
	for {
		worst := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(heap); child++ {
			if s.score[heap[child]] < s.score[heap[worst]] {
				worst = child
			}
		}
		if worst == i {
			return
		}
		heap[i], heap[worst] = heap[worst], heap[i]
		i = worst
	}
}
