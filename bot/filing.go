package bot

import (
	"fmt"
	"slices"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
)

// offer suggests a unit for the question at hand, one tap from being filed.
// When the place is ambiguous it asks that first.
func (t *turn) offer(lead string, more ...choice) {
	p := t.conv.Pending
	if p.Question == t.heard.Raw && !t.heard.Understood() {
		t.say(words.TextVague, append(t.suggestions(), choice{title: words.TitleMenu, verb: hear.DoMenu})...)
		return
	}
	route := t.route()
	changes := t.told(nil)
	if p.Unit == "" && len(route.Choices) > 0 {
		t.askPlace(words.Lines(lead, changes), route.Choices, hear.DoPlace)
		return
	}
	if p.Unit == "" {
		p.Unit = route.Unit
	}
	t.conv.Waiting = chat.WaitConfirm
	t.say(words.Lines(lead, changes, t.unitLine(route), t.theirTime()), t.sendChoices(more...)...)
}

// sendChoices are the ways on from an offer: the first is yes, the last no.
func (t *turn) sendChoices(more ...choice) []choice {
	send := []choice{{title: fmt.Sprintf(words.TitleSend, t.unitName(t.conv.Pending.Unit)), verb: hear.DoFile}}
	return append(append(send, more...),
		choice{title: words.TitleChangeUnit, verb: hear.DoUnit}, choice{title: words.TitleEdit, verb: hear.DoEdit}, choice{title: words.TitleCancel, verb: hear.DoCancel})
}

func (t *turn) unitLine(r routing.Route) string {
	p := t.conv.Pending
	if p.Unit == routing.ProvinceOffice && !r.Known {
		return fmt.Sprintf(words.TextUnitUnknown, t.unitName(p.Unit))
	}
	return fmt.Sprintf(words.TextUnit, t.unitName(p.Unit))
}

func (t *turn) theirTime() string {
	found := hear.TheirDeadline.FindString(t.conv.Pending.Question)
	if found == "" {
		return ""
	}
	return fmt.Sprintf(words.TextTheirTime, words.Echo(found, 60))
}

// file files the question at hand. Its receipt is said when it is filed: see Receipt.
func (t *turn) file() {
	p := t.conv.Pending
	claimed := t.world.Requester.Kind == people.Citizen && hear.Hear(words.Lines(p.Question, words.Lines(p.Notes...))).Has(hear.ReporterWords)
	if r, ok := t.openRequest(p.Question); ok {
		t.conv.Pending = nil
		t.say(words.Lines(words.TextAlreadyFiled, t.statusText(r)), menu()...)
		return
	}
	filing := &effect.Filing{Question: p.Question, Notes: words.Notes(append(slices.Clone(p.Notes), words.When(claimed, words.NoteReporter))...), Unit: p.Unit, Context: slices.Clone(t.conv.Lines)}
	t.conv.Pending = nil
	_, filing.Buttons = t.list(afterFiling())
	t.follow(effect.Effect{Kind: effect.DoFile, Filing: filing})
}

func afterFiling() []choice {
	return []choice{{title: words.TitleAnother, verb: hear.DoAsk}, {title: words.TitleStatus, verb: hear.DoStatus}}
}

// openRequest finds the person's own open request with the same words.
func (t *turn) openRequest(question string) (request.Request, bool) {
	i := slices.IndexFunc(t.world.Requests, func(r request.Request) bool {
		return !r.State.Final() && hear.PlainWords(r.Question) == hear.PlainWords(question)
	})
	if i < 0 {
		return request.Request{}, false
	}
	return t.world.Requests[i], true
}

// ready shows what will be sent, and to whom.
func (t *turn) ready() {
	t.conv.Waiting = chat.WaitConfirm
	t.say(words.Lines(fmt.Sprintf(words.TextReady, words.Echo(t.conv.Pending.Question, 300)), t.theirTime()), t.sendChoices()...)
}

func (t *turn) edit() {
	t.conv.Waiting = chat.WaitRequestText
	t.say(fmt.Sprintf(words.TextRetype, words.Echo(t.conv.Pending.Question, 300)), choice{title: words.TitleCancel, verb: hear.DoCancel})
}

func (t *turn) cancel() {
	if t.conv.Pending == nil {
		t.say(words.TextNothingSend+" "+words.TextWithdraw, menu()...)
		return
	}
	t.conv.Pending = nil
	t.say(words.TextCancelled, menu()...)
}
