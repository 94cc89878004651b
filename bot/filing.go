package bot

import (
	"fmt"
	"regexp"
	"slices"

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
	if p.Question == t.heard.raw && !t.understood() {
		t.say(textVague, append(t.suggestions(), choice{title: titleMenu, verb: doMenu})...)
		return
	}
	route := t.route()
	changes := t.told(nil)
	if p.Unit == "" && len(route.Choices) > 0 {
		t.askPlace(lines(lead, changes), route.Choices, doPlace)
		return
	}
	if p.Unit == "" {
		p.Unit = route.Unit
	}
	t.conv.Waiting = chat.WaitConfirm
	t.say(lines(lead, changes, t.unitLine(route), t.theirTime()), t.sendChoices(more...)...)
}

// sendChoices are the ways on from an offer: the first is yes, the last no.
func (t *turn) sendChoices(more ...choice) []choice {
	send := []choice{{title: fmt.Sprintf(titleSend, t.unitName(t.conv.Pending.Unit)), verb: doFile}}
	return append(append(send, more...),
		choice{title: titleChangeUnit, verb: doUnit}, choice{title: titleEdit, verb: doEdit}, choice{title: titleCancel, verb: doCancel})
}

func (t *turn) unitLine(r routing.Route) string {
	p := t.conv.Pending
	if p.Unit == routing.ProvinceOffice && !r.Known {
		return fmt.Sprintf(textUnitUnknown, t.unitName(p.Unit))
	}
	return fmt.Sprintf(textUnit, t.unitName(p.Unit))
}

// theirDeadline finds the time a reporter needs the answer by.
var theirDeadline = regexp.MustCompile(`(?i)(?:deadline|dl|hạn (?:báo|chót|cuối|in|trả|nộp|gửi|của)|han bao|trước|truoc|hạn)[^.,;\n]{0,24}?\d{1,2} ?(?:h|giờ|g|gio|:)[^.,;\n]{0,16}`)

func (t *turn) theirTime() string {
	found := theirDeadline.FindString(t.conv.Pending.Question)
	if found == "" {
		return ""
	}
	return fmt.Sprintf(textTheirTime, echo(found, 60))
}

// file files the question at hand. Its receipt is said when it is filed: see Receipt.
func (t *turn) file() {
	p := t.conv.Pending
	claimed := t.world.Requester.Kind == people.Citizen && hear(lines(p.Question, lines(p.Notes...))).has(reporterWords)
	if r, ok := t.openRequest(p.Question, p.Notes); ok {
		t.conv.Pending = nil
		t.say(lines(textAlreadyFiled, t.statusText(r)), menu()...)
		return
	}
	filing := &effect.Filing{Question: p.Question, Notes: notes(append(slices.Clone(p.Notes), when(claimed, noteReporter))...), Unit: p.Unit, Context: slices.Clone(t.conv.Lines)}
	t.conv.Pending = nil
	_, filing.Buttons = t.list(afterFiling())
	t.follow(effect.Effect{Kind: effect.DoFile, Filing: filing})
}

func afterFiling() []choice {
	return []choice{{title: titleAnother, verb: doAsk}, {title: titleStatus, verb: doStatus}}
}

// openRequest finds the person's own open request with the same words. Notes count: a
// report of the same link twice is one, but what was asked before is not what is reported.
func (t *turn) openRequest(question string, notes []string) (request.Request, bool) {
	i := slices.IndexFunc(t.world.Requests, func(r request.Request) bool {
		return !r.State.Final() && plainWords(r.Question) == plainWords(question) && slices.Contains(r.Notes, noteReport) == slices.Contains(notes, noteReport)
	})
	if i < 0 {
		return request.Request{}, false
	}
	return t.world.Requests[i], true
}

// ready shows what will be sent, and to whom.
func (t *turn) ready() {
	t.conv.Waiting = chat.WaitConfirm
	t.say(lines(fmt.Sprintf(textReady, echo(t.conv.Pending.Question, 300)), t.theirTime()), t.sendChoices()...)
}

func (t *turn) edit() {
	t.conv.Waiting = chat.WaitRequestText
	t.say(fmt.Sprintf(textRetype, echo(t.conv.Pending.Question, 300)), choice{title: titleCancel, verb: doCancel})
}

func (t *turn) cancel() {
	if t.conv.Pending == nil {
		t.say(textNothingSend+" "+textWithdraw, menu()...)
		return
	}
	t.conv.Pending = nil
	t.say(textCancelled, menu()...)
}
