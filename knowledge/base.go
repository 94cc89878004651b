package knowledge

import "time"

// Options is what a quote needs beside its statement.
type Options struct {
	UnitName  func(code string) string // the unit's name; nil or "" leaves the code
	PublicURL string                   // where /s/{code} lives; without a slash at the end
}

// Base holds what may be said now. It is safe for concurrent use; readers
// never wait for a rebuild.
type Base struct {
	options Options
}

// NewBase returns an empty Base.
func NewBase(o Options) *Base { return &Base{options: o} }

// Replace makes all the whole knowledge. The old set answers until the new one
// is ready.
func (b *Base) Replace(all []Statement) {}

// Apply takes over changed statements, of any status; the next question sees
// them.
func (b *Base) Apply(changed ...Statement) {}

// Len is the number of statements that are published.
func (b *Base) Len() int { return 0 }

// Statement returns the statement with that code if a may see it at now.
func (b *Base) Statement(code string, a Audience, now time.Time) (Statement, bool) {
	return Statement{}, false
}

// Suggestions returns up to n questions that are known to be answerable.
func (b *Base) Suggestions(a Audience, now time.Time, n int) []string { return nil }
