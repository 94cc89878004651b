package index

import "slices"

// Match is a document found.
type Match struct {
	Doc      int
	Score    float64
	Features Features
	// Confidence is how likely the document answers the question.
	Confidence float64
}

// Search returns the documents that may answer q, best first. A nil allow
// allows all.
func (x *Index) Search(q *Query, allow func(doc int) bool) []Match {
	if len(q.terms) == 0 || x.Len() == 0 {
		return nil
	}
	s := x.scratch()
	defer x.pool.Put(s)
	var may func(uint32) bool
	if allow != nil {
		may = func(doc uint32) bool { return allow(int(doc)) }
	}
	found := x.propose(q, s, may)
	x.mark(q, s)
	defer x.unmark(q, s)
	matches := make([]Match, len(found))
	for i, doc := range found {
		matches[i] = Match{Doc: int(doc), Features: x.features(q, s, doc)}
	}
	compare(matches)
	for i := range matches {
		matches[i].Score = x.weights.score(&matches[i].Features)
	}
	slices.SortStableFunc(matches, func(a, b Match) int { return cmpFloat(b.Score, a.Score) })
	for i := range matches {
		matches[i].Confidence = x.weights.confidence(matches, i)
	}
	return matches
}

// compare fills the features that stand beside the best candidate's.
func compare(matches []Match) {
	var words, pairs, passage float64
	for i := range matches {
		f := &matches[i].Features
		words, pairs = max(words, f[docWords]), max(pairs, f[docPairs])
		passage = max(passage, f[passageWords]+f[passagePairs])
	}
	for i := range matches {
		f := &matches[i].Features
		f[topWords] = f[docWords] / max(words, 1e-9)
		f[topPairs] = f[docPairs] / max(pairs, 1e-9)
		f[topPassage] = (f[passageWords] + f[passagePairs]) / max(passage, 1e-9)
	}
}
