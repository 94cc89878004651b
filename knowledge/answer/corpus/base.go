// Package corpus holds the statements, says which of them may be said to whom and when, and
// finds those that a question may be about.
package corpus

import (
	"cmp"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"phatngon/knowledge/statement"
)

// Options is what a quote needs beside its statement.
type Options struct {
	UnitName func(code string) string // the unit's name; nil or "" leaves the code
	// Places lists the codes of the communes a text names. With it a question
	// that names communes is answered only from a statement that names one of
	// them, or whose unit is one; otherwise it is asked back. nil = no such rule.
	Places func(text string) []string
	// PlacesToday is Places for what an office wrote since the communes of
	// today exist, whose names may be those of former ones; nil = Places.
	PlacesToday func(text string) []string
	PublicURL   string  // where /s/{code} lives; without a slash at the end
	RelatedAt   float64 // another relatedAt, to measure with; 0 = the product's
}

// Base holds what may be said now. It is safe for concurrent use; readers
// never wait for a rebuild.
type Base struct {
	Options Options
	writing sync.Mutex // one change at a time
	vectors vectorSet
	lots    int // how often all was replaced
	current atomic.Pointer[Snapshot]
}

// New returns an empty Base.
func New(o Options) *Base {
	b := &Base{Options: o}
	b.current.Store(newSnapshot(nil))
	return b
}

// Snapshot is what may be said at this moment.
func (b *Base) Snapshot() *Snapshot { return b.current.Load() }

// Replace makes all the whole knowledge. The old set answers until the new one
// is ready. Of two statements with one code the later version stays.
func (b *Base) Replace(all []statement.Statement) {
	b.writing.Lock()
	defer b.writing.Unlock()
	b.lots++
	b.publish(newSnapshot(latest(nil, all)))
}

// Apply takes over changed statements, of any status, and returns when the next
// question sees them. A version older than the one held changes nothing.
func (b *Base) Apply(changed ...statement.Statement) {
	b.writing.Lock()
	defer b.writing.Unlock()
	b.publish(b.current.Load().with(changed))
}

// Compact builds anew what Apply only added to, while the old serves. Without
// it Apply gets slower as changes add up; where few have it does nothing.
func (b *Base) Compact() {
	b.writing.Lock()
	old, lot := b.current.Load(), b.lots
	b.writing.Unlock()
	if old.loose()*compactShare < len(old.docs) || old.loose() == 0 {
		return
	}
	built := newSnapshot(old.All)
	b.writing.Lock()
	defer b.writing.Unlock()
	if b.lots == lot {
		b.publish(built.with(old.changesTo(b.current.Load())))
	}
}

// Loose is how many statements were added, or have changed, since all was built.
func (b *Base) Loose() int { return b.Snapshot().loose() }

// compactShare is the share of all documents that must have changed before
// they are worth building all anew.
const compactShare = 64

// latest is all of old and changed by code, the later versions.
func latest(old map[string]statement.Statement, changed []statement.Statement) map[string]statement.Statement {
	all := make(map[string]statement.Statement, len(old)+len(changed))
	for code, s := range old {
		all[code] = s
	}
	for _, s := range changed {
		if held, ok := all[s.Code]; !ok || held.Version <= s.Version {
			all[s.Code] = s
		}
	}
	return all
}

// Len is the number of statements that are published.
func (b *Base) Len() int {
	n := 0
	for _, s := range b.current.Load().All {
		if s.Status == statement.StatusPublished {
			n++
		}
	}
	return n
}

// Statement returns the statement with that code if a may see it at now. One
// that expired or was superseded is returned too: it was said, and its page
// carries the banner.
func (b *Base) Statement(code string, a statement.Audience, now time.Time) (statement.Statement, bool) {
	snap := b.current.Load()
	s, ok := snap.All[code]
	if !ok || snap.Standing(s, a, now) == hidden {
		return statement.Statement{}, false
	}
	return s, true
}

// InForce returns the statement with that code if it says what holds at now and a may see it.
func (b *Base) InForce(code string, a statement.Audience, now time.Time) (statement.Statement, bool) {
	snap := b.current.Load()
	s, ok := snap.All[code]
	if !ok || snap.Standing(s, a, now) != Current {
		return statement.Statement{}, false
	}
	return s, true
}

// Successor returns the newest statement that supersedes the one with that code
// and that a may see at now.
func (b *Base) Successor(code string, a statement.Audience, now time.Time) (statement.Statement, bool) {
	snap := b.current.Load()
	var found statement.Statement
	for _, by := range snap.replacedBy[code] {
		if s := snap.All[by]; by != code && snap.Standing(s, a, now) != hidden && s.IssuedAt.After(found.IssuedAt) {
			found = s
		}
	}
	return found, found.Code != ""
}

// Suggestions returns up to n questions that are known to be answerable: one
// curated question of each statement, the newest statements first.
func (b *Base) Suggestions(a statement.Audience, now time.Time, n int) []string {
	snap := b.current.Load()
	var open []statement.Statement
	for _, s := range snap.All {
		if len(s.Questions) > 0 && snap.Standing(s, a, now) == Current {
			open = append(open, s)
		}
	}
	slices.SortFunc(open, newestFirst)
	var questions []string
	for _, s := range open[:min(max(n, 0), len(open))] {
		questions = append(questions, s.Questions[0])
	}
	return questions
}

// OnTopic is the newest statement in force with one of the topics.
func (b *Base) OnTopic(topics []string, a statement.Audience, now time.Time) (found statement.Statement, ok bool) {
	snap := b.current.Load()
	for _, s := range snap.All {
		if !s.About(topics) || snap.Standing(s, a, now) != Current {
			continue
		}
		if !ok || newestFirst(s, found) < 0 {
			found, ok = s, true
		}
	}
	return found, ok
}

func newestFirst(a, b statement.Statement) int {
	return cmp.Or(b.IssuedAt.Compare(a.IssuedAt), cmp.Compare(a.Code, b.Code))
}

// UnitName is the name of the unit with that code, the code where none is known.
func (b *Base) UnitName(code string) string {
	if b.Options.UnitName != nil {
		if name := b.Options.UnitName(code); name != "" {
			return name
		}
	}
	return code
}
