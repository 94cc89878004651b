package knowledge

import (
	"slices"
	"strings"

	"phatngon/knowledge/index"
	"phatngon/knowledge/slots"
)

// agreeing leaves the first of found with too little confidence to answer where
// what would be quoted of it answers something else: another year, place,
// price. A question that the unit itself says it answers is not doubted.
func (b *Base) agreeing(snap *snapshot, q Question, read *index.Query, found []finding) []finding {
	if len(found) == 0 || found[0].confidence < answerAt || found[0].Asks(Wording(q.Text)) {
		return found
	}
	if quotes := b.quotes(snap, found[0], read, oneAnswer); len(quotes) > 0 && b.objection(snap, q, found[0], quotes) != "" {
		found[0].confidence = heldAt
	}
	return found
}

// objection is why what is quoted of one statement answers another question, if it does.
func (b *Base) objection(snap *snapshot, q Question, f finding, quotes []Quote) slots.Reason {
	texts := make([]string, len(quotes))
	for i, quote := range quotes {
		texts[i] = quote.Quote
	}
	text := q.Text
	if f.standing == historical { // the time asked about is that of the statement
		text = timelessOf(q.Text, q.Now).text
	}
	scope := slices.Concat([]string{b.unitName(f.Unit), f.DocumentNo}, f.Questions, f.Topics, f.Places)
	return slots.Judge(
		slots.Question{Text: text, Words: snap.understood(text), Places: b.communes(slots.Topic(text)), Now: q.Now.In(vietnam)},
		slots.Span{
			Text: strings.Join(texts, "\n"), Title: f.Title, Body: f.Body, Scope: strings.Join(scope, "\n"),
			Places: snap.places[f.Code], IssuedAt: f.IssuedAt.In(vietnam),
		})
}

// understood is the words of a text as the index hears them; nil where it is
// too long for that.
func (snap *snapshot) understood(text string) (keys []string) {
	heard, _ := snap.index.Hear(text)
	for _, w := range heard {
		keys = append(keys, w.Keys...)
	}
	return keys
}
