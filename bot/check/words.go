package check

import (
	"phatngon/internal/desk/same/link"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/verify"
)

// How much must be the same before a text is said to be that of a statement: fewer words
// may stand in any text, and what shares fewer is about the same thing in other words.
const (
	leastVerbatim = 5
	leastChanged  = 10
	leastShare    = 0.6 // of the words that were pasted
	leastLikeness = 0.4 // with the whole sentences
)

// words puts pasted words beside the statements that they may be from.
func (f *Finding) words(w World, text string) bool {
	f.Pasted = verify.ReadPasted(Stripped(link.Without(text)))
	if f.Pasted.Len() < leastVerbatim {
		return false
	}
	best, found := comparison{}, false
	for _, h := range w.Base.Alike(f.Pasted.Text, w.Audience, w.Now) {
		c, ok := verify.Beside(f.Pasted, h.Body, answer.Parts(h.Body))
		if ok && tells(f.Pasted, c) && (!found || best.worse(comparison{h, c})) {
			best, found = comparison{h, c}, true
		}
	}
	if !found {
		return false
	}
	f.Beside = best.Comparison
	f.made(w, best.Held, best.Official, ByText)
	if f.Outcome == Verbatim && (len(best.Changes) > 0 || f.Pasted.Cut) {
		f.Outcome = Changed
	}
	return true
}

// comparison is a statement and how a pasted text differs from it.
type comparison struct {
	answer.Held
	verify.Comparison
}

// worse reports whether other is nearer: in words first, then in force before what is not.
func (c comparison) worse(other comparison) bool {
	if a, b := c.Likeness(), other.Likeness(); a != b {
		return a < b
	}
	return c.Fate != answer.InForce && other.Fate == answer.InForce
}

// tells reports whether so much is the same that it can be said to be from there.
func tells(p verify.Pasted, c verify.Comparison) bool {
	if len(c.Changes) == 0 {
		return c.Words >= leastVerbatim
	}
	return c.Words >= leastChanged && float64(c.Same) >= leastShare*float64(p.Len()) && c.Likeness() >= leastLikeness
}
