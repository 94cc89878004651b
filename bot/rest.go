package bot

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/step"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/knowledge/answer"
)

// keepRest keeps what an answer leaves open, and the unit to ask about it; ""
// when a place in it has to be asked for first.
func (t *turn) keepRest(a answer.Answer) {
	p := t.Conv.Pending
	p.Rest, p.RestUnit = slices.Clone(a.Uncovered), ""
	route := t.World.Units.Route(strings.Join(a.Uncovered, "\n"))
	switch {
	case len(route.Choices) > 0:
	case route.Known:
		p.RestUnit = route.Unit
	default:
		p.RestUnit = cmp.Or(a.SuggestedUnit, route.Unit)
	}
}

// open says what an answer leaves open and who could tell.
func (t *turn) open(a answer.Answer) string {
	if len(a.Uncovered) == 0 {
		return ""
	}
	if unit := t.Conv.Pending.RestUnit; unit != "" {
		return words.Uncovered(a) + "\n" + fmt.Sprintf(words.TextUnit, t.UnitName(unit))
	}
	return words.Uncovered(a)
}

// restChoices file a request for what an answer leaves open: in one tap, or
// after a look at it.
func (t *turn) restChoices() []choice {
	send := choice{Title: words.TitleRest, Verb: hear.DoRest}
	if unit := t.Conv.Pending.RestUnit; unit != "" {
		send.Title = fmt.Sprintf(words.TitleSendRest, t.UnitName(unit))
	}
	return []choice{send, {Title: words.TitleReview, Verb: hear.DoReview}}
}

// takeRest makes what was left open the question at hand; the whole question
// stays below it, since what is left may lean on it.
func (t *turn) takeRest() {
	p := t.Conv.Pending
	t.Conv.Pending = &chat.Pending{Question: strings.Join(p.Rest, "\n"), Unit: p.RestUnit, Files: p.Files, English: p.English,
		Notes: append(p.Notes, fmt.Sprintf(words.NoteRest, words.Echo(p.Question, step.KeptLine)))}
}

// fileRest files what was left open, once it is known for which place.
func (t *turn) fileRest() {
	if t.takeRest(); t.Conv.Pending.Unit == "" {
		t.offer(words.TextRest)
		return
	}
	t.file(false)
}

// reviewRest shows what was left open before it is sent.
func (t *turn) reviewRest() {
	if t.takeRest(); t.Conv.Pending.Unit == "" {
		t.offer(words.TextRest)
		return
	}
	t.ready()
}
