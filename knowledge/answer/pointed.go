package answer

import (
	"cmp"
	"slices"

	"phatngon/knowledge/answer/slots"
	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// Something outside, a language model, may point at passages that answer a question. It is
// believed when it says that none does. When it points, what is quoted is still what the
// statement says, and it is said to answer only where nothing speaks against it.

// Numbered is a passage of a statement in force, with its sentences. What points names both
// by their numbers, from 1 in the order given.
type Numbered struct {
	Statement string
	Version   int64
	Title     string
	Sentences []string
	spans     []span
}

// Bounds of what is shown to what points.
const (
	numberedFrom  = 4 // statements
	numberedRunes = 900
)

// Numbered are up to n passages in force that anyone may read and that come nearest to q.
func (b *Base) Numbered(q Question, n int) []Numbered {
	snap := b.snapshot()
	q.Text, q.Audience = plainly(q.Text), statement.AudiencePublic
	read := snap.index.Read(q.Text)
	found := b.inPlace(snap, q.Text, b.byHints(snap, q, read, snap.find(q, read)))
	var all []Numbered
	for i, f := range found[:min(numberedFrom, len(found))] {
		if f.standing != current {
			continue
		}
		room := 1
		if i == 0 {
			room = n/2 + 1
		}
		all = append(all, passagesOf(f.Statement, func(text string) float64 { return share(snap.index, text, read) }, room)...)
	}
	return all[:min(n, len(all))]
}

// passagesOf are the n passages of s that have most of a question, in its order.
func passagesOf(s statement.Statement, share func(string) float64, n int) []Numbered {
	all := blocks(s.Body)
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(share(all[b].of(s.Body)), share(all[a].of(s.Body)))
	})
	order = order[:min(n, len(order))]
	slices.Sort(order)
	var chosen []Numbered
	for _, at := range order {
		p, length := Numbered{Statement: s.Code, Version: s.Version, Title: s.Title}, 0
		for _, part := range all[at].parts {
			if length += runes(part.of(s.Body)); length > numberedRunes && len(p.spans) > 0 {
				break
			}
			p.Sentences, p.spans = append(p.Sentences, clip(part.of(s.Body))), append(p.spans, part.span)
		}
		chosen = append(chosen, p)
	}
	return chosen
}

// Span is the place of a sentence, by its number from 1; false for one that it has not.
func (p Numbered) Span(sentence int) (PointedSpan, bool) {
	if sentence < 1 || sentence > len(p.spans) {
		return PointedSpan{}, false
	}
	s := p.spans[sentence-1]
	return PointedSpan{p.Statement, p.Version, s.Start, s.End}, true
}

// heed takes over what was pointed at for q: "none", or only other statements, takes the claim
// to answer from an answer; a sentence of the very statement that came nearest makes that an answer, where what is
// asked and what is told agree. A question in parts is only ever lowered.
func (b *Base) heed(q Question, a Answer) Answer {
	p := q.Pointed
	if p == nil || p.Question != q.Text {
		return a
	}
	switch {
	case a.Status.Asserts() && !p.at(a.Statements()):
		return b.lowered(a)
	case !p.None && a.Status == Related:
		return b.lifted(q, a)
	}
	return a
}

// lowered is an answer that is only said to come near.
func (b *Base) lowered(a Answer) Answer {
	first := a.Quotes[0].Statement
	a.Quotes = slices.DeleteFunc(slices.Clone(a.Quotes), func(q Quote) bool { return q.Statement != first })
	a.Status, a.Uncovered, a.Corrects = Related, nil, false
	a.Confidence = min(a.Confidence, heldAt)
	a.SuggestedUnit = b.snapshot().all[first].Unit
	return a
}

// lifted is a nearest text as an answer, in the sentences that were pointed at.
func (b *Base) lifted(q Question, a Answer) Answer {
	snap := b.snapshot()
	s, ok := snap.all[a.Quotes[0].Statement]
	if !ok || snap.standing(s, q.Audience, q.Now) != current || len(b.split(q)) > 1 {
		return a
	}
	f := finding{Statement: s, standing: current, confidence: AnswerAt, known: AnswerAt}
	quotes := b.pointedQuotes(snap, q.Pointed.Spans, f)
	if len(quotes) == 0 || !agree(snap.places[s.Code], b.placesIn(q.Text)) {
		return a
	}
	ruling := b.judge(snap, q, f, quotes).Ruling
	if ruling == slots.Disagrees || !bearsOn(snap.index, quotes, q) {
		return a
	}
	return Answer{Status: Answered, Confidence: AnswerAt, Quotes: quotes, Notes: a.Notes, Corrects: ruling == slots.Corrects}
}

// bearsOn reports whether quotes offer the kind of thing that q asks for and share a word of
// what it is about.
func bearsOn(x *search.Index, quotes []Quote, q Question) bool {
	read := x.Read(q.Text)
	wish := wishOf(read, meaningsOf(x, read)).kinds
	return slices.ContainsFunc(quotes, func(quote Quote) bool {
		return share(x, quote.Quote, read) > 0 && (wish == 0 || wish&offers(quote.Quote, x.Words(quote.Quote)) != 0)
	})
}

func (b *Base) split(q Question) []string { return split(b.snapshot().index, q.Text).texts }

// pointedQuotes are quotes of the sentences of f's statement that were pointed at, each
// proven on its body.
func (b *Base) pointedQuotes(snap *snapshot, spans []PointedSpan, f finding) []Quote {
	var own []span
	for _, p := range spans {
		if p.Statement == f.Code && p.Version == f.Version && 0 <= p.Start && p.Start < p.End && p.End <= len(f.Body) && wholePart(f.Body, p) {
			own = append(own, span{p.Start, p.End})
		}
	}
	slices.SortFunc(own, func(a, b span) int { return cmp.Compare(a.Start, b.Start) })
	own = slices.Compact(own)
	return b.quotesOf(f, own[:min(len(own), maxQuotes)])
}

// wholePart reports whether what was pointed at is a sentence, item or row of a body.
func wholePart(body string, p PointedSpan) bool {
	return slices.ContainsFunc(blocks(body), func(b block) bool {
		return slices.ContainsFunc(b.parts, func(part part) bool { return part.Start == p.Start && part.End == p.End })
	})
}
