package search

import (
	"cmp"
	"math"
	"slices"

	"phatngon/knowledge/search/spelling"
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
	first  uint32   // the number of the first document of their shelf
	weight float32
	pair   bool
}

// propose lists the n documents most worth a closer look, best first. The weightiest
// leads come first; when they have led to enough documents the rest only
// re-rank, so that no question takes long, however large the index.
func (x *Index) propose(q *Query, s *scratch, n int, allow func(doc int) bool) []uint32 {
	s.leads = x.leads(q, s.leads[:0])
	s.touched = s.touched[:0]
	left := min(leastRead+x.Len()/3, mostRead)
	for _, i := range s.byWeight() {
		l := &s.leads[uint32(i)]
		if left < len(l.docs) && len(s.touched) > n {
			continue
		}
		left -= len(l.docs)
		s.follow(l)
	}
	best := s.best(n, allow)
	for _, doc := range s.touched {
		s.score[doc] = 0
	}
	clear(s.leads) // they hold the postings of this index
	return best
}

// byWeight numbers the leads, the weightiest first, in the lower half of each
// value; the upper half is what they are sorted by.
func (s *scratch) byWeight() []uint64 {
	s.order = s.order[:0]
	for i := range s.leads {
		s.order = append(s.order, uint64(^math.Float32bits(s.leads[i].weight))<<32|uint64(i))
	}
	slices.Sort(s.order)
	return s.order
}

// leads lists the words and pairs of q. Words of asking stand in too many
// documents to lead anywhere, unless there is nothing else.
func (x *Index) leads(q *Query, all []lead) []lead {
	ordinary := slices.ContainsFunc(q.terms, func(t term) bool { return t.asking == 1 && t.plain != spelling.None })
	for i := range q.terms {
		t := &q.terms[i]
		if ordinary && t.asking < 1 {
			continue
		}
		if t.id != spelling.None {
			all = x.wordLeads(all, t.id, t.weight)
		}
		for _, o := range t.others {
			all = x.wordLeads(all, o.ID, t.asking*o.Weight*float64(x.rarities[o.ID]))
		}
	}
	for i := range q.pairs {
		if p := &q.pairs[i]; p.known {
			all = x.pairLeads(all, p.hash, p.weight)
		}
	}
	for _, hash := range q.written {
		all = x.pairLeads(all, hash, writtenWeight*x.pairRarity(x.pairDocs(hash)))
	}
	return all
}

func (x *Index) wordLeads(all []lead, word uint32, weight float64) []lead {
	for _, s := range x.shelves {
		all = x.addLead(all, lead{s.wordPosts(word), s.first, float32(weight), false})
	}
	return all
}

func (x *Index) pairLeads(all []lead, hash uint64, weight float64) []lead {
	for _, s := range x.shelves {
		all = x.addLead(all, lead{s.pairPosts(hash), s.first, float32(weight * pairShare), true})
	}
	return all
}

// addLead adds a lead that leads somewhere.
func (x *Index) addLead(all []lead, l lead) []lead {
	if len(l.docs) == 0 || x.common(len(l.docs)) {
		return all
	}
	return append(all, l)
}

// common reports whether so many documents hold something that it leads
// nowhere.
func (x *Index) common(docs int) bool { return docs > commonDocs && docs > x.Len()/8 }

// follow scores the documents of a lead. A document is noted as touched by its
// first score, without a branch that nobody could foresee.
func (s *scratch) follow(l *lead) {
	score, touched, n := s.score[l.first:], s.touched[:cap(s.touched)], len(s.touched)
	if l.pair {
		for _, doc := range l.docs {
			before := score[doc]
			touched[n] = l.first + doc
			n += first(before)
			score[doc] = before + l.weight
		}
	} else {
		makes := l.weight * (k1 + 1) / mostMakes
		for _, p := range l.docs {
			doc := p >> docShift
			before := score[doc]
			touched[n] = l.first + doc
			n += first(before)
			score[doc] = before + makes*float32(p&mostMakes)
		}
	}
	s.touched = touched[:n]
}

// first is 1 for a score of 0, and 0 for a larger one.
func first(score float32) int { return int((math.Float32bits(score) - 1) >> 31) }

// best takes the n best out of all documents touched.
func (s *scratch) best(n int, allow func(doc int) bool) []uint32 {
	top := make([]uint32, 0, n) // a heap, the worst first, once it is full
	least := float32(0)
	for _, doc := range s.touched {
		if s.score[doc] <= least || allow != nil && !allow(int(doc)) {
			continue
		}
		if len(top) < n {
			if top = append(top, doc); len(top) < n {
				continue
			}
			for i := n / 2; i >= 0; i-- {
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
