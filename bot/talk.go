package bot

import (
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/step"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
)

// greet opens the conversation; it says that this is a machine.
func (t *turn) greet() {
	t.Say(words.Greeting(t.World.Rules.Sentences()), append(step.Menu(), t.Suggestions()...)...)
}

func (t *turn) askOrInvite(question string) {
	if strings.TrimSpace(question) != "" {
		t.Heard = hear.Hear(question)
		t.ask(t.Heard.Raw)
		return
	}
	t.Conv.Waiting = chat.WaitQuestion
	found := t.Suggestions()
	if len(found) == 0 {
		t.Say(words.TextAskWhat)
		return
	}
	t.Say(words.TextAskWhat+" "+words.TextExamples, found...)
}

// denunciation redirects, and keeps nothing of what was said.
func (t *turn) denunciation() {
	t.Heard, t.Conv.Unkept = hear.Heard{}, true
	t.Conv.Pending = nil
	t.Say(words.TextDenunciation, choice{Title: words.TitleHuman, Verb: hear.DoHuman}, choice{Title: words.TitleMenu, Verb: hear.DoMenu})
}

func (t *turn) nothingSaid() {
	thanks := strings.ContainsAny(t.Heard.Raw, "👍❤🙏😊🥰👌💐🌹😍")
	choosing := len(t.Current) > 0 && t.Waited != chat.WaitNothing
	switch {
	case choosing && thanks:
		t.Again(words.TextNotYet) // a thumb is no choice
	case choosing:
		t.Again(words.TextEmptyList)
	case thanks:
		t.chat(hear.ChatThanks)
	default:
		t.Say(words.TextEmpty, step.Menu()...)
	}
}

// chat answers small talk.
func (t *turn) chat(i hear.Intent) {
	switch i {
	case hear.ChatGreet:
		t.greet()
	case hear.ChatWho:
		t.Say(words.TextWhoAmI, step.Menu()...)
	case hear.ChatThanks:
		t.Say(t.World.Rules.Sentences().Thanks, choice{Title: words.TitleAsk, Verb: hear.DoAsk}, choice{Title: words.TitleStatus, Verb: hear.DoStatus})
	case hear.ChatBye:
		t.Say(t.World.Rules.Sentences().Bye)
	case hear.ChatAbuse:
		t.Say(words.TextAbuse, choice{Title: words.TitleRequest, Verb: hear.DoRequest}, choice{Title: words.TitleHuman, Verb: hear.DoHuman})
	case hear.ChatCancel:
		t.cancel()
	case hear.ChatYes, hear.ChatNo:
		t.Say(words.TextAck, step.Menu()...)
	default:
		t.Say(words.TextHelp, append(step.Menu(), choice{Title: words.TitlePrivacy, Verb: hear.DoPrivacy})...)
	}
}
