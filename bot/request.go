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
	t.Conv.Pending = &chat.Pending{Files: t.sentFiles(), English: t.World.Requester.Foreign}
	t.Conv.Waiting = chat.WaitRequestText
	t.Say(words.Lines(t.filesLine(), t.in(words.TextTypeRequest)), choice{Title: t.in(words.TitleCancel), Verb: hear.DoCancel})
}

// requestText takes the message as the request's text. A unit chosen before an
// edit stays chosen.
func (t *turn) requestText() {
	if !t.Heard.Understood() {
		t.Conv.Waiting = chat.WaitRequestText
		t.Say(t.in(words.TextVague), choice{Title: t.in(words.TitleCancel), Verb: hear.DoCancel})
		return
	}
	t.takeRequest(t.HeardLine(), "")
}

func (t *turn) takeRequest(text, lead string) {
	p := t.Conv.Pending
	if p == nil {
		p = &chat.Pending{}
	}
	t.Conv.Pending = &chat.Pending{Question: text, Unit: p.Unit, Notes: p.Notes, Form: p.Form, Files: p.Files, English: p.English || hear.Detect(t.Heard) == hear.WantEnglish}
	if p = t.Conv.Pending; p.English && p.Unit == "" {
		p.Unit = t.Route().Unit
	}
	if p.Unit != "" {
		t.readyAfter(lead)
		return
	}
	t.offer(words.Lines(lead, words.TooLong(t.Heard.Raw)))
}

// request offers to file what was said, with a note for the officer.
func (t *turn) request(lead, note string) {
	t.Conv.Pending = &chat.Pending{Question: t.Heard.Raw, Notes: words.Notes(note)}
	t.offer(words.Lines(lead, words.TooLong(t.Heard.Raw)))
}

// refuse says why something is not told; nothing is left to be filed.
func (t *turn) refuse(why string) {
	t.Conv.Pending = nil
	t.Say(why, choice{Title: words.TitleRequest, Verb: hear.DoRequest}, choice{Title: words.TitleAsk, Verb: hear.DoAsk}, choice{Title: words.TitleHuman, Verb: hear.DoHuman})
}

// explicitRequest offers to file what a person asks a unit for, and names the
// statement that may already answer it.
func (t *turn) explicitRequest() {
	t.Conv.Pending = &chat.Pending{Question: t.Heard.Raw}
	a := t.look(t.Heard.Raw)
	if !official(a) || len(t.Route().Choices) > 0 {
		t.offer(words.Lines(words.TextRequestNoted, words.TooLong(t.Heard.Raw)))
		return
	}
	t.offerBeside(a.Quotes[0])
}

// offerBeside offers the request and, beside it, the statement already made.
func (t *turn) offerBeside(q answer.Quote) {
	route := t.Route()
	t.Conv.Pending.Unit = route.Unit
	t.Conv.Waiting = chat.WaitConfirm
	see := choice{Title: fmt.Sprintf(words.TitleSeeExisting, q.Title), Verb: hear.DoQuote, Argument: q.Statement}
	t.Say(words.Lines(words.TextExisting, t.NewNames(nil), t.unitLine(route), t.theirTime()), t.sendChoices(see)...)
}

// correction helps a newsroom to the exact words.
func (t *turn) correction() {
	t.Conv.Pending = &chat.Pending{Question: t.Heard.Raw, Unit: t.unitOr(routing.ProvinceOffice)}
	t.offer(words.TextCorrection)
}

// personalList asks for the commune when the list is of one that is not named.
func (t *turn) personalList() {
	t.Conv.Pending = &chat.Pending{Question: t.Heard.Raw}
	if t.Heard.Has("xa minh|xa em|xa toi|phuong minh|phuong em|phuong toi|xa nha|cho minh|xa ta|thon minh|thon em") {
		t.Conv.Waiting = chat.WaitUnit
		t.Say(words.Lines(words.TextPersonalList, words.TextWhichCommune), choice{Title: words.TitleCancel, Verb: hear.DoCancel})
		return
	}
	t.offer(words.TextPersonalList)
}

// term answers how long an answer may take, only in the words of a statement:
// the bot itself quotes no law.
func (t *turn) term() {
	lead := ""
	if policy.LawFor(t.World.Requester.Kind) == policy.LawPress || t.Heard.Has("cong van|bao chi|"+hear.ReporterWords) {
		lead = words.TextOldLetter
	}
	t.askFor(lead, "", choice{Title: words.TitleRequest, Verb: hear.DoRequest})
}

// unitOr is the unit known for the question, or the given one.
func (t *turn) unitOr(code string) string {
	if r := t.World.Units.Route(t.Heard.Raw); r.Known && len(r.Choices) == 0 {
		return r.Unit
	}
	return code
}
