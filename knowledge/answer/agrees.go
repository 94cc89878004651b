package answer

import (
	"slices"

	"phatngon/knowledge/answer/bearing"
	"phatngon/knowledge/answer/corpus"
	"phatngon/knowledge/answer/message"
	"phatngon/knowledge/answer/quotable"
	"phatngon/knowledge/answer/slots"
	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// agreeing notes of the first of found whether what would be quoted of it answers
// something else, another year, place or price: then it is not asserted; and whether it
// denies what the question heard. A question that the unit itself says it answers is not
// doubted.
func (b *Base) agreeing(snap *corpus.Snapshot, q Question, read *search.Query, found []corpus.Finding) []corpus.Finding {
	if len(found) == 0 {
		return found
	}
	best := &found[0]
	if quotes := b.quotes(snap, *best, read, quotable.OneAnswer); len(quotes) > 0 {
		ruling := b.judge(snap, q, *best, quotes).Ruling
		best.Corrects = ruling == slots.Corrects
		if ruling == slots.Disagrees && !best.Asks(statement.Wording(q.Text)) {
			best.Confidence, best.Doubted = min(best.Confidence, corpus.HeldAt), true
		}
	}
	return found
}

// judge says whether what is quoted of one statement answers q.
func (b *Base) judge(snap *corpus.Snapshot, q Question, f corpus.Finding, quotes []Quote) slots.Verdict {
	return slots.Judge(b.beside(snap, q, f, quotes))
}

// beside is a question and what is quoted of one statement, to be compared.
func (b *Base) beside(snap *corpus.Snapshot, q Question, f corpus.Finding, quotes []Quote) (slots.Question, slots.Source) {
	text := q.Text
	if f.Standing == corpus.Historical { // the time asked about is that of the statement
		text = corpus.TimelessOf(q.Text, q.Now).Text
	}
	source := slots.Source{
		Title: f.Title, Body: f.Body, Unit: b.UnitName(f.Unit), IssuedAt: f.IssuedAt.In(statement.Vietnam), Places: snap.Places[f.Code],
		Also: slices.Concat([]string{f.DocumentNo}, f.Topics, f.Places, f.Questions),
	}
	for _, quote := range quotes {
		source.Quotes = append(source.Quotes, quote.Quote)
	}
	heard, _ := snap.Index.Hear(text)
	return slots.Question{Text: text, Heard: heard, Now: q.Now.In(statement.Vietnam), Means: means(snap.Index, text), Places: b.Options.Places}, source
}

// means maps the words of texts to the ordinary words of a question that they
// may stand for.
func means(x *search.Index, question string) map[string]string {
	read, means := x.Read(question), map[string]string{}
	asked := read.Asked()
	for key, m := range bearing.MeaningsOf(x, read) {
		if message.Ordinary(asked[m.Word]) {
			means[key] = asked[m.Word].Key
		}
	}
	return means
}
