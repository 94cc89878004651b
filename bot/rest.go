package bot

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/knowledge/answer"
)

// keepRest keeps what an answer leaves open, and the unit to ask about it; ""
// when a place in it has to be asked for first.
func (t *turn) keepRest(a answer.Answer) {
	p := t.conv.Pending
	p.Rest, p.RestUnit = slices.Clone(a.Uncovered), ""
	route := t.world.Units.Route(strings.Join(a.Uncovered, "\n"))
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
	if unit := t.conv.Pending.RestUnit; unit != "" {
		return words.Uncovered(a) + "\n" + fmt.Sprintf(words.TextUnit, t.unitName(unit))
	}
	return words.Uncovered(a)
}

// restChoices file a request for what an answer leaves open: in one tap, or
// after a look at it.
func (t *turn) restChoices() []choice {
	send := choice{title: words.TitleRest, verb: hear.DoRest}
	if unit := t.conv.Pending.RestUnit; unit != "" {
		send.title = fmt.Sprintf(words.TitleSendRest, t.unitName(unit))
	}
	return []choice{send, {title: words.TitleReview, verb: hear.DoReview}}
}

// takeRest makes what was left open the question at hand; the whole question
// stays below it, since what is left may lean on it.
func (t *turn) takeRest() {
	p := t.conv.Pending
	t.conv.Pending = &chat.Pending{Question: strings.Join(p.Rest, "\n"), Unit: p.RestUnit,
		Notes: append(p.Notes, fmt.Sprintf(words.NoteRest, words.Echo(p.Question, keptLine)))}
}

// fileRest files what was left open, once it is known for which place.
func (t *turn) fileRest() {
	if t.takeRest(); t.conv.Pending.Unit == "" {
		t.offer(words.TextRest)
		return
	}
	t.file()
}

// reviewRest shows what was left open before it is sent.
func (t *turn) reviewRest() {
	if t.takeRest(); t.conv.Pending.Unit == "" {
		t.offer(words.TextRest)
		return
	}
	t.ready()
}
