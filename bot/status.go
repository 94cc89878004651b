package bot

import (
	"fmt"

	"phatngon/bot/hear"
	"phatngon/bot/report"
	"phatngon/bot/words"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/request"
)

// listed is how many of the person's requests are listed.
const listed = 4

// status lists the person's own requests, or asks for a code.
func (t *turn) status() {
	own := t.world.Requests
	if len(own)+len(t.world.Reported) == 0 {
		t.conv.Waiting = chat.WaitCode
		t.say(words.TextNoRequests, choice{title: words.TitleRequest, verb: hear.DoRequest}, choice{title: words.TitleAsk, verb: hear.DoAsk})
		return
	}
	var choices []choice
	for _, r := range own[:min(len(own), listed)] {
		choices = append(choices, choice{title: fmt.Sprintf(words.TextListLine, r.Code, r.State.Label(), words.Day(r.Due)), verb: hear.DoShow, argument: r.Code})
	}
	for _, c := range t.world.Reported[:min(len(t.world.Reported), listed)] {
		choices = append(choices, choice{title: report.Line(c), verb: hear.DoShow, argument: c.Code})
	}
	if t.world.MiniApp != "" {
		choices = append(choices, choice{title: words.TitleMiniApp, url: t.world.MiniApp})
	}
	t.conv.Waiting = chat.WaitCode
	t.say(words.TextYourList, choices...)
}

// show tells where the person's own request stands. Another's request is not
// found: that it exists is not told either.
func (t *turn) show(code string) {
	if t.showCase(code) {
		return
	}
	r, ok := t.own(code)
	if !ok {
		t.conv.Waiting = chat.WaitCode
		t.say(fmt.Sprintf(words.TextNotFound, code), choice{title: words.TitleStatus, verb: hear.DoStatus}, choice{title: words.TitleRequest, verb: hear.DoRequest}, choice{title: words.TitleHuman, verb: hear.DoHuman})
		return
	}
	t.say(t.statusText(r), t.ownChoices(r)...)
}

// statusText says where the person's own request stands.
func (t *turn) statusText(r request.Request) string {
	return words.RequestStatus(r, words.StatusWorld{
		Rules: t.world.Rules, Sent: t.world.Sent, Now: t.world.Now, Office: t.unitName, PublicURL: t.world.PublicURL,
		InForce: func(code string) bool {
			_, ok := t.world.Base.Statement(code, t.audience(), t.world.Now)
			return ok
		},
	})
}

// takeCode reads a code, also only its number ("123").
func (t *turn) takeCode() bool {
	if code, ok := cases.FindCode(t.heard.Raw); ok {
		t.show(code)
		return true
	}
	if code, ok := request.FindCode(t.heard.Raw); ok {
		t.show(code)
		return true
	}
	if !t.heard.OnlyDigits() || t.heard.Count() != 1 {
		return false
	}
	if r, ok := request.ByNumber(t.world.Requests, t.heard.Words); ok {
		t.show(r.Code)
		return true
	}
	t.conv.Waiting = chat.WaitCode
	t.say(words.TextNotACode, choice{title: words.TitleStatus, verb: hear.DoStatus}, choice{title: words.TitleMenu, verb: hear.DoMenu})
	return true
}
