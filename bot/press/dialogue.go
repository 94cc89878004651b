// Package press is what the Official Account says to reporters about themselves: the
// dialogue that takes a registration, where it stands, what they follow. In Vietnamese, or
// in English for foreign press. Pure.
package press

import (
	"fmt"
	"slices"
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/step"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/press"
)

// Register offers to register.
var Register = step.Choice{Title: titleRegister.vi, Verb: hear.DoPress}

// Do is the switch from what a reporter chose to what follows.
func Do(t *step.Turn, v hear.Verb, argument string) {
	switch v {
	case hear.DoPress:
		Start(t)
	case hear.DoPressAnew:
		begin(t, "")
	case hear.DoPressQuit:
		quit(t)
	case hear.DoPressLeave:
		leave(t)
	case hear.DoPressCard:
		another(t)
	case hear.DoFollows:
		askFollows(t)
	case hear.DoFollowAll:
		follow(t, effect.Press{All: true})
	case hear.DoFollowNone:
		follow(t, effect.Press{})
	default:
		underway(t, v, argument)
	}
}

// underway is what only makes sense while a registration is put together.
func underway(t *step.Turn, v hear.Verb, argument string) {
	if !Underway(t.Conv) {
		Start(t)
		return
	}
	p := t.Conv.Pending.Press
	switch v {
	case hear.DoPressName:
		p.Newsroom = ""
	case hear.DoPressKind:
		k, _ := press.KindOf(argument)
		p.Kind, p.English = k.Code, p.English || k.Foreign
	case hear.DoPressSend:
		send(t)
		return
	}
	next(t, "")
}

// Underway reports a registration that is being put together.
func Underway(c chat.Conversation) bool { return c.Pending != nil && c.Pending.Press != nil }

// Start shows where a reporter's registration stands, or begins one.
func Start(t *step.Turn) {
	r := t.World.Press
	if r == nil || !r.Open() && !r.InForce(t.World.Now) {
		begin(t, hear.Newsroom(t.Heard.Raw))
		return
	}
	english := r.Foreign
	t.Say(words.Lines(state(*r, english), following(t, *r, english)), ways(*r, english)...)
}

// ways are what can be done with a registration now.
func ways(r press.Registration, english bool) []step.Choice {
	quit := step.Choice{Title: titleQuit.in(english), Verb: hear.DoPressQuit}
	if r.Open() {
		return []step.Choice{{Title: titleCard.in(english), Verb: hear.DoPressCard}, quit}
	}
	return []step.Choice{{Title: titleFollows.in(english), Verb: hear.DoFollows}, {Title: titleAnew.in(english), Verb: hear.DoPressAnew}, quit}
}

// begin begins a registration, with the newsroom when it was said.
func begin(t *step.Turn, newsroom string) {
	t.Conv.Pending = &chat.Pending{Press: &effect.Press{Action: press.ActRegister, Newsroom: newsroom, English: hear.SpeaksEnglish(t.Heard)}}
	next(t, "")
}

// another takes more pictures for the registration that is open.
func another(t *step.Turn) {
	r := t.World.Press
	if r == nil || !r.Open() {
		Start(t)
		return
	}
	t.Conv.Pending = &chat.Pending{Press: &effect.Press{Action: press.ActRegister, Newsroom: r.Newsroom, Kind: r.Kind().Code, English: r.Foreign}}
	next(t, "")
}

