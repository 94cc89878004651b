package search

import (
	"math"
	"math/bits"

	"phatngon/knowledge/lang"
)

const passageMean = 100 // words

// finish computes what needs the whole document.
func (l *look) finish(s *shelf, doc uint32) {
	l.evidence.pairs |= l.bestPairs
	l.gather()
	l.measureDocument(s, doc)
	l.measurePassage()
	l.f[docPairs] = l.s.pairs.of(l.pairs)
	l.f[docCover] = l.s.terms.of(l.plain)
	l.f[nearPairs] = l.s.pairs.of(l.near)
	l.f[longestRun] /= max(l.q.total, 1e-9)
	l.f[rareWords] = l.rare(l.evidence.terms)
	l.f[numbers] = l.numbers(l.evidence.terms)
	l.f[sharedWords] = share(l.evidence.terms|l.evidence.heads, len(l.q.terms))
	l.f[sharedPairs] = share(l.pairs, len(l.q.pairs))
}

func share(set uint64, n int) float64 { return float64(bits.OnesCount64(set)) / float64(max(n, 1)) }

// measureDocument sums up the words and pairs of the document.
func (l *look) measureDocument(s *shelf, doc uint32) {
	length, size := s.length(doc), float64(s.size[doc])/s.mean
	long := 0.1 + 0.9*size
	for set := l.plain; set != 0; set &= set - 1 {
		i := bits.TrailingZeros64(set)
		weight, times, plain := l.q.terms[i].weight, l.times[i], l.plainTimes[i]
		l.f[docPlain] += weight * plain / (plain + k1*length)
		l.f[docWords] += weight * times / (times + k1*length)
		l.f[docShort] += weight * times / (times + k1*long)
	}
	total := max(l.q.total, 1e-9)
	l.f[docPlain] /= total
	l.f[docWords] /= total
	l.f[docShort] /= total
	for set := l.pairs; set != 0; set &= set - 1 {
		i := bits.TrailingZeros64(set)
		weight := l.q.pairs[i].weight
		l.f[pairTimes] += weight * l.pairTimes[i] / (l.pairTimes[i] + k1*length)
		l.f[rarestPair] = max(l.f[rarestPair], weight/10)
	}
	l.f[pairTimes] /= max(l.q.pairSum, 1e-9)
	l.f[triples] = l.rowsOfThree()
	l.f[shortness] = 1 / (1 + math.Sqrt(size))
}

func (l *look) rowsOfThree() float64 {
	all, hit := 0.0, 0.0
	for i := range l.q.pairs {
		if p := &l.q.pairs[i]; p.next > 0 {
			all += p.weight
			if l.triples>>i&1 == 1 {
				hit += p.weight
			}
		}
	}
	return hit / max(all, 1e-9)
}

// measurePassage sums up the words and pairs of the best passage.
func (l *look) measurePassage() {
	var terms, pairs [maxTerms + 1]float64
	words := 0.0
	for _, h := range l.hits[l.found.begin:l.found.end] {
		if h.sure {
			terms[h.term]++
			words++
		}
		if h.pair > 0 {
			pairs[h.pair-1]++
		}
	}
	size := float64(l.evidence.end - l.evidence.begin)
	length := k1 * (1 - b + b*size/passageMean)
	for set := l.evidence.terms; set != 0; set &= set - 1 {
		i := bits.TrailingZeros64(set)
		l.f[passageTimes] += l.q.terms[i].weight * terms[i] / (terms[i] + length)
	}
	l.f[passageTimes] /= max(l.q.total, 1e-9)
	for set := l.bestPairs; set != 0; set &= set - 1 {
		i := bits.TrailingZeros64(set)
		l.f[passagePairTimes] += l.q.pairs[i].weight * pairs[i] / (pairs[i] + length)
	}
	l.f[passagePairTimes] /= max(l.q.pairSum, 1e-9)
	l.f[density] = words / (size + 10)
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
		if lang.IsNumber(l.q.terms[t].key) {
			all++
			hit += float64(terms >> t & 1)
		}
	}
	if all == 0 {
		return 0.5
	}
	return hit / all
}
