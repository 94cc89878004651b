package bot

import (
	"fmt"

	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge"
)

// notes are the notes that are not empty.
func notes(all ...string) []string {
	var kept []string
	for _, n := range all {
		if n != "" {
			kept = append(kept, n)
		}
	}
	return kept
}

func (t *turn) inviteRequest() {
	t.conv.Pending = &chat.Pending{}
	t.conv.Waiting = chat.WaitRequestText
	t.say(textTypeRequest, choice{title: titleCancel, verb: doCancel})
}

// requestText takes the message as the request's text. A unit chosen before an
// edit stays chosen.
func (t *turn) requestText() {
	if !t.understood() {
		t.conv.Waiting = chat.WaitRequestText
		t.say(textVague, choice{title: titleCancel, verb: doCancel})
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
	t.offer(t.tooLong())
}

// request offers to file what was said, with a note for the officer.
func (t *turn) request(lead, note string) {
	t.conv.Pending = &chat.Pending{Question: t.heard.raw, Notes: notes(note)}
	t.offer(lines(lead, t.tooLong()))
}

// refuse says why something is not told; nothing is left to be filed.
func (t *turn) refuse(why string) {
	t.conv.Pending = nil
	t.say(why, choice{title: titleRequest, verb: doRequest}, choice{title: titleAsk, verb: doAsk}, choice{title: titleHuman, verb: doHuman})
}

// explicitRequest offers to file what a person asks a unit for, and names the
// statement that may already answer it.
func (t *turn) explicitRequest() {
	t.conv.Pending = &chat.Pending{Question: t.heard.raw}
	a := t.look(t.heard.raw)
	if !official(a) || len(t.route().Choices) > 0 {
		t.offer(lines(textRequestNoted, t.tooLong()))
		return
	}
	t.offerBeside(a.Quotes[0])
}

// offerBeside offers the request and, beside it, the statement already made.
func (t *turn) offerBeside(q knowledge.Quote) {
	route := t.route()
	t.conv.Pending.Unit = route.Unit
	t.conv.Waiting = chat.WaitConfirm
	see := choice{title: fmt.Sprintf(titleSeeExisting, q.Title), verb: doQuote, argument: q.Statement}
	t.say(lines(textExisting, t.told(nil), t.unitLine(route), t.theirTime()), t.sendChoices(see)...)
}

// correction helps a newsroom to the exact words.
func (t *turn) correction() {
	t.conv.Pending = &chat.Pending{Question: t.heard.raw, Unit: t.unitOr(routing.ProvinceOffice)}
	t.offer(textCorrection)
}

// personalList asks for the commune when the list is of one that is not named.
func (t *turn) personalList() {
	t.conv.Pending = &chat.Pending{Question: t.heard.raw}
	if t.heard.has("xa minh|xa em|xa toi|phuong minh|phuong em|phuong toi|xa nha|cho minh|xa ta|thon minh|thon em") {
		t.conv.Waiting = chat.WaitUnit
		t.say(lines(textPersonalList, textWhichCommune), choice{title: titleCancel, verb: doCancel})
		return
	}
	t.offer(textPersonalList)
}

// term answers how long an answer may take, only in the words of a statement:
// the bot itself quotes no law.
func (t *turn) term() {
	lead := ""
	if policy.LawFor(t.world.Requester.Kind) == policy.LawPress || t.heard.has("cong van|bao chi|"+reporterWords) {
		lead = textOldLetter
	}
	t.askFor(lead, "", choice{title: titleRequest, verb: doRequest})
}

func (t *turn) english() {
	t.conv.Pending = &chat.Pending{Question: t.heard.raw}
	p := t.conv.Pending
	p.Unit = t.route().Unit
	t.conv.Waiting = chat.WaitConfirm
	t.say(lines(textEnglish, fmt.Sprintf(textEnglishUnit, t.unitName(p.Unit))), t.sendChoices()...)
}

// unitOr is the unit known for the question, or the given one.
func (t *turn) unitOr(code string) string {
	if r := t.world.Units.Route(t.heard.raw); r.Known && len(r.Choices) == 0 {
		return r.Unit
	}
	return code
}
