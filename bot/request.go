package bot

import (
	"fmt"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge/answer"
)

func (t *turn) inviteRequest() {
	t.conv.Pending = &chat.Pending{}
	t.conv.Waiting = chat.WaitRequestText
	t.say(words.TextTypeRequest, choice{title: words.TitleCancel, verb: hear.DoCancel})
}

// requestText takes the message as the request's text. A unit chosen before an
// edit stays chosen.
func (t *turn) requestText() {
	if !t.heard.Understood() {
		t.conv.Waiting = chat.WaitRequestText
		t.say(words.TextVague, choice{title: words.TitleCancel, verb: hear.DoCancel})
		return
	}
	p := t.conv.Pending
	if p == nil {
		p = &chat.Pending{}
	}
	t.conv.Pending = &chat.Pending{Question: t.heardLine(), Unit: p.Unit, Notes: p.Notes}
	if p.Unit != "" {
		t.ready()
		return
	}
	t.offer(words.TooLong(t.heard.Raw))
}

// request offers to file what was said, with a note for the officer.
func (t *turn) request(lead, note string) {
	t.conv.Pending = &chat.Pending{Question: t.heard.Raw, Notes: words.Notes(note)}
	t.offer(words.Lines(lead, words.TooLong(t.heard.Raw)))
}

// refuse says why something is not told; nothing is left to be filed.
func (t *turn) refuse(why string) {
	t.conv.Pending = nil
	t.say(why, choice{title: words.TitleRequest, verb: hear.DoRequest}, choice{title: words.TitleAsk, verb: hear.DoAsk}, choice{title: words.TitleHuman, verb: hear.DoHuman})
}

// explicitRequest offers to file what a person asks a unit for, and names the
// statement that may already answer it.
func (t *turn) explicitRequest() {
	t.conv.Pending = &chat.Pending{Question: t.heard.Raw}
	a := t.look(t.heard.Raw)
	if !official(a) || len(t.route().Choices) > 0 {
		t.offer(words.Lines(words.TextRequestNoted, words.TooLong(t.heard.Raw)))
		return
	}
	t.offerBeside(a.Quotes[0])
}

// offerBeside offers the request and, beside it, the statement already made.
func (t *turn) offerBeside(q answer.Quote) {
	route := t.route()
	t.conv.Pending.Unit = route.Unit
	t.conv.Waiting = chat.WaitConfirm
	see := choice{title: fmt.Sprintf(words.TitleSeeExisting, q.Title), verb: hear.DoQuote, argument: q.Statement}
	t.say(words.Lines(words.TextExisting, t.told(nil), t.unitLine(route), t.theirTime()), t.sendChoices(see)...)
}

// correction helps a newsroom to the exact words.
func (t *turn) correction() {
	t.conv.Pending = &chat.Pending{Question: t.heard.Raw, Unit: t.unitOr(routing.ProvinceOffice)}
	t.offer(words.TextCorrection)
}

// personalList asks for the commune when the list is of one that is not named.
func (t *turn) personalList() {
	t.conv.Pending = &chat.Pending{Question: t.heard.Raw}
	if t.heard.Has("xa minh|xa em|xa toi|phuong minh|phuong em|phuong toi|xa nha|cho minh|xa ta|thon minh|thon em") {
		t.conv.Waiting = chat.WaitUnit
		t.say(words.Lines(words.TextPersonalList, words.TextWhichCommune), choice{title: words.TitleCancel, verb: hear.DoCancel})
		return
	}
	t.offer(words.TextPersonalList)
}

// term answers how long an answer may take, only in the words of a statement:
// the bot itself quotes no law.
func (t *turn) term() {
	lead := ""
	if policy.LawFor(t.world.Requester.Kind) == policy.LawPress || t.heard.Has("cong van|bao chi|"+hear.ReporterWords) {
		lead = words.TextOldLetter
	}
	t.askFor(lead, "", choice{title: words.TitleRequest, verb: hear.DoRequest})
}

func (t *turn) english() {
	t.conv.Pending = &chat.Pending{Question: t.heard.Raw}
	p := t.conv.Pending
	p.Unit = t.route().Unit
	t.conv.Waiting = chat.WaitConfirm
	t.say(words.Lines(words.TextEnglish, fmt.Sprintf(words.TextEnglishUnit, t.unitName(p.Unit))), t.sendChoices()...)
}

// unitOr is the unit known for the question, or the given one.
func (t *turn) unitOr(code string) string {
	if r := t.world.Units.Route(t.heard.Raw); r.Known && len(r.Choices) == 0 {
		return r.Unit
	}
	return code
}
