package bot

import (
	"fmt"
	"slices"
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/request"
)

// own finds a request of this person.
func (t *turn) own(code string) (request.Request, bool) {
	i := slices.IndexFunc(t.world.Requests, func(r request.Request) bool { return r.Code == code })
	if i < 0 {
		return request.Request{}, false
	}
	return t.world.Requests[i], true
}

// doOwn is what a person does with a request they filed.
func (t *turn) doOwn(v hear.Verb, argument string) {
	code, number, _ := strings.Cut(argument, "/")
	r, ok := t.own(code)
	if !ok {
		t.show(code)
		return
	}
	switch v {
	case hear.DoDispute:
		t.dispute(r)
	case hear.DoDisputePart:
		t.disputePart(r, atoi(number))
	case hear.DoTogether:
		t.wish(effect.Wish{Request: r.Code, Action: request.ActTogether})
	case hear.DoApart:
		t.wish(effect.Wish{Request: r.Code, Action: request.ActApart})
	case hear.DoExplain:
		explained := func(c choice) bool { return c.verb == hear.DoExplain }
		t.say(words.Explained(r, t.unitName), slices.DeleteFunc(t.ownChoices(r), explained)...)
	case hear.DoSupply:
		t.inviteSupply(r)
	case hear.DoWithdraw:
		t.withdrawSure(r)
	case hear.DoGiveUp:
		t.wish(effect.Wish{Request: r.Code, Action: request.ActWithdraw})
	}
}

// ownChoices are what can be done with a request, as far as it is open.
func (t *turn) ownChoices(r request.Request) []choice {
	last := []choice{{title: words.TitleStatus, verb: hear.DoStatus}, {title: words.TitleHuman, verb: hear.DoHuman}}
	if !request.Undecided(r) {
		first := []choice{{title: words.TitleAnother, verb: hear.DoAsk}}
		if len(request.Disputable(r)) > 0 {
			first = append(first, choice{title: words.TitleDispute, verb: hear.DoDispute, argument: r.Code})
		}
		return append(first, last...)
	}
	return append([]choice{
		{title: words.TitleExplain, verb: hear.DoExplain, argument: r.Code}, {title: t.supplyTitle(r), verb: hear.DoSupply, argument: r.Code},
		{title: words.TitleWithdraw, verb: hear.DoWithdraw, argument: r.Code},
	}, last...)
}

func (t *turn) supplyTitle(r request.Request) string {
	if len(request.AskedBack(r)) > 0 {
		return words.TitleSupply
	}
	return words.TitleMore
}

// inviteSupply asks for what is to be added to a request; what the unit asked stands above.
func (t *turn) inviteSupply(r request.Request) {
	if !request.Undecided(r) {
		t.say(words.TextDecided, t.ownChoices(r)...)
		return
	}
	t.conv.Pending = &chat.Pending{Request: r.Code}
	t.conv.Waiting = chat.WaitSupply
	var asked []string
	for _, c := range request.AskedBack(r) {
		asked = append(asked, fmt.Sprintf(words.TextUnitAsks, c.Question))
	}
	t.say(words.Lines(append(asked, fmt.Sprintf(words.TextTypeMore, r.Code))...), choice{title: words.TitleCancel, verb: hear.DoCancel})
}

// supply takes the message as what is to be added.
func (t *turn) supply() {
	p := t.conv.Pending
	if p == nil || p.Request == "" {
		t.say(words.TextNothingSend, menu()...)
		return
	}
	if p.Dispute > 0 {
		t.wish(effect.Wish{Request: p.Request, Part: p.Dispute - 1, Action: request.ActDispute, Text: t.heardLine()})
		return
	}
	t.wish(effect.Wish{Request: p.Request, Action: request.ActAdd, Text: t.heardLine()})
}

// supplySaid adds what was said before it was known what for.
func (t *turn) supplySaid(code string) {
	if p := t.conv.Pending; p != nil {
		t.wish(effect.Wish{Request: code, Action: request.ActAdd, Text: p.Question})
	}
}

func (t *turn) withdrawSure(r request.Request) {
	if !request.Undecided(r) {
		t.say(words.TextDecided, t.ownChoices(r)...)
		return
	}
	t.conv.Waiting = chat.WaitConfirm
	t.say(fmt.Sprintf(words.TextWithdrawSure, r.Code, words.Echo(r.Question, 160)),
		choice{title: words.TitleWithdraw, verb: hear.DoGiveUp, argument: r.Code}, choice{title: words.TitleNotWithdraw, verb: hear.DoShow, argument: r.Code})
}

