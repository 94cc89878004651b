package index

import (
	"math/bits"

	"phatngon/knowledge/text"
)

// passagePairs is the BM25 of the question's pairs in a passage.
func (l *look) passagePairs(all seen) float64 {
	sum := 0.0
	for pairs := all.pairs; pairs != 0; pairs &= pairs - 1 {
		p := bits.TrailingZeros64(pairs)
		times := 0.0
		for i := range min(l.segments, passageSegments) {
			times += float64(l.recent[i].pairTimes[p])
		}
		length := 1 - b + b*all.length/passageMean
		sum += l.q.pairs[p].weight * times / (times + k1*length)
	}
	return sum / max(l.q.pairSum, 1e-9)
}

// dense is the share of a passage that is the question's words.
func (l *look) dense(all seen) float64 {
	n := 0.0
	for i := range min(l.segments, passageSegments) {
		for terms := l.recent[i].terms; terms != 0; terms &= terms - 1 {
			n += float64(l.recent[i].times[bits.TrailingZeros64(terms)])
		}
	}
	return n / (all.length + 10)
}

const passageMean = 100 // words

// passageTimes is the BM25 of the question's words in a passage.
func (l *look) passageTimes(x *Index, all seen) float64 {
	sum := 0.0
	for terms := all.terms; terms != 0; terms &= terms - 1 {
		t := bits.TrailingZeros64(terms)
		times := 0.0
		for i := range min(l.segments, passageSegments) {
			times += float64(l.recent[i].times[t])
		}
		length := 1 - b + b*all.length/passageMean
		sum += l.q.terms[t].weight * times * (k1 + 1) / (times + k1*length)
	}
	return sum / (max(l.q.total, 1e-9) * (k1 + 1))
}

// weigh is the share of the question that terms are, by weight.
func (l *look) weigh(terms uint64) float64 {
	sum := 0.0
	for ; terms != 0; terms &= terms - 1 {
		sum += l.q.terms[bits.TrailingZeros64(terms)].weight
	}
	return sum / max(l.q.total, 1e-9)
}

// weighPairs is the share of the question's pairs that pairs are.
func (l *look) weighPairs(pairs uint64) float64 {
	sum := 0.0
	for ; pairs != 0; pairs &= pairs - 1 {
		sum += l.q.pairs[bits.TrailingZeros64(pairs)].weight
	}
	return sum / max(l.q.pairSum, 1e-9)
}

// rare is the share of the question's three weightiest words among terms.
func (l *look) rare(terms uint64) float64 {
	hit, all := 0.0, 0.0
	for _, t := range l.q.rarest {
		weight := l.q.terms[t].weight
		all += weight
		if terms>>t&1 == 1 {
			hit += weight
		}
	}
	return hit / max(all, 1e-9)
}

// numbers is the share of the question's numbers among terms, ½ without any.
func (l *look) numbers(terms uint64) float64 {
	hit, all := 0.0, 0.0
	for t := range l.q.terms {
		if text.IsNumber(l.q.terms[t].key) {
			all++
			hit += float64(terms >> t & 1)
		}
	}
	if all == 0 {
		return 0.5
	}
	return hit / all
}
