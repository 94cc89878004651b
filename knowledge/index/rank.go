package index

// Match is a document found.
type Match struct {
	Doc      int
	Score    float64
	Features Features
	// Confidence is how likely the document answers the question.
	Confidence float64

	evidence evidence
}

// Search returns the documents that may answer q, best first. A nil allow
// allows all.
func (x *Index) Search(q *Query, allow func(doc int) bool) []Match {
	return x.SearchWith(shipped, q, allow)
}

// SearchWith searches with other weights than the shipped ones.
func (x *Index) SearchWith(w *Weights, q *Query, allow func(doc int) bool) []Match {
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
		matches[i].Doc = int(doc)
		matches[i].Features, matches[i].evidence = x.features(q, s, doc)
	}
	compare(matches)
	w.Sort(matches)
	x.judge(w, q, matches)
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
