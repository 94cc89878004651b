package index

import (
	"math"
	"slices"

	"phatngon/knowledge/text"
)

// Signals are what the confidence in a result is judged from: its features and
// what follows them.
type Signals [signalCount]float64

// The signals after the features.
const (
	rankScore     = int(featureCount) + iota // of the re-ranker
	rankShare                                // softmax of it over the candidates
	rankLead                                 // how far before the next
	missingMost                              // weight of the weightiest ordinary word that is missing
	missingNext                              // and of the next
	missingShare                             // share of ordinary words missing, by weight
	missingNumber                            // a number of the question is missing
	unknownShare                             // share of words no document holds
	questionSize                             // how many ordinary words
	matchedWeight                            // weight of all words found
	asksNumber                               // a number or time is asked for
	givesNumber                              // and the passage has one it was not asked with
	signalCount
)

var signalNames = append(featureNames[:], "rank_score", "rank_share", "rank_lead", "missing_most", "missing_next",
	"missing_share", "missing_number", "unknown_share", "question_size", "matched_weight", "asks_number", "gives_number")

// Signals looks at result i of a search for q.
func (x *Index) Signals(q *Query, matches []Match, i int) Signals {
	var s Signals
	m := &matches[i]
	copy(s[:], m.Features[:])
	s[rankScore] = m.Score / 20
	all, next := 0.0, math.Inf(-1)
	for j := range matches {
		if j != i && m.same(&matches[j]) {
			continue
		}
		all += math.Exp(matches[j].Score - m.Score)
		if j != i {
			next = max(next, matches[j].Score)
		}
	}
	s[rankShare] = 1 / all
	s[rankLead] = min(max(m.Score-next, -10), 10)
	x.missing(q, m, &s)
	s[asksNumber], s[givesNumber] = q.asksNumber(), x.givesNumber(q, m.evidence)
	return s
}

// EqualScore is the difference of scores within which two results count as
// equally relevant.
const EqualScore = 0.3

// same reports whether two results say the same as far as the question goes:
// then neither speaks against the other.
func (m *Match) same(other *Match) bool {
	return math.Abs(m.Score-other.Score) <= EqualScore &&
		m.evidence.terms == other.evidence.terms && m.evidence.heads == other.evidence.heads
}

// missing weighs the words of q that neither the passage nor a head holds.
func (x *Index) missing(q *Query, m *Match, s *Signals) {
	have := m.evidence.terms | m.evidence.heads
	ordinary, missing, unknown, top := 0.0, 0.0, 0.0, x.rarity(1, float64(x.Len())+x.faith*backgroundMost)
	for i, t := range q.terms {
		if t.asking < 1 {
			continue
		}
		ordinary += t.weight
		s[questionSize] += 0.1
		if t.plain == none || x.words.plainDocs[t.plain] == 0 {
			unknown += t.weight
		}
		if have>>i&1 == 1 {
			s[matchedWeight] += t.weight / 50
			continue
		}
		missing += t.weight
		share := t.weight / top
		s[missingNext] = max(s[missingNext], min(share, s[missingMost]))
		s[missingMost] = max(s[missingMost], share)
		if text.IsNumber(t.key) {
			s[missingNumber] = 1
		}
	}
	s[missingShare], s[unknownShare] = missing/max(ordinary, 1e-9), unknown/max(ordinary, 1e-9)
}

// countWords ask for a number or a time.
var countWords = map[string]bool{"nhiêu": true, "mây2": true, "lâu": true, "giơ1": true, "năm": true, "thang2": true}

func (q *Query) asksNumber() float64 {
	for _, t := range q.terms {
		if t.asking < 1 && countWords[t.key] {
			return 1
		}
	}
	return 0
}

// givesNumber reports whether the passage has a number q does not name.
func (x *Index) givesNumber(q *Query, e evidence) float64 {
	for _, word := range x.seq[e.begin:e.end] {
		if key := x.words.keys[word]; text.IsNumber(key) && !q.names(key) {
			return 1
		}
	}
	return 0
}

// judge gives every match its confidence.
func (x *Index) judge(w *Weights, q *Query, matches []Match) {
	for i := range matches[:min(len(matches), judged)] {
		s := x.Signals(q, matches, i)
		matches[i].Confidence = w.Sure(&s)
	}
}

// judged is how many of the first results get a confidence; nobody asks for
// that of the others.
const judged = 3

// names reports whether the question holds the word.
func (q *Query) names(key string) bool {
	return slices.ContainsFunc(q.terms, func(t term) bool { return t.key == key })
}
