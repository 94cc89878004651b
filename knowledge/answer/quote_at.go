package answer

import (
	"phatngon/knowledge/markdown"
	"phatngon/knowledge/verify"
)

// QuoteAt is the span of h as a quote, proven; false of a withdrawn statement.
func (b *Base) QuoteAt(h Held, at verify.Span) (Quote, bool) {
	if h.Fate == Withdrawn || at.Start < 0 || at.Start >= at.End || at.End > len(h.Body) {
		return Quote{}, false
	}
	q := b.quote(finding{Statement: h.Statement, standing: standingOf(h.Fate)}, span(at), markdown.Read(h.Body))
	return q, Verify(q, h.Statement)
}

func standingOf(f Fate) standing {
	if f == InForce {
		return current
	}
	return historical
}
