package index

import "math"

const (
	passageSegments = 3 // a passage is so many segments side by side
	near            = 4 // words apart
)

// look is what is seen of one document while reading it word by word.
type look struct {
	q *Query
	f Features

	times, plainTimes [maxTerms + 1]float64
	pairTimes         [maxTerms + 1]float64
	tripleSeen        uint64
	docTerms, docNear uint64
	docPairsSeen      uint64

	recent      [passageSegments]seen // the segments of the passage being read
	segments    int
	bestPassage float64
	bestSegment float64
	evidence    evidence
}

// evidence is where the best passage of a document stands and what of the
// question is in it or in the best title or known question.
type evidence struct {
	begin, end   uint32 // words
	terms, heads uint64
}

// seen is what of the question stands in one segment.
type seen struct {
	terms, plain, pairs uint64
	times, pairTimes    [maxTerms + 1]uint8
	length              float64
}

// features reads one document.
func (x *Index) features(q *Query, s *scratch, doc uint32) (Features, evidence) {
	l := look{q: q}
	for i := x.docSeg[doc]; i < x.docSeg[doc+1]; i++ {
		begin, end, head := x.segment(i)
		now := l.segment(s, x.seq[begin:end], head)
		if head {
			l.head(x, x.seq[begin:end], now, s)
		} else {
			l.passage(x, now, i)
		}
	}
	l.finish(x, doc)
	return l.f, l.evidence
}

// A trail is how the reading of a segment got where it is.
type trail struct {
	term   uint8 // 1 + the last word of the question met, 0 for none yet
	at     int   // where
	run    float64
	pair   uint8 // 1 + the last pair met
	pairAt int
}

// segment reads the words of one segment.
func (l *look) segment(s *scratch, words []uint32, head bool) seen {
	now := seen{length: float64(len(words))}
	times := 1.0
	if head {
		times = headTimes
	}
	way := trail{at: -near - 1, pairAt: -2}
	for i, word := range words {
		slot := s.slot[word]
		if slot == 0 {
			continue
		}
		t := slot - 1
		sure := float64(s.exact[word])
		l.plainTimes[t] += times
		l.times[t] += times * sure
		now.plain |= 1 << t
		if sure > 0 {
			now.terms |= 1 << t
			now.times[t]++
		}
		paired := way.term > 0 && l.meet(s, &way, &now, t, i, times)
		if weight := l.q.terms[t].weight; paired && way.at == i-1 {
			way.run += weight
		} else {
			way.run = weight
		}
		l.f[longestRun] = max(l.f[longestRun], way.run)
		way.term, way.at = slot, i
	}
	l.docTerms |= now.plain
	l.docPairsSeen |= now.pairs
	return now
}

// meet notes the pairs that term t at place i makes with the word met before
// it, and reports whether the two are a pair of the question.
func (l *look) meet(s *scratch, way *trail, now *seen, t uint8, i int, times float64) bool {
	p := s.pairAt[int(way.term-1)<<6|int(t)]
	if p > 0 && way.at == i-1 {
		now.pairs |= 1 << (p - 1)
		l.pairTimes[p-1] += times
		now.pairTimes[p-1]++
		if way.pairAt == i-1 && l.q.pairs[way.pair-1].next == p {
			l.tripleSeen |= 1 << (way.pair - 1)
		}
		way.pair, way.pairAt = p, i
	}
	if p == 0 && i-way.at <= near {
		p = s.pairAt[int(t)<<6|int(way.term-1)] // the other way round
	}
	if p > 0 && i-way.at <= near {
		l.docNear |= 1 << (p - 1)
	}
	return p > 0
}

// head compares the question with a title or known question.
func (l *look) head(x *Index, words []uint32, now seen, s *scratch) {
	found, pairs := l.weigh(now.terms), l.weighPairs(now.pairs)
	if found > l.f[headWords] {
		l.f[headWords], l.evidence.heads = found, now.terms
	}
	l.f[headPairs] = max(l.f[headPairs], pairs)
	hit, all := 0.0, 0.0
	for _, word := range words {
		weight := float64(x.words.rarity[word])
		all += weight
		hit += weight * float64(s.exact[word])
	}
	if all > 0 {
		l.f[headPrecision] = max(l.f[headPrecision], hit/all)
	}
}

// passage adds one segment of the body and looks at the passage it ends.
func (l *look) passage(x *Index, now seen, segment uint32) {
	if w, p := l.weigh(now.terms), l.weighPairs(now.pairs); w+p > l.bestSegment {
		l.bestSegment = w + p
		l.f[segmentWords], l.f[segmentPairs] = w, p
	}
	l.recent[l.segments%passageSegments] = now
	l.segments++
	var all seen
	for i := range min(l.segments, passageSegments) {
		r := &l.recent[i]
		all.terms |= r.terms
		all.plain |= r.plain
		all.pairs |= r.pairs
		all.length += r.length
	}
	words, pairs := l.weigh(all.terms), l.weighPairs(all.pairs)
	if l.segments <= passageSegments {
		l.f[leadWords], l.f[leadPairs] = words, pairs
	}
	l.f[passagePlain] = max(l.f[passagePlain], l.weigh(all.plain))
	l.f[passagePairs] = max(l.f[passagePairs], pairs)
	if words+pairs <= l.bestPassage && l.segments > 1 {
		return
	}
	l.bestPassage = words + pairs
	first, _, _ := x.segment(segment + 1 - uint32(min(l.segments, passageSegments)))
	_, last, _ := x.segment(segment)
	l.evidence.begin, l.evidence.end, l.evidence.terms = first, last, all.terms
	l.f[passageWords] = words
	l.f[passageTimes] = l.passageTimes(x, all)
	l.f[rareWords] = l.rare(all.terms)
	l.f[numbers] = l.numbers(all.terms)
	l.f[passagePairTimes] = l.passagePairs(all)
	l.f[density] = l.dense(all)
}

// finish computes what needs the whole document.
func (l *look) finish(x *Index, doc uint32) {
	length := 1 - b + b*float64(x.size[doc])/x.mean
	exact, plain := 0.0, 0.0
	for i, t := range l.q.terms {
		exact += t.weight * l.times[i] / (l.times[i] + k1*length)
		plain += t.weight * l.plainTimes[i] / (l.plainTimes[i] + k1*length)
	}
	long := 0.1 + 0.9*float64(x.size[doc])/x.mean
	for i, t := range l.q.terms {
		l.f[docShort] += t.weight * l.times[i] / (l.times[i] + k1*long) / max(l.q.total, 1e-9)
	}
	tripleSum, tripleHit := 0.0, 0.0
	for i, p := range l.q.pairs {
		l.f[pairTimes] += p.weight * l.pairTimes[i] / (l.pairTimes[i] + k1*length) / max(l.q.pairSum, 1e-9)
		if p.next > 0 {
			tripleSum += p.weight
			if l.tripleSeen>>i&1 == 1 {
				tripleHit += p.weight
			}
		}
	}
	l.f[triples] = tripleHit / max(tripleSum, 1e-9)
	l.f[docWords], l.f[docPlain] = exact/max(l.q.total, 1e-9), plain/max(l.q.total, 1e-9)
	l.f[docPairs] = l.weighPairs(l.docPairsSeen)
	l.f[docCover] = l.weigh(l.docTerms)
	l.f[nearPairs] = l.weighPairs(l.docNear)
	l.f[longestRun] /= max(l.q.total, 1e-9)
	l.f[shortness] = 1 / (1 + math.Sqrt(float64(x.size[doc])/x.mean))
}
