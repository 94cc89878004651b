package search

const (
	passageSegments = 3 // a passage is so many segments side by side
	near            = 4 // words apart
)

// look is what is seen of one document while reading it word by word.
type look struct {
	q *Query
	s *scratch

	times, plainTimes, pairTimes [maxTerms + 1]float64
	hits                         []hit // in the body, in order
	counts
}

// counts is what is counted anew for each document.
type counts struct {
	f Features

	plain, pairs, near, triples uint64 // of the document

	recent   [passageSegments]seen // the segments of the passage being read
	segments int
	best     struct{ passage, segment float64 }
	evidence evidence
	// of the best passage
	found     group // hits
	bestPairs uint64
}

// A hit is a word of the body that stands for a term of the question, and the
// pair it makes with the word before it: 1 + pair, 0 for none.
type hit struct {
	term, pair uint8
	sure       bool
}

// A group is hits [begin, end).
type group struct{ begin, end int }

// seen is what of the question stands in one segment.
type seen struct {
	terms, plain, pairs uint64
	length              float64
	hits                group
}

// read looks at one document.
func (l *look) read(x *Index, doc uint32) {
	l.start()
	shelf, at := x.shelfOf(doc)
	for i := shelf.docSeg[at]; i < shelf.docSeg[at+1]; i++ {
		begin, end, head := shelf.segment(i)
		if now := l.segment(shelf.seq[begin:end], head); head {
			l.head(x, shelf.seq[begin:end], now)
		} else {
			l.passage(shelf, now, i)
		}
	}
	l.finish(shelf, at)
}

// start forgets the document before.
func (l *look) start() {
	l.counts = counts{}
	clear(l.times[:len(l.q.terms)])
	clear(l.plainTimes[:len(l.q.terms)])
	clear(l.pairTimes[:len(l.q.pairs)])
	l.hits = l.hits[:0]
}

// A trail is how the reading of a segment got where it is.
type trail struct {
	term   int // the last word of the question met
	at     int // where
	run    float64
	pair   uint8 // 1 + the last pair met
	pairAt int
}

// segment reads the words of one segment.
func (l *look) segment(words []uint32, head bool) seen {
	now := seen{length: float64(len(words)), hits: group{begin: len(l.hits)}}
	times := 1.0
	if head {
		times = headTimes
	}
	way := trail{at: -near - 1, pairAt: -2}
	mark, longest := l.s.mark, l.f[longestRun]
	for i, word := range words {
		m := mark[word]
		if m.term == 0 {
			continue
		}
		t := (m.term - 1) & maxTerms
		l.plainTimes[t] += times
		l.times[t] += times * float64(m.sure) / quiteSure
		now.plain |= 1 << t
		if m.sure > 0 {
			now.terms |= 1 << t
		}
		pair, next := l.meet(&way, &now, t, i, times)
		if !head {
			l.hits = append(l.hits, hit{t, pair, m.sure > 0})
		}
		weight := l.q.terms[t].weight
		if next && way.at == i-1 {
			way.run += weight
		} else {
			way.run = weight
		}
		if way.run > longest {
			longest = way.run
		}
		way.term, way.at = int(t), i
	}
	l.f[longestRun] = longest
	now.hits.end = len(l.hits)
	l.plain |= now.plain
	l.pairs |= now.pairs
	return now
}

// meet notes the pairs that term t at place i makes with the word met before
// it: the pair that stands there word by word, and whether the two are a pair
// of the question at all.
func (l *look) meet(way *trail, now *seen, t uint8, i int, times float64) (pair uint8, next bool) {
	apart := i - way.at
	if apart > near {
		return 0, false
	}
	p := l.s.pairAt[way.term<<6|int(t)]
	if p > 0 && apart == 1 {
		pair = p
		now.pairs |= 1 << (p - 1)
		l.pairTimes[p-1] += times
		if way.pairAt == i-1 && l.q.pairs[way.pair-1].next == p {
			l.triples |= 1 << (way.pair - 1)
		}
		way.pair, way.pairAt = p, i
	}
	if p == 0 {
		p = l.s.pairAt[int(t)<<6|way.term] // the other way round
	}
	if p > 0 {
		l.near |= 1 << (p - 1)
	}
	return pair, p > 0
}

// head compares the question with a title or known question.
func (l *look) head(x *Index, words []uint32, now seen) {
	found, pairs := l.s.terms.of(now.terms), l.s.pairs.of(now.pairs)
	if found > l.f[headWords] {
		l.f[headWords], l.evidence.heads = found, now.terms
	}
	l.evidence.pairs |= now.pairs
	l.f[headPairs] = max(l.f[headPairs], pairs)
	hit, all := 0.0, 0.0
	for _, word := range words {
		weight := float64(x.rarities[word])
		all += weight
		hit += weight * float64(l.s.mark[word].sure) / quiteSure
	}
	if all > 0 {
		l.f[headPrecision] = max(l.f[headPrecision], hit/all)
	}
}

// passage adds one segment of the body and looks at the passage it ends.
func (l *look) passage(shelf *shelf, now seen, segment uint32) {
	if w, p := l.s.terms.of(now.terms), l.s.pairs.of(now.pairs); w+p > l.best.segment {
		l.best.segment = w + p
		l.f[segmentWords], l.f[segmentPairs], l.evidence.segment = w, p, now.terms
	}
	l.recent[l.segments%passageSegments] = now
	l.segments++
	all := now
	for i := range min(l.segments, passageSegments) - 1 {
		r := &l.recent[(l.segments-2-i)%passageSegments]
		all.terms |= r.terms
		all.plain |= r.plain
		all.pairs |= r.pairs
		all.length += r.length
		all.hits.begin = r.hits.begin
	}
	words, pairs := l.s.terms.of(all.terms), l.s.pairs.of(all.pairs)
	if l.segments <= passageSegments {
		l.f[leadWords], l.f[leadPairs], l.evidence.lead = words, pairs, all.terms
	}
	l.f[passagePlain] = max(l.f[passagePlain], l.s.terms.of(all.plain))
	l.f[passagePairs] = max(l.f[passagePairs], pairs)
	if words+pairs <= l.best.passage && l.segments > 1 {
		return
	}
	l.best.passage = words + pairs
	l.f[passageWords] = words
	first, _, _ := shelf.segment(segment + 1 - uint32(min(l.segments, passageSegments)))
	_, last, _ := shelf.segment(segment)
	l.evidence.begin, l.evidence.end, l.evidence.terms = first, last, all.terms
	l.found, l.bestPairs = all.hits, all.pairs
}
