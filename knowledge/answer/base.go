package answer

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
	Places    func(text string) []string
	PublicURL string  // where /s/{code} lives; without a slash at the end
	RelatedAt float64 // another relatedAt, to measure with; 0 = the product's
}

// known holds what may be said now. It is safe for concurrent use; readers
// never wait for a rebuild.
type known struct {
	options Options
	writing sync.Mutex // one change at a time
	vectors vectorSet
	lots    int // how often all was replaced
	current atomic.Pointer[snapshot]
}

// newKnown returns an empty Base.
func newKnown(o Options) *known {
	b := &known{options: o}
	b.current.Store(newSnapshot(nil))
	return b
}

// snapshot is what may be said at this moment.
func (b *known) snapshot() *snapshot { return b.current.Load() }

// Replace makes all the whole knowledge. The old set answers until the new one
// is ready. Of two statements with one code the later version stays.
func (b *known) Replace(all []statement.Statement) {
	b.writing.Lock()
	defer b.writing.Unlock()
	b.lots++
	b.publish(newSnapshot(latest(nil, all)))
}

// Apply takes over changed statements, of any status, and returns when the next
// question sees them. A version older than the one held changes nothing.
func (b *known) Apply(changed ...statement.Statement) {
	b.writing.Lock()
	defer b.writing.Unlock()
	b.publish(b.current.Load().with(changed))
}

// Compact builds anew what Apply only added to, while the old serves. Without
// it Apply gets slower as changes add up; where few have it does nothing.
func (b *known) Compact() {
	b.writing.Lock()
	old, lot := b.current.Load(), b.lots
	b.writing.Unlock()
	if old.loose()*compactShare < len(old.docs) || old.loose() == 0 {
		return
	}
	built := newSnapshot(old.all)
	b.writing.Lock()
	defer b.writing.Unlock()
	if b.lots == lot {
		b.publish(built.with(old.changesTo(b.current.Load())))
	}
}

// Loose is how many statements were added, or have changed, since all was built.
func (b *known) Loose() int { return b.snapshot().loose() }

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
func (b *known) Len() int {
	n := 0
	for _, s := range b.current.Load().all {
		if s.Status == statement.StatusPublished {
			n++
		}
	}
	return n
}

// Statement returns the statement with that code if a may see it at now. One
// that expired or was superseded is returned too: it was said, and its page
// carries the banner.
func (b *known) Statement(code string, a statement.Audience, now time.Time) (statement.Statement, bool) {
	snap := b.current.Load()
	s, ok := snap.all[code]
	if !ok || snap.standing(s, a, now) == hidden {
		return statement.Statement{}, false
	}
	return s, true
}

// InForce returns the statement with that code if it says what holds at now and a may see it.
func (b *known) InForce(code string, a statement.Audience, now time.Time) (statement.Statement, bool) {
	snap := b.current.Load()
	s, ok := snap.all[code]
	if !ok || snap.standing(s, a, now) != current {
		return statement.Statement{}, false
	}
	return s, true
}

// Successor returns the newest statement that supersedes the one with that code
// and that a may see at now.
func (b *known) Successor(code string, a statement.Audience, now time.Time) (statement.Statement, bool) {
	snap := b.current.Load()
	var found statement.Statement
	for _, by := range snap.replacedBy[code] {
		if s := snap.all[by]; by != code && snap.standing(s, a, now) != hidden && s.IssuedAt.After(found.IssuedAt) {
			found = s
		}
	}
	return found, found.Code != ""
}

// Suggestions returns up to n questions that are known to be answerable: one
// curated question of each statement, the newest statements first.
func (b *known) Suggestions(a statement.Audience, now time.Time, n int) []string {
	snap := b.current.Load()
	var open []statement.Statement
	for _, s := range snap.all {
		if len(s.Questions) > 0 && snap.standing(s, a, now) == current {
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

func newestFirst(a, b statement.Statement) int {
	return cmp.Or(b.IssuedAt.Compare(a.IssuedAt), cmp.Compare(a.Code, b.Code))
}

func (b *known) unitName(code string) string {
	if b.options.UnitName != nil {
		if name := b.options.UnitName(code); name != "" {
			return name
		}
	}
	return code
}
