package corpus

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"phatngon/knowledge/answer/hinting"
	"phatngon/knowledge/answer/quotable"
	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// A Finding is a statement found for a question.
type Finding struct {
	statement.Statement
	Standing   Standing
	Score      float64
	Confidence float64          // that it answers
	Known      float64          // that any statement does
	head       float64          // share of the question's words in its best title or known question
	Doubted    bool             // what would be quoted answers something else
	Corrects   bool             // what would be quoted denies what the question heard
	Like       hinting.Likeness // to its hints, where it has any
	Signals    hinting.Signals  // that it was judged by then
	ByHint     bool             // nothing but a hint led to it
}

// Find lists the statements that may be said to q, best first.
func (snap *Snapshot) Find(q Question, read *search.Query) []Finding {
	found := snap.list(q, read, 0)
	if len(found) == 0 || found[0].Standing != Historical {
		return snap.curatedFirst(q, found)
	}
	// It holds at the time asked about: that its text need not say.
	rest := TimelessOf(q.Text, q.Now)
	again := snap.list(q, snap.Index.Read(rest.Text), 0)
	if len(again) > 0 && again[0].Code == found[0].Code && rest.of(found[0].Statement, q.Now) {
		found[0].Confidence = max(found[0].Confidence, again[0].Confidence)
		found[0].Known = max(found[0].Known, again[0].Known)
	}
	return snap.curatedFirst(q, found)
}

// list is find, filled up to n statements with what only shares some words.
func (snap *Snapshot) list(q Question, read *search.Query, n int) []Finding {
	about := PeriodOf(q.Text, q.Now)
	allow := func(doc int) bool { return snap.Sayable(snap.at(doc), q, about) }
	result := snap.Index.Search(read, allow)
	found := make([]Finding, 0, max(n, len(result.Matches)))
	for _, m := range result.Matches {
		found = append(found, Finding{
			Statement: snap.at(m.Doc), Standing: snap.Standing(snap.at(m.Doc), q.Audience, q.Now),
			Score: m.Score, Confidence: m.Confidence, Known: result.Known, head: m.Head(),
		})
	}
	snap.byMeaning(q, found)
	newerFirst(found)
	for _, doc := range snap.Index.More(read, result.Matches, n-len(found), allow) {
		found = append(found, Finding{Statement: snap.at(doc), Standing: snap.Standing(snap.at(doc), q.Audience, q.Now)})
	}
	return found
}

// newerFirst puts the newest of those as good as the best in front: what holds
// now may have changed. What no longer holds is not the truer for being newer.
func newerFirst(found []Finding) {
	n := 0
	for n < len(found) && found[0].Score-found[n].Score <= search.EqualScore {
		n++
	}
	slices.SortStableFunc(found[:n], func(a, b Finding) int {
		if a.Standing != b.Standing || a.Standing == Historical {
			return cmp.Compare(b.Standing, a.Standing)
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
func (b *Base) Search(text string, a statement.Audience, now time.Time, k int) []Hit {
	return b.Find(Question{Text: text, Audience: a, Now: now}, k)
}

// Find is Search for a question that may have a vector.
func (b *Base) Find(q Question, k int) []Hit {
	snap := b.current.Load()
	read := snap.Index.Read(q.Text)
	found := snap.Fuse(q, snap.list(q, read, k))
	if strings.TrimSpace(q.Text) == "" {
		found = snap.newest(q.Audience, q.Now)
	}
	var hits []Hit
	for _, f := range found[:min(max(k, 0), len(found))] {
		hit := Hit{Statement: f.Code, Title: f.Title, Unit: b.UnitName(f.Unit), IssuedAt: f.IssuedAt}
		if spans := quotable.Spans(f.Body, snap.Index, read); len(spans) > 0 {
			hit.Excerpt = spans[0].Of(f.Body)
		} else if all := quotable.Blocks(f.Body); len(all) > 0 {
			hit.Excerpt = all[0].Parts[0].Of(f.Body)
		}
		hits = append(hits, hit)
	}
	return hits
}

// newest lists all current statements, the newest first.
func (snap *Snapshot) newest(a statement.Audience, now time.Time) []Finding {
	var all []Finding
	for _, s := range snap.All {
		if snap.Standing(s, a, now) == Current {
			all = append(all, Finding{Statement: s, Standing: Current})
		}
	}
	slices.SortFunc(all, func(a, b Finding) int { return newestFirst(a.Statement, b.Statement) })
	return all
}

// Sure is the confidence in f once what would be quoted of it was read.
func (f Finding) Sure() float64 {
	if f.Doubted {
		return doubtedShare * f.Confidence
	}
	return f.Confidence
}

// doubtedShare is how much of its confidence a statement keeps whose words answer
// something else: of such everyday questions one in twenty is right.
const doubtedShare = 0.05

const (
	// AnswerAt is the probability with which a statement is right that is said to answer;
	// docs/quality.md says what it rests on.
	AnswerAt = 0.765
	HeldAt   = AnswerAt - 0.01 // the most confidence in a statement about elsewhere
)
