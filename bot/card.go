package bot

import (
	"net/url"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/effect"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// card answers with quotations: one message for each statement, ready to be
// quoted, the last with what they leave open and what can be done next.
func (t *turn) card(a answer.Answer, more ...choice) {
	t.keepRest(a)
	cards := t.cards(a, words.Lines(words.TooLong(t.Heard.Raw), t.NewNames(a.Notes), t.bodiesNow(a)))
	last := len(cards) - 1
	t.sayAll(cards[:last])
	t.Say(cards[last]+t.open(a), append(t.afterCard(a), more...)...)
	t.counted(a)
	t.quoted(a)
}

func (t *turn) sayAll(texts []string) {
	for _, text := range texts {
		t.Say(text)
	}
}

// bodiesNow tells what became of the bodies that an old statement names.
func (t *turn) bodiesNow(a answer.Answer) string {
	var said []string
	for _, q := range a.Quotes {
		if q.Historical {
			said = append(said, t.Changes(t.World.Units.Route(q.Quote)))
		}
	}
	return words.Lines(said...)
}

// quoted has it entered into the ledger that the person was told what a quotes. It
// follows what is said, so that news of a change cannot arrive before the quotation.
func (t *turn) quoted(a answer.Answer) {
	var told []effect.Told
	for _, q := range a.Quotes {
		told = append(told, effect.Told{Statement: q.Statement, Version: q.Version})
	}
	t.Follow(effect.Effect{Kind: effect.DoTell, Told: told})
}

// cards are the quotations of an answer, one text for each statement.
func (t *turn) cards(a answer.Answer, beside string) []string {
	texts := words.CardsOf(a)
	texts[0] = words.Lines(texts[0], beside)
	return texts
}

func (t *turn) afterCard(a answer.Answer) []choice {
	choices := []choice{{Title: words.TitleMeant, Verb: hear.DoMeant}, {Title: words.TitleNotMeant, Verb: hear.DoNotMeant}, {Title: words.TitleFullText, URL: t.fullText(a.Quotes[0])}}
	if len(a.Uncovered) > 0 {
		rest := t.restChoices()
		choices = append(rest[:1], append(choices, rest[1])...)
	}
	return append(choices, choice{Title: words.TitleAnother, Verb: hear.DoAsk})
}

// fullText opens the whole statement: on its page, or in the Mini App when only
// the press may read it.
func (t *turn) fullText(q answer.Quote) string {
	_, public := t.World.Base.Statement(q.Statement, statement.AudiencePublic, t.World.Now)
	if public || t.World.MiniApp == "" {
		return words.Link(q, t.World.PublicURL)
	}
	return t.World.MiniApp + "?statement=" + url.QueryEscape(q.Statement)
}
