package answer

import "phatngon/knowledge/answer/slots"

// Weighed is a statement that was looked at for a question, and what was found.
type Weighed struct {
	Statement  string
	Title      string
	Unit       string // its code
	Confidence float64
	Known      float64
	Historical bool
	Hint       string // the nearest hint
	Signals    HintSignals
	Verdict    slots.Verdict
	Quotes     []Quote
}

// Weigh lists what was looked at for q as one question, best first, at most n, each with
// what would be quoted of it and whether that answers.
func (b *Base) Weigh(q Question, n int) []Weighed {
	snap := b.snapshot()
	q.Text = plainly(q.Text)
	read := snap.index.Read(q.Text)
	found := b.agreeing(snap, q, read, b.inPlace(snap, q.Text, b.byHints(snap, q, read, snap.find(q, read))))
	var all []Weighed
	for _, f := range found[:min(n, len(found))] {
		w := Weighed{
			Statement: f.Code, Title: f.Title, Unit: f.Unit, Confidence: f.confidence, Known: f.known, Historical: f.standing == historical,
			Hint: f.like.hint, Signals: f.signals, Quotes: b.quotes(snap, f, read, oneAnswer),
		}
		if len(w.Quotes) > 0 {
			w.Verdict = b.judge(snap, q, f, w.Quotes)
		}
		all = append(all, w)
	}
	return all
}
