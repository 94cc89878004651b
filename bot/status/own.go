package status

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/step"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/request"
)

// own finds a request of this person.
func own(t *step.Turn, code string) (request.Request, bool) {
	i := slices.IndexFunc(t.World.Requests, func(r request.Request) bool { return r.Code == code })
	if i < 0 {
		return request.Request{}, false
	}
	return t.World.Requests[i], true
}

// Do is what a person does with a request they filed.
func Do(t *step.Turn, v hear.Verb, argument string) {
	code, number, _ := strings.Cut(argument, "/")
	r, ok := own(t, code)
	if !ok {
		Show(t, code)
		return
	}
	switch v {
	case hear.DoDispute:
		dispute(t, r)
	case hear.DoDisputePart:
		n, _ := strconv.Atoi(number) // what is no number is the number of no part
		disputePart(t, r, n)
	case hear.DoTogether:
		ownStep(t, effect.OwnStep{Request: r.Code, Action: request.ActTogether})
	case hear.DoApart:
		ownStep(t, effect.OwnStep{Request: r.Code, Action: request.ActApart})
	case hear.DoExplain:
		explained := func(c step.Choice) bool { return c.Verb == hear.DoExplain }
		t.Say(words.Explained(r, t.UnitName), slices.DeleteFunc(choices(t, r), explained)...)
	case hear.DoSupply:
		inviteSupply(t, r)
	case hear.DoWithdraw:
		withdrawSure(t, r)
	case hear.DoGiveUp:
		ownStep(t, effect.OwnStep{Request: r.Code, Action: request.ActWithdraw})
	}
}

// choices are what can be done with a request, as far as it is open.
func choices(t *step.Turn, r request.Request) []step.Choice {
	last := []step.Choice{{Title: words.TitleStatus, Verb: hear.DoStatus}, {Title: words.TitleHuman, Verb: hear.DoHuman}}
	if !request.Undecided(r) {
		first := []step.Choice{{Title: words.TitleAnother, Verb: hear.DoAsk}}
		if len(request.Disputable(r)) > 0 {
			first = append(first, step.Choice{Title: words.TitleDispute, Verb: hear.DoDispute, Argument: r.Code})
		}
		return append(first, last...)
	}
	return append([]step.Choice{
		{Title: words.TitleExplain, Verb: hear.DoExplain, Argument: r.Code}, {Title: supplyTitle(t, r), Verb: hear.DoSupply, Argument: r.Code},
		{Title: words.TitleWithdraw, Verb: hear.DoWithdraw, Argument: r.Code},
	}, last...)
}

func supplyTitle(t *step.Turn, r request.Request) string {
	if len(request.AskedBack(r)) > 0 {
		return words.TitleSupply
	}
	return words.TitleMore
}

// inviteSupply asks for what is to be added to a request; what the unit asked stands above.
func inviteSupply(t *step.Turn, r request.Request) {
	if !request.Undecided(r) {
		t.Say(words.TextDecided, choices(t, r)...)
		return
	}
	t.Conv.Pending = &chat.Pending{Request: r.Code}
	t.Conv.Waiting = chat.WaitSupply
	var asked []string
	for _, c := range request.AskedBack(r) {
		asked = append(asked, fmt.Sprintf(words.TextUnitAsks, c.Question))
	}
	t.Say(words.Lines(append(asked, fmt.Sprintf(words.TextTypeMore, r.Code))...), step.Choice{Title: words.TitleCancel, Verb: hear.DoCancel})
}

// Supply takes the message as what is to be added.
func Supply(t *step.Turn) {
	p := t.Conv.Pending
	if p == nil || p.Request == "" {
		t.Say(words.TextNothingSend, step.Menu()...)
		return
	}
	if p.Dispute > 0 {
		ownStep(t, effect.OwnStep{Request: p.Request, Part: p.Dispute - 1, Action: request.ActDispute, Text: t.HeardLine()})
		return
	}
	ownStep(t, effect.OwnStep{Request: p.Request, Action: request.ActAdd, Text: t.HeardLine()})
}

