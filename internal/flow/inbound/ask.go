package inbound

import (
	"context"
	"strings"
	"time"

	"phatngon/bot/talk"
	"phatngon/bot/words"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/publication"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge/answer"
)

// Ask answers a question of the Mini App or the command line.
func (i *Inbound) Ask(ctx context.Context, who people.Requester, question string) (answer.Answer, error) {
	q := answer.Question{Text: question, Audience: publication.AudienceOf(who, i.Now()), Now: i.Now(), Vector: i.Index.QuestionVector(ctx, question)}
	q.Pointed = i.Pointer.Message(ctx, q, nil).At
	return i.tell(ctx, who, question, i.Base.Ask(q), false)
}

// SuggestUnits lists who may answer a question, best first, each with why.
func (i *Inbound) SuggestUnits(who people.Requester, question string, a answer.Answer) []routing.Suggestion {
	all, _ := i.Units.Suggest(question, i.near(who, question, a)...)
	return all
}

func (i *Inbound) near(who people.Requester, question string, a answer.Answer) []routing.Spoken {
	return talk.Near(i.Base, answer.Question{Text: question, Audience: publication.AudienceOf(who, i.Now()), Now: i.Now()}, a)
}

// AskAbout answers about the statement that the person picked.
func (i *Inbound) AskAbout(ctx context.Context, who people.Requester, code, question string) (answer.Answer, error) {
	q := answer.Question{Text: question, Audience: publication.AudienceOf(who, i.Now()), Now: i.Now()}
	a := i.Base.AskAbout(code, q)
	if shown := i.Base.Ask(q); shown.Status == answer.Related && shown.Quotes[0].Statement == code { // they had read it
		i.judge(ctx, who, question, shown, true)
	}
	return i.tell(ctx, who, question, a, true)
}

// NotMeant takes back what a person of the Mini App files a request about, which has no
// other way to say that what was shown is not what they asked.
func (i *Inbound) NotMeant(ctx context.Context, who people.Requester, question string) {
	i.Askings.NotMeant(ctx, who, question)
	if a := i.Base.Ask(answer.Question{Text: question, Audience: publication.AudienceOf(who, i.Now()), Now: i.Now()}); len(a.Quotes) > 0 {
		i.judge(ctx, who, question, a, false)
	}
}

// judge keeps what a person says of what was shown to them, if they were told it.
func (i *Inbound) judge(ctx context.Context, who people.Requester, question string, a answer.Answer, right bool) {
	if who.ID == "" || !i.Askings.Told(ctx, who, a.Quotes[0].Statement) {
		return
	}
	i.Askings.Judge(ctx, who, effect.Verdict{Question: question, Outcome: string(a.Status), Shown: words.Shown(a), Right: right})
}

// tell counts the question and enters into the ledger what a known person is
// about to read. The same answer on the same day is one entry.
func (i *Inbound) tell(ctx context.Context, who people.Requester, question string, a answer.Answer, picked bool) (answer.Answer, error) {
	a = i.suggestUnit(who, a, question)
	if who.ID != "" && a.Status == answer.Refused {
		i.Askings.CountMissed(ctx, who, effect.Asking{Question: question, Unit: a.SuggestedUnit})
	}
	if who.ID == "" || len(a.Quotes) == 0 {
		return a, nil
	}
	if a.Status != answer.Related { // else it counts when the person says that it answers
		i.Askings.CountAnswered(ctx, who, effect.Asking{Question: question, Statements: a.Statements(), Picked: picked})
	}
	now := i.Now()
	event := strings.Join([]string{"app", who.ID, a.ID, now.In(calendar.Zone).Format(time.DateOnly)}, "/")
	told := effect.Effect{Kind: effect.DoTell, At: now}
	for _, q := range a.Quotes {
		told.Told = append(told.Told, effect.Told{Statement: q.Statement, Version: q.Version})
	}
	return a, i.Statements.EnterLedger(ctx, who.ID, event, told)
}

// suggestUnit names who should be asked about what an answer does not cover.
func (i *Inbound) suggestUnit(who people.Requester, a answer.Answer, question string) answer.Answer {
	switch a.Status {
	case answer.Answered:
	case answer.Partial:
		a.SuggestedUnit = i.unitFor(strings.Join(a.Uncovered, "\n"), a.SuggestedUnit)
	default:
		a.SuggestedUnit = i.SuggestUnits(who, question, a)[0].Unit
	}
	return a
}

// unitFor is the unit that a text names or whose duty it is, else the one given, if any.
func (i *Inbound) unitFor(text, other string) string {
	if route := i.Units.Route(text); route.Known || other == "" {
		return route.Unit
	}
	return other
}
