package answer

import (
	"cmp"
	"slices"

	"phatngon/knowledge/answer/bearing"
	"phatngon/knowledge/answer/corpus"
	"phatngon/knowledge/answer/message"
	"phatngon/knowledge/answer/quotable"
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
	spans     []quotable.Span
}

// Bounds of what is shown to what points.
const (
	numberedFrom  = 4 // statements
	numberedRunes = 900
)

// Numbered are up to n passages in force that anyone may read and that come nearest to q.
func (b *Base) Numbered(q Question, n int) []Numbered {
	snap := b.Snapshot()
	q.Text, q.Audience = message.Plainly(q.Text), statement.AudiencePublic
	read := snap.Index.Read(q.Text)
	found := b.InPlace(snap, q.Text, b.byHints(snap, q, read, snap.Find(q, read)))
	var all []Numbered
	for i, f := range found[:min(numberedFrom, len(found))] {
		if f.Standing != corpus.Current {
			continue
		}
		room := 1
		if i == 0 {
			room = n/2 + 1
		}
		all = append(all, passagesOf(f.Statement, func(text string) float64 { return bearing.Share(snap.Index, text, read) }, room)...)
	}
	return all[:min(n, len(all))]
}

// passagesOf are the n passages of s that have most of a question, in its order.
func passagesOf(s statement.Statement, share func(string) float64, n int) []Numbered {
	all := quotable.Blocks(s.Body)
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(share(all[b].Of(s.Body)), share(all[a].Of(s.Body)))
	})
	order = order[:min(n, len(order))]
	slices.Sort(order)
	var chosen []Numbered
	for _, at := range order {
		p, length := Numbered{Statement: s.Code, Version: s.Version, Title: s.Title}, 0
		for _, part := range all[at].Parts {
			if length += quotable.Runes(part.Of(s.Body)); length > numberedRunes && len(p.spans) > 0 {
				break
			}
			p.Sentences, p.spans = append(p.Sentences, quotable.Clip(part.Of(s.Body))), append(p.spans, part.Span)
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
	return PointedSpan{Statement: p.Statement, Version: p.Version, Start: s.Start, End: s.End}, true
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
	case a.Status.Asserts() && !p.At(a.Statements()):
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
	a.Confidence = min(a.Confidence, corpus.HeldAt)
	a.SuggestedUnit = b.Snapshot().All[first].Unit
	return a
}

// lifted is a nearest text as an answer, in the sentences that were pointed at.
func (b *Base) lifted(q Question, a Answer) Answer {
	snap := b.Snapshot()
	s, ok := snap.All[a.Quotes[0].Statement]
	if !ok || snap.Standing(s, q.Audience, q.Now) != corpus.Current || len(b.split(q)) > 1 {
		return a
	}
	f := corpus.Finding{Statement: s, Standing: corpus.Current, Confidence: AnswerAt, Known: AnswerAt}
	quotes := b.pointedQuotes(snap, q.Pointed.Spans, f)
	if len(quotes) == 0 || !corpus.Agree(snap.Places[s.Code], b.PlacesIn(q.Text)) {
		return a
	}
	ruling := b.judge(snap, q, f, quotes).Ruling
	if ruling == slots.Disagrees || !bearsOn(snap.Index, quotes, q) {
		return a
	}
	return Answer{Status: Answered, Confidence: AnswerAt, Quotes: quotes, Notes: a.Notes, Corrects: ruling == slots.Corrects}
}

// bearsOn reports whether quotes offer the kind of thing that q asks for and share a word of
// what it is about.
func bearsOn(x *search.Index, quotes []Quote, q Question) bool {
	read := x.Read(q.Text)
	wish := bearing.WishOf(read, bearing.MeaningsOf(x, read)).Kinds
	return slices.ContainsFunc(quotes, func(quote Quote) bool {
		return bearing.Share(x, quote.Quote, read) > 0 && (wish == 0 || wish&bearing.Offers(quote.Quote, x.Words(quote.Quote)) != 0)
	})
}

func (b *Base) split(q Question) []string {
	return message.Split(b.Snapshot().Index, q.Text).Texts
}

// pointedQuotes are quotes of the sentences of f's statement that were pointed at, each
// proven on its body.
func (b *Base) pointedQuotes(snap *corpus.Snapshot, spans []PointedSpan, f corpus.Finding) []Quote {
	var own []quotable.Span
	for _, p := range spans {
		if p.Statement == f.Code && p.Version == f.Version && 0 <= p.Start && p.Start < p.End && p.End <= len(f.Body) && wholePart(f.Body, p) {
			own = append(own, quotable.Span{Start: p.Start, End: p.End})
		}
	}
	slices.SortFunc(own, func(a, b quotable.Span) int { return cmp.Compare(a.Start, b.Start) })
	own = slices.Compact(own)
	return b.quotesOf(f, own[:min(len(own), quotable.MaxQuotes)])
}

// wholePart reports whether what was pointed at is a sentence, item or row of a body.
func wholePart(body string, p PointedSpan) bool {
	return slices.ContainsFunc(quotable.Blocks(body), func(b quotable.Block) bool {
		return slices.ContainsFunc(b.Parts, func(part quotable.Part) bool { return part.Start == p.Start && part.End == p.End })
	})
}
