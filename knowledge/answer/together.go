package answer

import (
	"cmp"
	"slices"
	"strings"

	"phatngon/knowledge/answer/bearing"
	"phatngon/knowledge/answer/message"
	"phatngon/knowledge/answer/quotable"
)

// Bounds of the quotes of an answer to several parts, together.
const (
	maxAllQuotes = 6
	maxAllRunes  = 2 * quotable.MaxAnswerRunes
)

// bearsAt is the least confidence in a statement that its quote may bear on a part.
const bearsAt = 0.15

// together quotes what covers the parts that are covered and names the others,
// unless what is quoted tells them too. Without quotes it is no answer.
func (in *inquiry) together(all []portion) Answer {
	covered := 0
	for _, p := range all {
		if p.covered {
			covered++
		}
	}
	a := Answer{Status: Answered, Confidence: 1}
	each := quotable.Room{Quotes: max(maxAllQuotes/max(covered, 1), 1), Runes: min(quotable.MaxAnswerRunes, maxAllRunes/max(covered, 1)), Whole: quotable.WholeRunes}
	for n := range all {
		p := &all[n]
		if !p.covered {
			continue
		}
		quotes := in.quotes(in.snap, p.best, p.read, each)
		a.Quotes = append(a.Quotes, quotes...)
		a.Confidence = min(a.Confidence, p.best.Confidence)
		p.covered = len(quotes) > 0
	}
	a.Quotes = in.joinQuotes(a.Quotes)
	for _, p := range all {
		if p.covered {
			a.Covered = append(a.Covered, Covered{p.best.Code, p.text})
		}
		if p.covered || in.shown(p, a.Quotes) {
			continue
		}
		if len(a.Uncovered) == 0 && p.leans && p.on.covered && message.OrdinaryWords(p.own) < ownWords {
			a.SuggestedUnit = p.on.best.Unit
		}
		a.Status, a.Uncovered = Partial, append(a.Uncovered, p.text)
	}
	return a
}

// shown reports whether what is quoted of the statement that p leans on bears
// on p too. To say that nothing official is known of it would be untrue.
func (in *inquiry) shown(p portion, quotes []Quote) bool {
	if !p.leans || !p.on.covered || p.best.Code != p.on.best.Code || p.best.Confidence < bearsAt {
		return false
	}
	var said []string
	for _, q := range quotes {
		if q.Statement == p.best.Code {
			said = append(said, q.Quote)
		}
	}
	return len(said) > 0 && bearing.Bears(in.snap.Index, strings.Join(said, "\n"), p.own)
}

// joinQuotes puts the quotes of one statement side by side in its order, each
// word once; the statements stay in the order of the parts.
func (in *inquiry) joinQuotes(quotes []Quote) []Quote {
	var order []string
	for _, q := range quotes {
		if !slices.Contains(order, q.Statement) {
			order = append(order, q.Statement)
		}
	}
	slices.SortStableFunc(quotes, func(a, b Quote) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.Statement), slices.Index(order, b.Statement)), cmp.Compare(a.Start, b.Start))
	})
	var all []Quote
	for _, q := range quotes {
		n := len(all) - 1
		if n < 0 || all[n].Statement != q.Statement || q.Start >= all[n].End {
			all = append(all, q)
		} else if q.End > all[n].End {
			all[n].End = q.End
			all[n].Quote = in.snap.All[q.Statement].Body[all[n].Start:q.End]
		}
	}
	return slices.DeleteFunc(all, func(q Quote) bool { return !Verify(q, in.snap.All[q.Statement]) })
}
