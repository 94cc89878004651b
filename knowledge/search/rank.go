package search

import "slices"

// Match is a document found.
type Match struct {
	Doc      int
	Score    float64
	Features Features
	// Confidence is how likely the document answers the question.
	Confidence float64

	evidence evidence
}

// Head is the share of the question's words, by weight, that the document's
// best title or known question has.
func (m *Match) Head() float64 { return m.Features[headWords] }

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
	views := x.Views(q, r.Matches, Offered)
	for i, sure := range w.Right.Sure(views...) {
		r.Matches[i].Confidence = sure
	}
	if len(views) > 0 {
		r.Known = w.Known.Sure(views[0])[0]
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
	matches := s.lookAt(x, q, x.propose(q, s, candidates, allow))
	compare(matches)
	return matches
}

// lookAt looks at documents; one that holds no word of q, whatever it was
// proposed for, is left out.
func (s *scratch) lookAt(x *Index, q *Query, docs []uint32) []Match {
	s.prepare(x, q)
	defer s.forget(q)
	s.look.q, s.look.s = q, s
	matches := make([]Match, 0, len(docs))
	for _, doc := range docs {
		if s.look.read(x, doc); s.look.plain != 0 {
			matches = append(matches, Match{Doc: int(doc), Features: s.look.f, evidence: s.look.evidence})
		}
	}
	s.look.q = nil
	return matches
}

// More lists up to n documents beside those found, likeliest first, without
// looking at them: they come after all that Search found.
func (x *Index) More(q *Query, found []Match, n int, allow func(doc int) bool) []int {
	if n <= 0 || len(q.terms) == 0 || x.Len() == 0 {
		return nil
	}
	s := x.scratch()
	defer x.pool.Put(s)
	var more []int
	for _, doc := range x.propose(q, s, n+len(found), allow) {
		if !slices.ContainsFunc(found, func(m Match) bool { return m.Doc == int(doc) }) && len(more) < n {
			more = append(more, int(doc))
		}
	}
	return more
}

// Offered is how many of the first results are offered to someone who is asked
// back; only they get a Confidence.
const Offered = 3