// SupplyFile takes what was sent as what is to be added; more may come.
func SupplyFile(t *step.Turn) bool {
	p := t.Conv.Pending
	if t.Waited != chat.WaitSupply || p == nil || p.Request == "" || p.Dispute > 0 {
		return false
	}
	code := p.Request
	ownStep(t, effect.OwnStep{Request: code, Action: request.ActAdd, Text: t.Heard.Raw, Files: t.Event.URLs})
	t.Conv.Pending, t.Conv.Waiting = &chat.Pending{Request: code}, chat.WaitSupply
	return true
}

// FileAskedBack offers to take what was sent as the answer to what a unit asked; false when
// no unit waits for one.
func FileAskedBack(t *step.Turn) bool {
	i := slices.IndexFunc(t.World.Requests, func(r request.Request) bool { return len(request.AskedBack(r)) > 0 })
	if i < 0 {
		return false
	}
	r := t.World.Requests[i]
	t.Conv.Pending = &chat.Pending{Question: t.Heard.Raw, Files: t.Event.URLs}
	t.Say(fmt.Sprintf(words.TextIsThisFile, r.Code, request.AskedBack(r)[0].Question),
		step.Choice{Title: fmt.Sprintf(words.TitleIsAnswer, r.Code), Verb: hear.DoSupplyThis, Argument: r.Code},
		step.Choice{Title: words.TitleMenu, Verb: hear.DoMenu})
	return true
}

// AddFiles adds files to a request of the person's own.
func AddFiles(t *step.Turn, code string, files []string) {
	ownStep(t, effect.OwnStep{Request: code, Action: request.ActAdd, Files: files})
}

// SupplySaid adds what was said before it was known what for.
func SupplySaid(t *step.Turn, code string) {
	if p := t.Conv.Pending; p != nil {
		ownStep(t, effect.OwnStep{Request: code, Action: request.ActAdd, Text: p.Question, Files: p.Files})
	}
}

func withdrawSure(t *step.Turn, r request.Request) {
	if !request.Undecided(r) {
		t.Say(words.TextDecided, choices(t, r)...)
		return
	}
	t.Conv.Waiting = chat.WaitConfirm
	t.Say(fmt.Sprintf(words.TextWithdrawSure, r.Code, words.Echo(r.Question, 160)),
		step.Choice{Title: words.TitleWithdraw, Verb: hear.DoGiveUp, Argument: r.Code}, step.Choice{Title: words.TitleNotWithdraw, Verb: hear.DoShow, Argument: r.Code})
}

// WithdrawAny is for who wants to withdraw and names no request.
func WithdrawAny(t *step.Turn) {
	var open []request.Request
	for _, r := range t.World.Requests {
		if request.Undecided(r) {
			open = append(open, r)
		}
	}
	switch len(open) {
	case 0:
		t.Say(words.TextNoneOpen, step.Menu()...)
	case 1:
		withdrawSure(t, open[0])
	default:
		var list []step.Choice
		for _, r := range open[:min(len(open), listed)] {
			list = append(list, step.Choice{Title: fmt.Sprintf(words.TextListLine, r.Code, r.State.Label(), words.Day(r.Due)), Verb: hear.DoWithdraw, Argument: r.Code})
		}
		t.Say(words.TextWithdrawWhich, list...)
	}
}

// dispute is the word that an answer does not answer: of which part, and what is missing.
func dispute(t *step.Turn, r request.Request) {
	parts := request.Disputable(r)
	switch len(parts) {
	case 0:
		t.Say(words.TextNoDispute, choices(t, r)...)
	case 1:
		disputePart(t, r, request.Number(parts[0]))
	default:
		var list []step.Choice
		for _, part := range parts {
			title := fmt.Sprintf(words.TitlePart, request.Number(part), request.Asked(r, part))
			list = append(list, step.Choice{Title: title, Verb: hear.DoDisputePart, Argument: fmt.Sprintf("%s/%d", r.Code, request.Number(part))})
		}
		t.Say(words.TextWhichPartIs, list...)
	}
}

