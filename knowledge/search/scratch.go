package search

import "phatngon/knowledge/search/spelling"

// scratch is what one search writes on; searches take turns with them.
type scratch struct {
	score   []float32 // doc → what the leads say of it
	touched []uint32  // documents with a score
	leads   []lead
	order   []uint64 // of them

	mark   []meaning      // word → what it stands for
	marked []uint32       // words that stand for something
	pairAt [64 * 64]uint8 // two terms → 1 + the pair they make
	terms  shares         // of the question
	pairs  shares
	look   look
}

// A meaning is 1 + the term that a word stands for, and how surely, of 255;
// words that differ from the term in their diacritics only stand for it with 0.
type meaning struct{ term, sure uint8 }

const quiteSure = 255

func (x *Index) scratch() *scratch {
	s, ok := x.pool.Get().(*scratch)
	if !ok {
		s = &scratch{
			score: make([]float32, x.Len()), touched: make([]uint32, 0, x.Len()+1), mark: make([]meaning, len(x.words.Keys)),
		}
	}
	return s
}

// prepare makes s ready to read documents for q.
func (s *scratch) prepare(x *Index, q *Query) {
	for i := range q.terms {
		if t := &q.terms[i]; t.plain != spelling.None {
			for _, id := range x.words.Spelt(t.plain) {
				s.give(id, meaning{uint8(i + 1), 0})
			}
		}
	}
	for i := range q.terms {
		for _, o := range q.terms[i].others {
			s.give(o.ID, meaning{uint8(i + 1), uint8(quiteSure * min(o.Weight, 1))})
		}
	}
	for i := range q.terms {
		if t := &q.terms[i]; t.id != spelling.None {
			s.give(t.id, meaning{uint8(i + 1), quiteSure})
		}
	}
	for i, p := range q.pairs {
		s.pairAt[int(p.first)<<6|int(p.second)] = uint8(i + 1)
	}
	s.terms.fill(len(q.terms), q.total, func(i int) float64 { return q.terms[i].weight })
	s.pairs.fill(len(q.pairs), q.pairSum, func(i int) float64 { return q.pairs[i].weight })
}

func (s *scratch) give(word uint32, m meaning) {
	if s.mark[word].term == 0 {
		s.marked = append(s.marked, word)
	}
	s.mark[word] = m
}

// forget undoes prepare.
func (s *scratch) forget(q *Query) {
	for _, word := range s.marked {
		s.mark[word] = meaning{}
	}
	s.marked = s.marked[:0]
	for _, p := range q.pairs {
		s.pairAt[int(p.first)<<6|int(p.second)] = 0
	}
}

// shares says what share of a whole a set of up to 64 things is, eight at a time.
type shares struct {
	bytes int
	sum   [8][256]float32
}

// fill sets the shares of n things that weigh whole together.
func (s *shares) fill(n int, whole float64, weigh func(i int) float64) {
	s.bytes = (n + 7) / 8
	for i := range n {
		share := float32(weigh(i) / max(whole, 1e-9))
		sums, bit := &s.sum[i/8], 1<<(i%8)
		if i%8 == 0 {
			clear(sums[:])
		}
		for set := range bit {
			sums[bit|set] = sums[set] + share
		}
	}
}

// of is the share that the set is.
func (s *shares) of(set uint64) float64 {
	sum := float32(0)
	for i := range s.bytes {
		sum += s.sum[i][set>>(8*i)&255]
	}
	return float64(sum)
}