// next asks for what is still needed, below lead.
func next(t *step.Turn, lead string) {
	p := t.Conv.Pending.Press
	cancel := step.Choice{Title: titleCancel.in(p.English), Verb: hear.DoCancel}
	k, chosen := press.KindOf(p.Kind)
	switch {
	case p.Newsroom == "":
		t.Ask(step.Said{Text: words.Lines(lead, textNewsroom.in(p.English)), Choices: []step.Choice{cancel}, Waiting: chat.WaitNewsroom})
	case !chosen:
		t.Ask(step.Said{Text: words.Lines(lead, fmt.Sprintf(textKind.in(p.English), p.Newsroom)), Choices: append(kinds(p.English), cancel), Waiting: chat.WaitPress})
	case len(p.Pictures) == 0:
		t.Ask(step.Said{Text: words.Lines(lead, fmt.Sprintf(textPicture.in(p.English), proof(k.Proof).in(p.English), press.MostPictures)), Choices: []step.Choice{cancel}, Waiting: chat.WaitPress})
	default:
		sent := fmt.Sprintf(textConfirm.in(p.English), p.Newsroom, kindText(k, p.English), len(p.Pictures))
		consent := Consent(t.World.Rules.Press().PictureDays, p.English)
		t.Ask(step.Said{Text: words.Lines(lead, sent, consent), Waiting: chat.WaitPress,
			Choices: []step.Choice{{Title: titleSend.in(p.English), Verb: hear.DoPressSend}, {Title: titleName.in(p.English), Verb: hear.DoPressName}, cancel}})
	}
}

// Again asks once more for what is still needed of the registration under way.
func Again(t *step.Turn) { next(t, "") }

func kinds(english bool) []step.Choice {
	var all []step.Choice
	for _, k := range press.Kinds() {
		all = append(all, step.Choice{Title: kindText(k, english), Verb: hear.DoPressKind, Argument: k.Code})
	}
	return all
}

func kindText(k press.KindText, english bool) string {
	return text{k.Text, k.English}.in(english)
}

func proof(p press.Proof) text {
	if p == press.ProofLetter {
		return letter
	}
	return card
}

// Newsroom takes what was typed as the newsroom's name.
func Newsroom(t *step.Turn) {
	if !Underway(t.Conv) {
		Start(t)
		return
	}
	p := t.Conv.Pending.Press
	if p.Newsroom = hear.Newsroom(t.Heard.Raw); p.Newsroom == "" {
		p.Newsroom = words.Clip(strings.Join(strings.Fields(t.Heard.Raw), " "), 120)
	}
	next(t, "")
}

// Picture adds a picture to the registration under way. Where it can be had is not kept in
// the inbox: it leads to somebody's card.
func Picture(t *step.Turn) {
	p := t.Conv.Pending.Press
	t.Conv.Unkept = true
	lead := ""
	for _, address := range t.Event.URLs {
		switch {
		case slices.Contains(p.Pictures, address):
		case len(p.Pictures) == press.MostPictures:
			lead = fmt.Sprintf(textMorePictures.in(p.English), press.MostPictures)
		default:
			p.Pictures = append(p.Pictures, address)
		}
	}
	next(t, lead)
}

// send sends the registration; its receipt is said when it is taken.
func send(t *step.Turn) {
	p := *t.Conv.Pending.Press
	if _, chosen := press.KindOf(p.Kind); !chosen || p.Newsroom == "" || len(p.Pictures) == 0 {
		next(t, "")
		return
	}
	t.Conv.Pending = nil
	_, p.Buttons = t.List([]step.Choice{{Title: words.TitleAnother, Verb: hear.DoAsk}})
	t.Follow(effect.Effect{Kind: effect.DoRegister, Press: &p})
}

func quit(t *step.Turn) {
	r := t.World.Press
	if r == nil || !r.Open() && r.State != press.Verified {
		t.Say(textNoneToDo.in(hear.SpeaksEnglish(t.Heard)), step.Menu()...)
		return
	}
	t.Say(fmt.Sprintf(textSure.in(r.Foreign), r.ID),
		step.Choice{Title: titleLeave.in(r.Foreign), Verb: hear.DoPressLeave}, step.Choice{Title: titleKeep.in(r.Foreign), Verb: hear.DoKeep})
}

func leave(t *step.Turn) {
	if r := t.World.Press; r != nil {
		t.Follow(effect.Effect{Kind: effect.DoRegister, Press: &effect.Press{Action: press.ActWithdraw, Registration: r.ID}})
	}
}