func disputePart(t *step.Turn, r request.Request, number int) {
	if !slices.Contains(request.Disputable(r), number-1) {
		t.Say(words.TextNoDispute, choices(t, r)...)
		return
	}
	t.Conv.Pending = &chat.Pending{Request: r.Code, Dispute: number}
	t.Conv.Waiting = chat.WaitSupply
	t.Say(fmt.Sprintf(words.TextWhatIsMissing, r.Code, words.Echo(request.Asked(r, number-1), 160)), step.Choice{Title: words.TitleCancel, Verb: hear.DoCancel})
}

// ownStep asks for a step of the person's own request; what came of it is said by what does it.
func ownStep(t *step.Turn, s effect.OwnStep) {
	t.Conv.Pending = nil
	s.Text = words.CutRunes(s.Text, words.KeptQuestion)
	_, s.Buttons = t.List([]step.Choice{{Title: words.TitleThis, Verb: hear.DoShow, Argument: s.Request}, {Title: words.TitleStatus, Verb: hear.DoStatus}})
	t.Follow(effect.Effect{Kind: effect.DoOwnStep, OwnStep: &s})
}

// TakeOwn reads words about one of the person's requests, whose code stands in them: to
// withdraw it, to add to it; false for any others.
func TakeOwn(t *step.Turn) bool {
	code, ok := request.FindCode(t.Heard.Raw)
	if !ok {
		return false
	}
	r, ok := own(t, code)
	switch {
	case !ok:
		return false
	case t.Heard.Has(hear.Withdrawing):
		withdrawSure(t, r)
	case t.Heard.Has(hear.Disputing):
		dispute(t, r)
	case t.Heard.Has(hear.Explaining):
		Do(t, hear.DoExplain, code)
	case t.Heard.Has(hear.Adding):
		if said := AfterCode(t.Heard.Raw, code); hear.Hear(said).Understood() && request.Undecided(r) {
			ownStep(t, effect.OwnStep{Request: code, Action: request.ActAdd, Text: said})
			return true
		}
		inviteSupply(t, r)
	default:
		return false
	}
	return true
}

// AfterCode is what is said behind a code.
func AfterCode(text, code string) string {
	number := code[strings.LastIndexByte(code, '-')+1:]
	_, behind, _ := strings.Cut(text, number)
	return strings.TrimSpace(strings.TrimLeft(behind, " :,.;-–\n\t"))
}

// AskedBack offers to take what is no question as the answer to what a unit asked; false
// when no unit waits for one.
func AskedBack(t *step.Turn) bool {
	i := slices.IndexFunc(t.World.Requests, func(r request.Request) bool { return len(request.AskedBack(r)) > 0 })
	if i < 0 || t.Heard.Has(hear.Asking) || !t.Heard.Understood() {
		return false
	}
	r := t.World.Requests[i]
	t.Conv.Pending = &chat.Pending{Question: t.HeardLine()}
	t.Say(fmt.Sprintf(words.TextIsThisAnswer, r.Code, request.AskedBack(r)[0].Question),
		step.Choice{Title: fmt.Sprintf(words.TitleIsAnswer, r.Code), Verb: hear.DoSupplyThis, Argument: r.Code},
		step.Choice{Title: words.TitleIsNew, Verb: hear.DoAskThis})
	return true
}

// WhenAnswered says when what is sent now must be answered, day by day.
func WhenAnswered(t *step.Turn) {
	rule := t.World.Rules.RuleFor(t.World.Requester.Kind)
	k := t.World.Rules.Start(rule, t.World.Now)
	t.Say(words.IfSentNow(k, rule, t.World.PublicURL), step.Choice{Title: words.TitleRequest, Verb: hear.DoRequest}, step.Choice{Title: words.TitleAsk, Verb: hear.DoAsk})
}
