package bot

import (
	"slices"
	"strings"

	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/knowledge"
)

// suggested is how many questions are offered to someone who does not know
// what to ask.
const suggested = 3

// greet opens the conversation; it says that this is a machine.
func (t *turn) greet() {
	t.say(textGreeting, append(menu(), t.suggestions()...)...)
}

func (t *turn) suggestions() []choice {
	var found []choice
	for _, q := range t.world.Base.Suggestions(t.audience(), t.world.Now, suggested) {
		if len(q) <= maxArgument {
			found = append(found, choice{title: q, verb: doAsk, argument: q})
		}
	}
	return found
}

// audience is who asks: only a verified reporter sees press statements.
func (t *turn) audience() knowledge.Audience {
	if t.world.Requester.Kind == people.ReporterVerified {
		return knowledge.AudiencePress
	}
	return knowledge.AudiencePublic
}

func (t *turn) askOrInvite(question string) {
	if strings.TrimSpace(question) != "" {
		t.heard = hear(question)
		t.ask(t.heard.raw)
		return
	}
	t.conv.Waiting = chat.WaitQuestion
	found := t.suggestions()
	if len(found) == 0 {
		t.say(textAskWhat)
		return
	}
	t.say(textAskWhat+" "+textExamples, found...)
}

// human hands the person over to an officer. What happens next is said when they stand
// in the list: see HandedOver.
func (t *turn) human() {
	wish := &effect.HandOver{Context: append(slices.Clone(t.conv.Lines), effect.Line{At: t.event.At, From: "requester", Text: clip(t.heardLine(), keptLine)})}
	_, wish.Buttons = t.list([]choice{{title: titleRequest, verb: doRequest}, {title: titleAsk, verb: doAsk}})
	t.follow(effect.Effect{Kind: effect.DoHandOver, HandOver: wish})
}

func (t *turn) privacy() {
	t.say(textPrivacy, choice{title: titleErase, verb: doErase}, choice{title: titleHuman, verb: doHuman}, choice{title: titleMenu, verb: doMenu})
}

func (t *turn) eraseSure() {
	t.conv.Waiting = chat.WaitErase
	t.say(textEraseSure, choice{title: titleEraseYes, verb: doReallyErase}, choice{title: titleEraseNo, verb: doKeep})
}

// erase forgets the conversation; the caller erases the rest.
func (t *turn) erase() {
	t.say(textErased)
	t.follow(effect.Effect{Kind: effect.DoErase})
}

// denunciation redirects, and keeps nothing of what was said.
func (t *turn) denunciation() {
	t.heard = heard{}
	t.conv.Pending = nil
	t.say(textDenunciation, choice{title: titleHuman, verb: doHuman}, choice{title: titleMenu, verb: doMenu})
}

func (t *turn) nothingSaid() {
	thanks := strings.ContainsAny(t.heard.raw, "👍❤🙏😊🥰👌💐🌹😍")
	choosing := len(t.current) > 0 && t.waited != chat.WaitNothing
	switch {
	case choosing && thanks:
		t.again(textNotYet) // a thumb is no choice
	case choosing:
		t.again(textEmptyList)
	case thanks:
		t.chat(chatThanks)
	default:
		t.say(textEmpty, menu()...)
	}
}

// chat answers small talk.
func (t *turn) chat(i intent) {
	switch i {
	case chatGreet:
		t.greet()
	case chatWho:
		t.say(textWhoAmI, menu()...)
	case chatThanks:
		t.say(textThanks, choice{title: titleAsk, verb: doAsk}, choice{title: titleStatus, verb: doStatus})
	case chatBye:
		t.say(textBye)
	case chatAbuse:
		t.say(textAbuse, choice{title: titleRequest, verb: doRequest}, choice{title: titleHuman, verb: doHuman})
	case chatCancel:
		t.cancel()
	case chatYes, chatNo:
		t.say(textAck, menu()...)
	default:
		t.say(textHelp, append(menu(), choice{title: titlePrivacy, verb: doPrivacy})...)
	}
}
