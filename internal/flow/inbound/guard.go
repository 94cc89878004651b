package inbound

import (
	"context"

	"phatngon/bot/step"
	"phatngon/bot/talk"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
	"phatngon/knowledge/answer"
)

// Guard is what is known before a person files a question; each may be nil.
type Guard struct {
	Answers   *answer.Quote // of the statement that answers it already
	Alike     *step.Alike   // somebody else's open request that asks the same
	Scheduled *talk.Release // what will be published
}

// Guard looks before a person files a question with a unit. Nothing is told by it, so
// nothing enters the ledger.
func (i *Inbound) Guard(ctx context.Context, who people.Requester, unit, question string) (g Guard, err error) {
	q := answer.Question{Text: question, Audience: publication.AudienceOf(who, i.Now()), Now: i.Now()}
	if a := i.Base.Ask(q); a.Status == answer.Answered && len(a.Quotes) > 0 {
		g.Answers = &a.Quotes[0]
	}
	if r, ok := talk.Scheduled(i.Base, q); ok {
		g.Scheduled = &r
	}
	r, found, err := i.Alike(ctx, who, unit, question)
	if found {
		g.Alike = &step.Alike{Question: question, Unit: unit, Topic: r.Topic}
	}
	return g, err
}
