package bot

import (
	"slices"
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/knowledge/statement"
)

// suggested is how many questions are offered to someone who does not know
// what to ask.
const suggested = 3

// greet opens the conversation; it says that this is a machine.
func (t *turn) greet() {
	t.say(words.TextGreeting, append(menu(), t.suggestions()...)...)
}

func (t *turn) suggestions() []choice {
	var found []choice
	for _, q := range t.world.Base.Suggestions(t.audience(), t.world.Now, suggested) {
		if len(q) <= words.MaxArgument {
			found = append(found, choice{title: q, verb: hear.DoAsk, argument: q})
		}
	}
	return found
}

// audience is who asks: only a verified reporter sees press statements.
func (t *turn) audience() statement.Audience {
	if t.world.Requester.Kind == people.ReporterVerified {
		return statement.AudiencePress
	}
	return statement.AudiencePublic
}

func (t *turn) askOrInvite(question string) {
	if strings.TrimSpace(question) != "" {
		t.heard = hear.Hear(question)
		t.ask(t.heard.Raw)
		return
	}
	t.conv.Waiting = chat.WaitQuestion
	found := t.suggestions()
	if len(found) == 0 {
		t.say(words.TextAskWhat)
		return
	}
	t.say(words.TextAskWhat+" "+words.TextExamples, found...)
}

// human hands the person over to an officer. What happens next is said when they stand
// in the list: see HandedOver.
func (t *turn) human() {
	wish := &effect.HandOver{Context: append(slices.Clone(t.conv.Lines), effect.Line{At: t.event.At, From: "requester", Text: words.Clip(t.heardLine(), keptLine)})}
	_, wish.Buttons = t.list([]choice{{title: words.TitleRequest, verb: hear.DoRequest}, {title: words.TitleAsk, verb: hear.DoAsk}})
	t.follow(effect.Effect{Kind: effect.DoHandOver, HandOver: wish})
}

func (t *turn) privacy() {
	t.say(words.TextPrivacy, choice{title: words.TitleErase, verb: hear.DoErase}, choice{title: words.TitleHuman, verb: hear.DoHuman}, choice{title: words.TitleMenu, verb: hear.DoMenu})
}

func (t *turn) eraseSure() {
	t.conv.Waiting = chat.WaitErase
	t.say(words.TextEraseSure, choice{title: words.TitleEraseYes, verb: hear.DoReallyErase}, choice{title: words.TitleEraseNo, verb: hear.DoKeep})
}

// erase forgets the conversation; the caller erases the rest.
func (t *turn) erase() {
	t.say(words.TextErased)
	t.follow(effect.Effect{Kind: effect.DoErase})
}

// denunciation redirects, and keeps nothing of what was said.
func (t *turn) denunciation() {
	t.heard, t.conv.Unkept = hear.Heard{}, true
	t.conv.Pending = nil
	t.say(words.TextDenunciation, choice{title: words.TitleHuman, verb: hear.DoHuman}, choice{title: words.TitleMenu, verb: hear.DoMenu})
}

func (t *turn) nothingSaid() {
	thanks := strings.ContainsAny(t.heard.Raw, "👍❤🙏😊🥰👌💐🌹😍")
	choosing := len(t.current) > 0 && t.waited != chat.WaitNothing
	switch {
	case choosing && thanks:
		t.again(words.TextNotYet) // a thumb is no choice
	case choosing:
		t.again(words.TextEmptyList)
	case thanks:
		t.chat(hear.ChatThanks)
	default:
		t.say(words.TextEmpty, menu()...)
	}
}

// chat answers small talk.
func (t *turn) chat(i hear.Intent) {
	switch i {
	case hear.ChatGreet:
		t.greet()
	case hear.ChatWho:
		t.say(words.TextWhoAmI, menu()...)
	case hear.ChatThanks:
		t.say(words.TextThanks, choice{title: words.TitleAsk, verb: hear.DoAsk}, choice{title: words.TitleStatus, verb: hear.DoStatus})
	case hear.ChatBye:
		t.say(words.TextBye)
	case hear.ChatAbuse:
		t.say(words.TextAbuse, choice{title: words.TitleRequest, verb: hear.DoRequest}, choice{title: words.TitleHuman, verb: hear.DoHuman})
	case hear.ChatCancel:
		t.cancel()
	case hear.ChatYes, hear.ChatNo:
		t.say(words.TextAck, menu()...)
	default:
		t.say(words.TextHelp, append(menu(), choice{title: words.TitlePrivacy, verb: hear.DoPrivacy})...)
	}
}
