package index

import (
	"math"
	"math/bits"

	"phatngon/knowledge/text"
)

// Features are what the re-ranker looks at, each about 0 to 1.
type Features [featureCount]float64

// The features, in the order of the weights file.
const (
	docWords         = iota // BM25 of the document, against the best possible
	docPlain                // the same without diacritics
	docPairs                // share of the question's pairs the document holds, by weight
	docCover                // share of its words
	passageWords            // share of its words in the best passage
	passagePlain            // the same without diacritics
	passagePairs            // share of its pairs in the best passage
	passageTimes            // BM25 of the best passage
	rareWords               // share of its three rarest words in the best passage
	headWords               // share of its words in the best title or known question
	headPairs               // share of its pairs there
	headPrecision           // share of that title or question that is in the question
	longestRun              // the longest run of its words, by weight
	nearPairs               // share of its pairs in the document, within four words, either order
	leadWords               // share of its words in the first passage
	leadPairs               // share of its pairs there
	shortness               // how short the document is
	numbers                 // share of its numbers in the best passage
	topWords                // docWords against the best candidate's
	topPairs                // docPairs against the best candidate's
	topPassage              // passageWords + passagePairs against the best candidate's
	docShort                // BM25 of the document that minds its length more
	pairTimes               // BM25 of the question's pairs in the document
	passagePairTimes        // BM25 of the pairs in the best passage
	triples                 // share of its three words in a row the document holds
	density                 // share of the best passage that is the question's words
	segmentWords            // share of its words in the best segment
	segmentPairs            // share of its pairs in the best segment
	featureCount
)

var featureNames = [featureCount]string{
	"doc_words", "doc_plain", "doc_pairs", "doc_cover", "passage_words", "passage_plain", "passage_pairs",
	"passage_times", "rare_words", "head_words", "head_pairs", "head_precision", "longest_run", "near_pairs",
	"lead_words", "lead_pairs", "shortness", "numbers", "top_words", "top_pairs", "top_passage",
	"doc_short", "pair_times", "passage_pair_times", "triples", "density", "segment_words",
	"segment_pairs",
}

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
	weight, length      float64
}

// mark tells the scratch which words are terms of q.
func (x *Index) mark(q *Query, s *scratch) {
	for i, t := range q.terms {
		if t.plain != none {
			for _, id := range x.words.spelt(t.plain) {
				s.slot[id] = uint8(i + 1)
			}
		}
	}
	for i, t := range q.terms {
		for _, o := range t.others {
			s.slot[o.id], s.exact[o.id] = uint8(i+1), float32(o.weight)
		}
	}
	for i, t := range q.terms {
		if t.id != none {
			s.slot[t.id], s.exact[t.id] = uint8(i+1), 1
		}
	}
	for i, p := range q.pairs {
		s.pairAt[int(p.first)<<6|int(p.second)] = uint8(i + 1)
	}
}

func (x *Index) unmark(q *Query, s *scratch) {
	for _, t := range q.terms {
		if t.plain != none {
			for _, id := range x.words.spelt(t.plain) {
				s.slot[id], s.exact[id] = 0, 0
			}
		}
		for _, o := range t.others {
			s.slot[o.id], s.exact[o.id] = 0, 0
		}
	}
	for _, p := range q.pairs {
		s.pairAt[int(p.first)<<6|int(p.second)] = 0
	}
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

// segment reads the words of one segment.
func (l *look) segment(s *scratch, words []uint32, head bool) seen {
	now := seen{length: float64(len(words))}
	times := 1.0
	if head {
		times = headTimes
	}
	last, lastAt, run, runEnd := uint8(0), -near-1, 0.0, -1
	lastPair, lastPairAt := uint8(0), -2
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
		weight := l.q.terms[t].weight
		if last > 0 {
			p := s.pairAt[int(last-1)<<6|int(t)]
			if p > 0 && lastAt == i-1 {
				now.pairs |= 1 << (p - 1)
				l.pairTimes[p-1] += times
				now.pairTimes[p-1]++
				if lastPairAt == i-1 && l.q.pairs[lastPair-1].next == p {
					l.tripleSeen |= 1 << (lastPair - 1)
				}
				lastPair, lastPairAt = p, i
			}
			if i-lastAt <= near {
				if p == 0 {
					p = s.pairAt[int(t)<<6|int(last-1)]
				}
				if p > 0 {
					l.docNear |= 1 << (p - 1)
				}
			}
			if p > 0 && runEnd == i-1 {
				run += weight
			} else {
				run = weight
			}
		} else {
			run = weight
		}
		runEnd = i
		l.f[longestRun] = max(l.f[longestRun], run)
		last, lastAt = slot, i
	}
	l.docTerms |= now.plain
	l.docPairsSeen |= now.pairs
	return now
}

// head compares the question with a title or known question.
func (l *look) head(x *Index, words []uint32, now seen, s *scratch) {
	words2, pairs := l.weigh(now.terms), l.weighPairs(now.pairs)
	if words2 > l.f[headWords] {
		l.f[headWords], l.evidence.heads = words2, now.terms
	}
	l.f[headPairs] = max(l.f[headPairs], pairs)
	hit, all := 0.0, 0.0
	for _, word := range words {
		weight := x.wordRarity(x.words.keys[word], x.words.docs[word])
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

func (l *look) weigh(terms uint64) float64 {
	sum := 0.0
	for ; terms != 0; terms &= terms - 1 {
		sum += l.q.terms[bits.TrailingZeros64(terms)].weight
	}
	return sum / max(l.q.total, 1e-9)
}

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
