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

// A Result is what a search found.
type Result struct {
	Matches []Match // best first
	// Known is how likely one of the documents answers the question.
	Known float64
}

// Search returns the documents that may answer q. A nil allow allows all.
func (x *Index) Search(q *Query, allow func(doc int) bool) Result {
	return x.SearchWith(shipped(), q, allow)
}

// SearchWith searches with other weights than the shipped ones.
func (x *Index) SearchWith(w *Weights, q *Query, allow func(doc int) bool) Result {
	r := Result{Matches: w.Sort(x.Candidates(q, allow))}
	for i := range r.Matches[:min(len(r.Matches), Offered)] {
		s := x.Signals(q, r.Matches, i)
		r.Matches[i].Confidence = w.Right.Sure(s[:])
		if i == 0 {
			r.Known = max(w.Known.Sure(s[:]), r.Matches[0].Confidence)
		}
	}
	return r
}

// Candidates are the documents worth a close look, with their features; they
// have no score yet.
func (x *Index) Candidates(q *Query, allow func(doc int) bool) []Match {
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
	s.prepare(x, q)
	defer s.forget(q)
	s.look.q, s.look.s = q, s
	matches := make([]Match, len(found))
	for i, doc := range found {
		s.look.read(x, doc)
		matches[i] = Match{Doc: int(doc), Features: s.look.f, evidence: s.look.evidence}
	}
	s.look.q = nil
	compare(matches)
	return matches
}

// Offered is how many of the first results are offered to someone who is asked
// back; only they get a Confidence.
const Offered = 3
