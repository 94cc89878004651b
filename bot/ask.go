package bot

import (
	"phatngon/bot/hear"
	"phatngon/bot/talk"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/knowledge/answer"
)

// ask answers a question from the knowledge base.
func (t *turn) ask(text string) {
	t.Conv.Pending = &chat.Pending{Question: text}
	if t.concluded() || t.sent() && t.checked() {
		return
	}
	if a := t.look(text); t.showAnswer(a) || t.nearest(a, "") {
		return
	}
	t.offer(words.Lines(t.absence(), words.TextNothing))
	t.missed()
}

// askElse answers if there is an official statement; else it says why there is
// no answer and offers a request.
func (t *turn) askElse(why string) {
	t.Conv.Pending = &chat.Pending{Question: t.Heard.Raw}
	if !t.answered(t.Heard.Raw) {
		t.offer(why)
	}
}

// askFor says lead, and below it the official answer if there is one or the
// offer of a request, which needs a lead.
func (t *turn) askFor(lead, note string, more ...choice) {
	t.Conv.Pending = &chat.Pending{Question: t.Heard.Raw, Notes: words.Notes(note)}
	a := t.look(t.Heard.Raw)
	switch {
	case official(a):
		if lead != "" {
			t.Say(lead)
		}
		t.card(a, more...)
	case lead != "":
		t.offer(lead)
	case !t.nearest(a, "", more...):
		t.offer(words.TextNothing)
		t.missed()
	}
}

func (t *turn) look(text string) answer.Answer {
	q := answer.Question{Text: text, Audience: t.Audience(), Now: t.World.Now}
	if t.World.Vector != nil && text == hear.Hear(t.Event.Text).Raw {
		q.Vector = t.World.Vector
	}
	worded := ""
	if text == hear.Hear(t.Event.Text).Raw {
		q.Pointed, worded = t.World.Pointed, t.World.Worded
	}
	a, full, about := talk.Ask(t.World.Base, q, worded, t.Conv.Topic, t.Event.At)
	t.Leans = ""
	if before := t.Conv.Topic; full != text {
		t.Leans = before.Asked[0]
	}
	if t.Conv.Topic = about; t.Conv.Pending != nil && t.Conv.Pending.Question == text {
		t.Conv.Pending.Question = full
	}
	t.Near = talk.Near(t.World.Base, q, a)
	return a
}

// official reports an answer in the words of statements, to all or to a part.
func official(a answer.Answer) bool {
	return len(a.Quotes) > 0 && a.Status.Asserts()
}

// nearest shows a text that may not answer as just that, below above, and asks; false when
// there is none, or only letters were typed.
func (t *turn) nearest(a answer.Answer, above string, more ...choice) bool {
	if _, syllables := t.Heard.Syllables(); a.Status != answer.Related || syllables == 0 {
		return false
	}
	p := t.Conv.Pending
	p.Nearest = a.Statements()
	t.shows(a)
	changes := t.NewNames(nil)
	unit := ""
	if route := t.Route(); p.Unit == "" && len(route.Choices) == 0 {
		p.Unit = route.Unit
		unit = t.unitLine(route)
	}
	text := words.Lines(words.TooLong(t.Heard.Raw), above, changes, words.CardsOf(a)[0], unit, t.theirTime())
	t.Say(text, append([]choice{{Title: words.TitleMeant, Verb: hear.DoMeant}, {Title: words.TitleForward, Verb: hear.DoForward},
		{Title: words.TitleFullText, URL: t.fullText(a.Quotes[0])}}, more...)...)
	t.quoted(a)
	return true
}

// forward files the question that the nearest text does not answer, once it is known for
// which unit.
func (t *turn) forward() {
	t.objects()
	if t.Conv.Pending.Unit == "" {
		t.offer("")
		return
	}
	t.fileUnlessAlike()
}

// answered shows the answer or the choice of statements; false when there is
// neither.
func (t *turn) answered(text string) bool {
	return t.showAnswer(t.look(text))
}

func (t *turn) showAnswer(a answer.Answer) bool {
	_, syllables := t.Heard.Syllables()
	readable := syllables > 0 // no titles are offered for a string of letters
	switch {
	case official(a):
		t.card(a)
	case a.Status == answer.Clarify && len(a.Candidates) > 0 && readable:
		t.which(a)
	default:
		return false
	}
	return true
}

// maxCandidates is how many titles a person is asked to choose among.
const maxCandidates = 4

func (t *turn) which(a answer.Answer) {
	var choices []choice
	for _, c := range a.Candidates[:min(len(a.Candidates), maxCandidates)] {
		choices = append(choices, choice{Title: c.Line(), Verb: hear.DoQuote, Argument: c.Statement})
	}
	t.Conv.Waiting = chat.WaitWhich
	t.Say(words.Lines(words.TooLong(t.Heard.Raw), answer.ClarifyLead(a.Candidates)), append(choices, choice{Title: words.TitleNone, Verb: hear.DoNone})...)
}

// quoteCandidate answers with the statement the person picked.
func (t *turn) quoteCandidate(code string) {
	a := t.World.Base.AskAbout(code, answer.Question{Text: t.Conv.Pending.Question, Audience: t.Audience(), Now: t.World.Now})
	if len(a.Quotes) == 0 {
		t.offer(words.TextGone)
		return
	}
	t.Conv.Pending.Picked = true
	t.Conv.Topic = talk.Picked(t.Conv.Topic, code)
	t.card(a)
}

// absence is what to say before "no statement", when there is something.
func (t *turn) absence() string {
	if t.Heard.Has("y kien ca nhan|quan diem ca nhan|ca nhan ong|ca nhan chu tich|nghi gi ve|suy nghi gi") {
		return words.Lines(words.TooLong(t.Heard.Raw), words.TextOpinion)
	}
	return words.TooLong(t.Heard.Raw)
}
