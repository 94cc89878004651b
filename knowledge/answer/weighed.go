package answer

import (
	"phatngon/knowledge/answer/corpus"
	"phatngon/knowledge/answer/hinting"
	"phatngon/knowledge/answer/message"
	"phatngon/knowledge/answer/quotable"
	"phatngon/knowledge/answer/slots"
)

// Weighed is a statement that was looked at for a question, and what was found.
type Weighed struct {
	Statement  string
	Title      string
	Unit       string // its code
	Confidence float64
	Known      float64
	Historical bool
	Hint       string // the nearest hint
	Signals    hinting.Signals
	Verdict    slots.Verdict
	Slots      []slots.Slot // what the question asks about, and what is found of it
	Version    int64
	Quotes     []Quote
}

// Weigh lists what was looked at for q as one question, best first, at most n, each with
// what would be quoted of it and whether that answers.
func (b *Base) Weigh(q Question, n int) []Weighed {
	snap := b.Snapshot()
	q.Text = message.Plainly(q.Text)
	read := snap.Index.Read(q.Text)
	found := b.agreeing(snap, q, read, b.InPlace(snap, q.Text, b.byHints(snap, q, read, snap.Find(q, read))))
	var all []Weighed
	for _, f := range found[:min(n, len(found))] {
		w := Weighed{
			Statement: f.Code, Title: f.Title, Unit: f.Unit, Version: f.Version, Confidence: f.Confidence, Known: f.Known, Historical: f.Standing == corpus.Historical,
			Hint: f.Like.Hint, Signals: f.Signals, Quotes: b.quotes(snap, f, read, quotable.OneAnswer),
		}
		if len(w.Quotes) > 0 {
			asked, source := b.beside(snap, q, f, w.Quotes)
			w.Verdict, w.Slots = slots.Judge(asked, source), slots.Compare(asked, source)
		}
		all = append(all, w)
	}
	return all
}