// withdrawAny is a wish to withdraw that names no request.
func (t *turn) withdrawAny() {
	var open []request.Request
	for _, r := range t.world.Requests {
		if request.Undecided(r) {
			open = append(open, r)
		}
	}
	switch len(open) {
	case 0:
		t.say(words.TextNoneOpen, menu()...)
	case 1:
		t.withdrawSure(open[0])
	default:
		var choices []choice
		for _, r := range open[:min(len(open), listed)] {
			choices = append(choices, choice{title: fmt.Sprintf(words.TextListLine, r.Code, r.State.Label(), words.Day(r.Due)), verb: hear.DoWithdraw, argument: r.Code})
		}
		t.say(words.TextWithdrawWhich, choices...)
	}
}

// dispute is the word that an answer does not answer: of which part, and what is missing.
func (t *turn) dispute(r request.Request) {
	parts := request.Disputable(r)
	switch len(parts) {
	case 0:
		t.say(words.TextNoDispute, t.ownChoices(r)...)
	case 1:
		t.disputePart(r, request.Number(parts[0]))
	default:
		var choices []choice
		for _, part := range parts {
			title := fmt.Sprintf(words.TitlePart, request.Number(part), request.Asked(r, part))
			choices = append(choices, choice{title: title, verb: hear.DoDisputePart, argument: fmt.Sprintf("%s/%d", r.Code, request.Number(part))})
		}
		t.say(words.TextWhichPartIs, choices...)
	}
}

func (t *turn) disputePart(r request.Request, number int) {
	if !slices.Contains(request.Disputable(r), number-1) {
		t.say(words.TextNoDispute, t.ownChoices(r)...)
		return
	}
	t.conv.Pending = &chat.Pending{Request: r.Code, Dispute: number}
	t.conv.Waiting = chat.WaitSupply
	t.say(fmt.Sprintf(words.TextWhatIsMissing, r.Code, words.Echo(request.Asked(r, number-1), 160)), choice{title: words.TitleCancel, verb: hear.DoCancel})
}

// wish asks for a step of the person's own request; what came of it is said by what does it.
func (t *turn) wish(w effect.Wish) {
	t.conv.Pending = nil
	w.Text = words.CutRunes(w.Text, words.KeptQuestion)
	_, w.Buttons = t.list([]choice{{title: words.TitleThis, verb: hear.DoShow, argument: w.Request}, {title: words.TitleStatus, verb: hear.DoStatus}})
	t.follow(effect.Effect{Kind: effect.DoWish, Wish: &w})
}

// takeOwn reads words about one of the person's requests, whose code stands in them: to
// withdraw it, to add to it; false for any others.
func (t *turn) takeOwn() bool {
	code, ok := request.FindCode(t.heard.Raw)
	if !ok {
		return false
	}
	r, ok := t.own(code)
	switch {
	case !ok:
		return false
	case t.heard.Has(hear.Withdrawing):
		t.withdrawSure(r)
	case t.heard.Has(hear.Disputing):
		t.dispute(r)
	case t.heard.Has(hear.Explaining):
		t.doOwn(hear.DoExplain, code)
	case t.heard.Has(hear.Adding):
		if said := afterCode(t.heard.Raw, code); hear.Hear(said).Understood() && request.Undecided(r) {
			t.wish(effect.Wish{Request: code, Action: request.ActAdd, Text: said})
			return true
		}
		t.inviteSupply(r)
	default:
		return false
	}
	return true
}

// afterCode is what is said behind a code.
func afterCode(text, code string) string {
	number := code[strings.LastIndexByte(code, '-')+1:]
	_, behind, _ := strings.Cut(text, number)
	return strings.TrimSpace(strings.TrimLeft(behind, " :,.;-–\n\t"))
}

// askedBack offers to take what is no question as the answer to what a unit asked; false
// when no unit waits for one.
func (t *turn) askedBack() bool {
	i := slices.IndexFunc(t.world.Requests, func(r request.Request) bool { return len(request.AskedBack(r)) > 0 })
	if i < 0 || t.heard.Has(hear.Asking) || !t.heard.Understood() {
		return false
	}
	r := t.world.Requests[i]
	t.conv.Pending = &chat.Pending{Question: t.heardLine()}
	t.say(fmt.Sprintf(words.TextIsThisAnswer, r.Code, request.AskedBack(r)[0].Question),
		choice{title: fmt.Sprintf(words.TitleIsAnswer, r.Code), verb: hear.DoSupplyThis, argument: r.Code},
		choice{title: words.TitleIsNew, verb: hear.DoAskThis})
	return true
}

// whenAnswered says when what is sent now must be answered, day by day.
func (t *turn) whenAnswered() {
	rule := t.world.Rules.RuleFor(t.world.Requester.Kind)
	k := t.world.Rules.Start(rule, t.world.Now)
	t.say(words.IfSentNow(k, rule, t.world.PublicURL), choice{title: words.TitleRequest, verb: hear.DoRequest}, choice{title: words.TitleAsk, verb: hear.DoAsk})
}
