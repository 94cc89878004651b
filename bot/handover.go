package bot

import (
	"slices"
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/step"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/handover"
)

// human hands the person over to an officer. What happens next is said when they stand
// in the list: see HandedOver.
func (t *turn) human() {
	if h := t.World.HandOver; h != nil {
		t.Say(words.StillHandedOver(*h, t.UnitName(h.Unit)), choice{Title: words.TitleRequest, Verb: hear.DoRequest}, choice{Title: words.TitleNoWait, Verb: hear.DoLeave})
		return
	}
	wish := &effect.HandOver{Unit: t.unitMeant(), Context: append(slices.Clone(t.Conv.Lines), effect.Line{At: t.Event.At, From: "requester", Text: words.Clip(t.HeardLine(), step.KeptLine)})}
	_, wish.Buttons = t.List([]choice{{Title: words.TitleRequest, Verb: hear.DoRequest}, {Title: words.TitleAsk, Verb: hear.DoAsk}})
	t.Follow(effect.Effect{Kind: effect.DoHandOver, HandOver: wish})
}

// unitMeant is the unit that the wish names, or that the question at hand would go to; ""
// when neither says one.
func (t *turn) unitMeant() string {
	if r := t.World.Units.Route(t.Heard.Raw); r.Known {
		return r.Unit
	}
	if p := t.Conv.Pending; p != nil && p.Question != "" {
		return p.Unit
	}
	return ""
}

// talking reports that an officer talks with this person.
func (t *turn) talking() bool {
	return t.World.HandOver != nil && t.World.HandOver.State == handover.Talking
}

// leaves reports the words by which a person ends the waiting or the talk.
func (t *turn) leaves() bool {
	return t.World.HandOver != nil && t.Event.Kind == hear.KindText && hear.Leaves(t.Heard)
}

// leave ends it; what came of it is said by what does it.
func (t *turn) leave() {
	h := t.World.HandOver
	if h == nil {
		t.Say(words.TextNoTalk, step.Menu()...)
		return
	}
	t.Follow(effect.Effect{Kind: effect.DoHear, Talk: &effect.Talk{HandOver: h.ID, Action: handover.ActLeave}})
}

// tellOfficer brings what was said in this turn to the officer whom the person waits for
// or talks with. What is kept nowhere is not brought, and a tap is no word.
func (t *turn) tellOfficer(tapped bool) {
	h := t.World.HandOver
	if h == nil || t.Conv.Unkept || t.erases() || t.wrote() == "" || tapped || t.leaves() {
		return
	}
	talk := &effect.Talk{HandOver: h.ID, Action: handover.ActHear, Quiet: t.talking(), Grave: t.denounces(), Lines: []effect.Line{{At: t.Event.At, From: "requester", Text: t.wrote()}}}
	for _, m := range t.Said() {
		talk.Lines = append(talk.Lines, effect.Line{At: t.World.Now, From: "bot", Text: words.Clip(m.Text, step.KeptLine)})
	}
	t.Follow(effect.Effect{Kind: effect.DoHear, Talk: talk})
	t.Conv.Unkept = talk.Grave // nowhere but in the talk, and there not for long
}

// denounces reports words that this channel is not for.
func (t *turn) denounces() bool { return hear.Detect(t.Heard) == hear.WantDenounce }

// wrote is what the person sent in the form in which the officer reads it; "" of what is
// no message.
func (t *turn) wrote() string {
	switch t.Event.Kind {
	case hear.KindText, hear.KindLink:
		return strings.TrimSpace(words.CutRunes(t.HeardLine(), words.KeptQuestion))
	case hear.KindFollow, hear.KindChatNow:
		return ""
	}
	return "[" + hear.KindName(t.Event.Kind) + "]"
}

// erases reports that the person is on the way to have their data removed.
func (t *turn) erases() bool {
	i := hear.Detect(t.Heard)
	return t.Waited == chat.WaitErase || i == hear.WantErase || i == hear.WantUnconsent
}
