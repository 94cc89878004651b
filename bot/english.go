package bot

import (
	"fmt"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge/answer"
)

// english answers a question in English: in fixed English words around the nearest statement
// as it stands, where a model put the question into Vietnamese to search with; else it says
// that official statements are in Vietnamese, and offers a request.
func (t *turn) english() {
	t.Conv.Pending = &chat.Pending{Question: t.Heard.Raw, English: true}
	t.keepSent()
	a, found := t.inVietnamese()
	p := t.Conv.Pending
	p.Unit = t.Route().Unit
	if !found {
		t.Conv.Waiting = chat.WaitConfirm
		t.Say(words.Lines(words.TextEnglish, fmt.Sprintf(words.TextEnglishUnit, t.UnitName(p.Unit)), t.filesLine()), t.sendChoices()...)
		return
	}
	t.Say(words.Lines(words.TextEnglishNearest, words.EnglishCard(a.Quotes), fmt.Sprintf(words.TextEnglishUnit, t.UnitName(p.Unit))),
		choice{Title: words.TitleEnglishMeant, Verb: hear.DoMeant}, choice{Title: words.TitleEnglishForward, Verb: hear.DoForward},
		choice{Title: words.TitleEnglishFull, URL: t.fullText(a.Quotes[0])})
	t.quoted(a)
}

// inVietnamese is the nearest statement to the question as a model worded it: whatever that
// finds is never said to answer.
func (t *turn) inVietnamese() (answer.Answer, bool) {
	if t.World.Vietnamese == "" {
		return answer.Answer{}, false
	}
	q := answer.Question{Text: t.Heard.Raw, Audience: t.Audience(), Now: t.World.Now}
	a, ok := t.World.Base.Alone(q, t.World.Vietnamese)
	if ok = ok && len(a.Quotes) > 0; ok {
		t.Near = []routing.Spoken{{Unit: a.SuggestedUnit, Near: true}}
	}
	return a, ok
}

// inEnglish reports that what is put together was asked in English, or by foreign press: what
// is said around it is English then, too.
func (t *turn) inEnglish() bool {
	return t.World.Requester.Foreign || t.Conv.Pending != nil && t.Conv.Pending.English
}

// in is a sentence of the product in the person's language.
func (t *turn) in(text string) string {
	if t.inEnglish() {
		return words.InEnglish(text)
	}
	return text
}
