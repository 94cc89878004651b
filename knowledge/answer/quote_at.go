package answer

import (
	"phatngon/knowledge/answer/corpus"
	"phatngon/knowledge/answer/quotable"
	"phatngon/knowledge/markdown"
	"phatngon/knowledge/verify"
)

// QuoteAt is the span of h as a quote, proven; false of a withdrawn statement.
func (b *Base) QuoteAt(h Held, at verify.Span) (Quote, bool) {
	if h.Fate == Withdrawn || at.Start < 0 || at.Start >= at.End || at.End > len(h.Body) {
		return Quote{}, false
	}
	q := b.quote(corpus.Finding{Statement: h.Statement, Standing: standingOf(h.Fate)}, quotable.Span(at), markdown.Read(h.Body))
	return q, Verify(q, h.Statement)
}

func standingOf(f Fate) corpus.Standing {
	if f == InForce {
		return corpus.Current
	}
	return corpus.Historical
}
