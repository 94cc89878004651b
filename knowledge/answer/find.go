package answer

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// A finding is a statement found for a question.
type finding struct {
	statement.Statement
	standing   standing
	score      float64
	confidence float64     // that it answers
	known      float64     // that any statement does
	head       float64     // share of the question's words in its best title or known question
	doubted    bool        // what would be quoted answers something else
	corrects   bool        // what would be quoted denies what the question heard
	like       likeness    // to its hints, where it has any
	signals    HintSignals // that it was judged by then
	byHint     bool        // nothing but a hint led to it
}

// find lists the statements that may be said to q, best first.
func (snap *snapshot) find(q Question, read *search.Query) []finding {
	found := snap.list(q, read, 0)
	if len(found) == 0 || found[0].standing != historical {
		return snap.curatedFirst(q, found)
	}
	// It holds at the time asked about: that its text need not say.
	rest := timelessOf(q.Text, q.Now)
	again := snap.list(q, snap.index.Read(rest.text), 0)
	if len(again) > 0 && again[0].Code == found[0].Code && rest.of(found[0].Statement, q.Now) {
		found[0].confidence = max(found[0].confidence, again[0].confidence)
		found[0].known = max(found[0].known, again[0].known)
	}
	return snap.curatedFirst(q, found)
}

// list is find, filled up to n statements with what only shares some words.
func (snap *snapshot) list(q Question, read *search.Query, n int) []finding {
	about := periodOf(q.Text, q.Now)
	allow := func(doc int) bool { return snap.sayable(snap.at(doc), q, about) }
	result := snap.index.Search(read, allow)
	found := make([]finding, 0, max(n, len(result.Matches)))
	for _, m := range result.Matches {
		found = append(found, finding{
			Statement: snap.at(m.Doc), standing: snap.standing(snap.at(m.Doc), q.Audience, q.Now),
			score: m.Score, confidence: m.Confidence, known: result.Known, head: m.Head(),
		})
	}
	snap.byMeaning(q, found)
	newerFirst(found)
	for _, doc := range snap.index.More(read, result.Matches, n-len(found), allow) {
		found = append(found, finding{Statement: snap.at(doc), standing: snap.standing(snap.at(doc), q.Audience, q.Now)})
	}
	return found
}

// newerFirst puts the newest of those as good as the best in front: what holds
// now may have changed. What no longer holds is not the truer for being newer.
func newerFirst(found []finding) {
	n := 0
	for n < len(found) && found[0].score-found[n].score <= search.EqualScore {
		n++
	}
	slices.SortStableFunc(found[:n], func(a, b finding) int {
		if a.standing != b.standing || a.standing == historical {
			return cmp.Compare(b.standing, a.standing)
		}
		return newestFirst(a.Statement, b.Statement)
	})
}

// Hit is a statement found by Search.
type Hit struct {
	Statement string
	Title     string
	Unit      string // the unit's name
	IssuedAt  time.Time
	Excerpt   string // verbatim
}

// Search returns the k best statements for text, best first; without text the
// newest ones.
func (b *known) Search(text string, a statement.Audience, now time.Time, k int) []Hit {
	return b.Find(Question{Text: text, Audience: a, Now: now}, k)
}

// Find is Search for a question that may have a vector.
func (b *known) Find(q Question, k int) []Hit {
	snap := b.current.Load()
	read := snap.index.Read(q.Text)
	found := snap.fuse(q, snap.list(q, read, k))
	if strings.TrimSpace(q.Text) == "" {
		found = snap.newest(q.Audience, q.Now)
	}
	var hits []Hit
	for _, f := range found[:min(max(k, 0), len(found))] {
		hit := Hit{Statement: f.Code, Title: f.Title, Unit: b.unitName(f.Unit), IssuedAt: f.IssuedAt}
		if spans := quotable(f.Body, snap.index, read); len(spans) > 0 {
			hit.Excerpt = spans[0].of(f.Body)
		} else if all := blocks(f.Body); len(all) > 0 {
			hit.Excerpt = all[0].parts[0].of(f.Body)
		}
		hits = append(hits, hit)
	}
	return hits
}

// newest lists all current statements, the newest first.
func (snap *snapshot) newest(a statement.Audience, now time.Time) []finding {
	var all []finding
	for _, s := range snap.all {
		if snap.standing(s, a, now) == current {
			all = append(all, finding{Statement: s, standing: current})
		}
	}
	slices.SortFunc(all, func(a, b finding) int { return newestFirst(a.Statement, b.Statement) })
	return all
}

// sure is the confidence in f once what would be quoted of it was read.
func (f finding) sure() float64 {
	if f.doubted {
		return doubtedShare * f.confidence
	}
	return f.confidence
}

// doubtedShare is how much of its confidence a statement keeps whose words answer
// something else: of such everyday questions one in twenty is right.
const doubtedShare = 0.05

const (
	// AnswerAt is the probability with which a statement is right that is said to answer;
	// docs/quality.md says what it rests on.
	AnswerAt = 0.765
	heldAt   = AnswerAt - 0.01 // the most confidence in a statement about elsewhere
)
