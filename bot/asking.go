package bot

import (
	"phatngon/bot/words"
	"phatngon/internal/desk/effect"
	"phatngon/knowledge/answer"
)

// counted has the question at hand counted among the askings of the statements
// that a quotes.
func (t *turn) counted(a answer.Answer) {
	p := t.Conv.Pending
	p.Told = a.Statements()
	t.Follow(effect.Effect{Kind: effect.DoAsked, Asking: &effect.Asking{Question: p.Question, Statements: p.Told, Picked: p.Picked}})
}

// notMeant takes the question back from the statements that were said to it,
// and offers a request.
func (t *turn) notMeant() {
	p := t.Conv.Pending
	if len(p.Told) > 0 {
		t.Follow(effect.Effect{Kind: effect.DoTakeBack, Asking: &effect.Asking{Question: p.Question, Statements: p.Told}})
		p.Told = nil
	}
	t.offer(words.TextNotMeant)
}
