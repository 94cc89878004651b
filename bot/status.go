package bot

import (
	"fmt"
	"slices"
	"strings"

	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
)

// listed is how many of the person's requests are listed.
const listed = 4

// status lists the person's own requests, or asks for a code.
func (t *turn) status() {
	own := t.world.Requests
	if len(own) == 0 {
		t.conv.Waiting = chat.WaitCode
		t.say(textNoRequests, choice{title: titleRequest, verb: doRequest}, choice{title: titleAsk, verb: doAsk})
		return
	}
	var choices []choice
	for _, r := range own[:min(len(own), listed)] {
		choices = append(choices, choice{title: fmt.Sprintf(textListLine, r.Code, r.State.Label(), day(r.Due)), verb: doShow, argument: r.Code})
	}
	if t.world.MiniApp != "" {
		choices = append(choices, choice{title: titleMiniApp, url: t.world.MiniApp})
	}
	t.conv.Waiting = chat.WaitCode
	t.say(textYourList, choices...)
}

// show tells where the person's own request stands. Another's request is not
// found: that it exists is not told either.
func (t *turn) show(code string) {
	i := slices.IndexFunc(t.world.Requests, func(r request.Request) bool { return r.Code == code })
	if i < 0 {
		t.conv.Waiting = chat.WaitCode
		t.say(fmt.Sprintf(textNotFound, code), choice{title: titleStatus, verb: doStatus}, choice{title: titleRequest, verb: doRequest}, choice{title: titleHuman, verb: doHuman})
		return
	}
	t.say(t.statusText(t.world.Requests[i]), choice{title: titleAnother, verb: doAsk}, choice{title: titleStatus, verb: doStatus}, choice{title: titleHuman, verb: doHuman})
}

// statusText names unit, state and due date of each part, never an officer.
func (t *turn) statusText(r request.Request) string {
	parts := []string{fmt.Sprintf(textStatus, r.Code, echo(r.Question, 160))}
	for i := range r.Parts {
		parts = append(parts, t.partText(r, i))
	}
	return strings.Join(parts, "\n")
}

func (t *turn) partText(r request.Request, part int) string {
	p := r.Parts[part]
	return lines(fmt.Sprintf(textPartStatus, t.unitName(p.Unit), p.State.Label()), t.partDetail(r, part))
}

func (t *turn) partDetail(r request.Request, part int) string {
	switch p := r.Parts[part]; {
	case p.State == request.Refused && p.Refusal != nil:
		text, basis := ground(r.RequesterKind, p.Refusal.Ground)
		return fmt.Sprintf(textRefusedBy, text, basis, p.Refusal.Reason)
	case p.State == request.Sent:
		return lines(t.whereAnswered(r.Code, part), t.published(p.Statement))
	case p.Clock.Due.Before(t.world.Now):
		return fmt.Sprintf(textDue, day(p.Clock.Due)) + textOverdue
	default:
		return fmt.Sprintf(textDue, day(p.Clock.Due))
	}
}

// whereAnswered says where the answer is: in this chat only once Zalo took it. Of one
// without a delivery nothing is known but that the Mini App shows it.
func (t *turn) whereAnswered(code string, part int) string {
	d, _ := delivery.Newest(t.world.Sent, code, part)
	switch {
	case d.State.Reached():
		return textSentAlready
	case d.State == delivery.Queued || d.State == delivery.Sending:
		return textOnItsWay
	}
	return textInAppOnly
}

// published says where the answer stands as a statement, and whether it is one
// that may still be quoted; "" when it was not published.
func (t *turn) published(statement string) string {
	if statement == "" {
		return ""
	}
	said := textPublished
	if _, ok := t.world.Base.Statement(statement, t.audience(), t.world.Now); !ok {
		said = textNoLonger
	}
	return fmt.Sprintf(said, t.world.PublicURL+"/s/"+statement)
}

// ground is the wording of a legal ground and the article it rests on.
func ground(kind people.RequesterKind, code string) (text, basis string) {
	for _, g := range policy.Grounds(kind) {
		if g.Code == code {
			return g.Text, g.Basis
		}
	}
	return code, textLawful
}

// takeCode reads a code, also only its number ("123").
func (t *turn) takeCode() bool {
	if code, ok := request.FindCode(t.heard.raw); ok {
		t.show(code)
		return true
	}
	if !t.heard.onlyDigits() || t.heard.count() != 1 {
		return false
	}
	for _, r := range t.world.Requests {
		if strings.TrimLeft(r.Code[strings.LastIndexByte(r.Code, '-')+1:], "0") == strings.TrimLeft(strings.TrimSpace(t.heard.words), "0") {
			t.show(r.Code)
			return true
		}
	}
	t.conv.Waiting = chat.WaitCode
	t.say(textNotACode, choice{title: titleStatus, verb: doStatus}, choice{title: titleMenu, verb: doMenu})
	return true
}
