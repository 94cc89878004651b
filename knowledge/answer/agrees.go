package answer

import (
	"slices"

	"phatngon/knowledge/answer/slots"
	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// agreeing notes of the first of found whether what would be quoted of it answers
// something else, another year, place or price: then it is not asserted; and whether it
// denies what the question heard. A question that the unit itself says it answers is not
// doubted.
func (b *Base) agreeing(snap *snapshot, q Question, read *search.Query, found []finding) []finding {
	if len(found) == 0 {
		return found
	}
	best := &found[0]
	if quotes := b.quotes(snap, *best, read, oneAnswer); len(quotes) > 0 {
		ruling := b.judge(snap, q, *best, quotes).Ruling
		best.corrects = ruling == slots.Corrects
		if ruling == slots.Disagrees && !best.Asks(statement.Wording(q.Text)) {
			best.confidence, best.doubted = min(best.confidence, heldAt), true
		}
	}
	return found
}

// judge says whether what is quoted of one statement answers q.
func (b *Base) judge(snap *snapshot, q Question, f finding, quotes []Quote) slots.Verdict {
	text := q.Text
	if f.standing == historical { // the time asked about is that of the statement
		text = timelessOf(q.Text, q.Now).text
	}
	source := slots.Source{
		Title: f.Title, Body: f.Body, Unit: b.unitName(f.Unit), IssuedAt: f.IssuedAt.In(statement.Vietnam), Places: snap.places[f.Code],
		Also: slices.Concat([]string{f.DocumentNo}, f.Topics, f.Places, f.Questions),
	}
	for _, quote := range quotes {
		source.Quotes = append(source.Quotes, quote.Quote)
	}
	heard, _ := snap.index.Hear(text)
	return slots.Judge(slots.Question{
		Text: text, Heard: heard, Now: q.Now.In(statement.Vietnam), Means: means(snap.index, text), Places: b.options.Places,
	}, source)
}

// means maps the words of texts to the ordinary words of a question that they
// may stand for.
func means(x *search.Index, question string) map[string]string {
	read, means := x.Read(question), map[string]string{}
	asked := read.Asked()
	for key, m := range meaningsOf(x, read) {
		if ordinary(asked[m.Word]) {
			means[key] = asked[m.Word].Key
		}
	}
	return means
}
