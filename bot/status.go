package bot

import (
	"fmt"
	"slices"
	"strings"

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
	i := slices.IndexFunc(t.world.Requests, func(r request.Request) bool { return r.Code == code })
	if i < 0 {
		t.conv.Waiting = chat.WaitCode
		t.say(fmt.Sprintf(words.TextNotFound, code), choice{title: words.TitleStatus, verb: hear.DoStatus}, choice{title: words.TitleRequest, verb: hear.DoRequest}, choice{title: words.TitleHuman, verb: hear.DoHuman})
		return
	}
	t.say(t.statusText(t.world.Requests[i]), choice{title: words.TitleAnother, verb: hear.DoAsk}, choice{title: words.TitleStatus, verb: hear.DoStatus}, choice{title: words.TitleHuman, verb: hear.DoHuman})
}

// statusText names unit, state and due date of each part, never an officer.
func (t *turn) statusText(r request.Request) string {
	parts := []string{fmt.Sprintf(words.TextStatus, r.Code, words.Echo(r.Question, 160))}
	for i := range r.Parts {
		parts = append(parts, t.partText(r, i))
	}
	return strings.Join(parts, "\n")
}

func (t *turn) partText(r request.Request, part int) string {
	p := r.Parts[part]
	return words.Lines(fmt.Sprintf(words.TextPartStatus, t.unitName(p.Unit), p.State.Label()), t.partDetail(r, part))
}

func (t *turn) partDetail(r request.Request, part int) string {
	switch p := r.Parts[part]; {
	case p.State == request.Refused && p.Refusal != nil:
		text, basis := words.Ground(t.world.Rules, r.RequesterKind, p.Refusal.Ground)
		return fmt.Sprintf(words.TextRefusedBy, text, basis, p.Refusal.Reason)
	case p.State == request.Sent:
		return words.Lines(words.WhereAnswered(t.world.Sent, r.Code, part), t.published(p.Statement))
	case p.Clock.Due.Before(t.world.Now):
		return fmt.Sprintf(words.TextDue, words.Day(p.Clock.Due)) + words.TextOverdue
	default:
		return fmt.Sprintf(words.TextDue, words.Day(p.Clock.Due))
	}
}

// published says where the answer stands as a statement, and whether it is one
// that may still be quoted; "" when it was not published.
func (t *turn) published(statement string) string {
	if statement == "" {
		return ""
	}
	said := words.TextPublished
	if _, ok := t.world.Base.Statement(statement, t.audience(), t.world.Now); !ok {
		said = words.TextNoLonger
	}
	return fmt.Sprintf(said, t.world.PublicURL+"/s/"+statement)
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
