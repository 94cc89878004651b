package search

import (
	"math"
	"slices"

	"phatngon/knowledge/lang"
	"phatngon/knowledge/search/spelling"
)

// EqualScore is the difference of scores within which two results count as
// equally relevant.
const EqualScore = 0.3

// signals looks at result i of a search for q.
func (x *Index) signals(q *Query, matches []Match, i int) Signals {
	var s Signals
	m := &matches[i]
	copy(s[:], m.Features[:])
	j := judge{x, q, m, &s}
	j.standing(matches)
	j.words()
	j.pairs()
	j.others(matches)
	shelf, at := x.shelfOf(uint32(m.Doc))
	s[asksNumber], s[givesNumber] = q.asksNumber(), x.givesNumber(q, m)
	s[size] = math.Log(1+float64(shelf.size[at])) / 5
	return s
}

// same reports whether two results say the same as far as the question goes:
// then neither speaks against the other.
func (m *Match) same(other *Match) bool {
	return math.Abs(m.Score-other.Score) <= EqualScore &&
		m.evidence.terms == other.evidence.terms && m.evidence.heads == other.evidence.heads
}

// A judge fills the signals of one result.
type judge struct {
	x *Index
	q *Query
	m *Match
	s *Signals
}

// standing compares the score with the others'.
func (j judge) standing(matches []Match) {
	all, next := 0.0, math.Inf(-1)
	behind := [...]struct{ signal, place int }{{leadThird, 3}, {leadFifth, 5}, {leadTenth, 10}}
	for _, b := range behind {
		j.s[b.signal] = farBehind
	}
	place := 1
	for i := range matches {
		o := &matches[i]
		if o != j.m && j.m.same(o) {
			continue
		}
		all += math.Exp(o.Score - j.m.Score)
		if o == j.m {
			continue
		}
		place++
		next = max(next, o.Score)
		for _, b := range behind {
			if b.place == place {
				j.s[b.signal] = min(j.m.Score-o.Score, farBehind)
			}
		}
	}
	j.s[rankScore] = j.m.Score / 20
	j.s[rankShare] = 1 / all
	j.s[rankLead] = min(max(j.m.Score-next, -farBehind), farBehind)
}

const farBehind = 10 // the most a score counts as behind another

// words weighs the words of the question that neither the passage nor a head
// holds.
func (j judge) words() {
	s := j.s
	have := j.m.evidence.terms | j.m.evidence.heads
	ordinary, missing, unknown, top := 0.0, 0.0, 0.0, j.x.topRarity()
	for i := range j.q.terms {
		t := &j.q.terms[i]
		if t.asking < 1 {
			continue
		}
		ordinary += t.weight
		s[questionSize] += 0.1
		if !t.held {
			unknown += t.weight
		}
		if have>>i&1 == 1 {
			s[matchedWeight] += t.weight / 50
			continue
		}
		missing += t.weight
		most(s, t.weight/top, missingMost, missingNext)
		if lang.IsNumber(t.key) {
			s[missingNumber] = 1
		}
	}
	s[missingShare], s[unknownShare] = missing/max(ordinary, 1e-9), unknown/max(ordinary, 1e-9)
}

// holds reports whether a document holds a word spelt so without diacritics.
func (x *Index) holds(plain uint32) bool {
	return plain != spelling.None && slices.ContainsFunc(x.words.Spelt(plain), func(word uint32) bool { return x.docCount[word] > 0 })
}

// most keeps the largest values in signals, in order.
func most(s *Signals, value float64, signals ...int) {
	for _, at := range signals {
		if value > s[at] {
			s[at], value = value, s[at]
		}
	}
}

// topRarity is the weight of a word that one document holds.
func (x *Index) topRarity() float64 {
	return x.rarity(1, float64(x.Len())+x.backgroundShare*backgroundMost)
}

// pairs weighs the pairs of the question that the passage and heads hold and
// those they do not. A firm pair is most often a word of two syllables: to
// lack one says more than to lack two words that happen to meet.
func (j judge) pairs() {
	s := j.s
	for i := range j.q.pairs {
		p := &j.q.pairs[i]
		weight, firm := p.weight/10, p.weight*p.firmness/10
		if j.m.evidence.pairs>>i&1 == 1 {
			s[pairsHit] += 0.1
			s[pairsHitWeight] += weight / 10
			s[pairsHitFirm] += firm / 5
			most(s, weight, pairHitMost, pairHitNext, pairHitThird)
		} else {
			s[pairsMissed] += 0.1
			s[pairsMissedWeight] += weight / 10
			s[pairsMissedFirm] += firm / 5
			most(s, weight, pairMissedMost, pairMissedNext)
			most(s, firm, firmMissedMost, firmMissedNext)
		}
	}
}

// others asks what the next results have of the question that this one lacks,
// and what it alone has.
func (j judge) others(matches []Match) {
	var terms, pairs uint64
	left := otherMost
	for i := range matches {
		o := &matches[i]
		if o == j.m || j.m.same(o) {
			continue
		}
		if left--; left < 0 {
			break
		}
		terms |= o.evidence.terms | o.evidence.heads
		pairs |= o.evidence.pairs
	}
	have := j.m.evidence.terms | j.m.evidence.heads
	for i := range j.q.terms {
		if t := &j.q.terms[i]; t.asking == 1 && have>>i&1 == 0 && terms>>i&1 == 1 {
			j.s[wordsElsewhere] += t.weight / 10
		}
	}
	for i := range j.q.pairs {
		weight := j.q.pairs[i].weight
		switch mine := j.m.evidence.pairs>>i&1 == 1; {
		case mine && pairs>>i&1 == 0:
			j.s[pairsAlone] += weight / 50
			j.s[pairAloneMost] = max(j.s[pairAloneMost], weight/10)
		case !mine && pairs>>i&1 == 1:
			j.s[pairsElsewhere] += weight / 50
		}
	}
}

const otherMost = 12 // results that are asked what they have

// countWords ask for a number or a time.
var countWords = map[string]bool{"nhiêu": true, "mây2": true, "lâu": true, "giơ1": true, "năm": true, "thang2": true}

func (q *Query) asksNumber() float64 {
	for i := range q.terms {
		if t := &q.terms[i]; t.asking < 1 && countWords[t.key] {
			return 1
		}
	}
	return 0
}

// givesNumber reports whether the passage has a number q does not name.
func (x *Index) givesNumber(q *Query, m *Match) float64 {
	s, _ := x.shelfOf(uint32(m.Doc))
	for _, word := range s.seq[m.evidence.begin:m.evidence.end] {
		if x.words.IsNumber(word) && !q.has(x.words.Keys[word]) {
			return 1
		}
	}
	return 0
}
