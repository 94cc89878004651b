// Package step is one turn of a conversation: what came in, what the bot was waiting for,
// and what goes out, each list of choices numbered once. It decides nothing. Pure.
package step

import (
	"fmt"
	"slices"
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/routing"
)

// What a conversation keeps at most; it never grows without bound.
const (
	KeptLine  = 400 // characters of one line
	KeptLines = 6
	keptTold  = 40       // changes of names
	keptNotes = 6        // notes below it
	keptText  = 32 << 10 // bytes of a message that are read at all
)

// Turn is one event being decided: what came in, and what goes out.
type Turn struct {
	World   World
	Event   hear.Event
	Heard   hear.Heard
	Current []chat.Option    // the list the person was looking at
	Waited  chat.Waiting     // what the bot was waiting on
	Near    []routing.Spoken // who has spoken of what comes nearest
	Leans   string           // what was asked before, where the question only makes sense after it
	First   bool             // nothing was said to this person before
	Conv    chat.Conversation

	effects []effect.Effect // what goes out, in order
}

// Begin is the turn of one event; c is not changed.
func Begin(w World, c chat.Conversation, e hear.Event) *Turn {
	if e.At.IsZero() {
		e.At = w.Now
	}
	t := &Turn{World: w, Event: e, Heard: hear.Hear(words.CutBytes(e.Text, keptText)), Current: c.Options, Waited: c.Waiting, First: !c.Greeted, Conv: c}
	t.Conv.LastEvent, t.Conv.UpdatedAt, t.Conv.Greeted = e.ID, e.At, true
	t.Conv.Effects, t.Conv.Unkept = nil, false
	t.Conv.Options, t.Conv.Waiting = nil, chat.WaitNothing
	t.Conv.Told, t.Conv.Lines = slices.Clone(c.Told), slices.Clone(c.Lines)
	if c.Pending != nil {
		p := *c.Pending
		p.Notes, p.Rest, p.Files = slices.Clone(p.Notes), slices.Clone(p.Rest), slices.Clone(p.Files)
		if p.Shown != nil {
			s := *p.Shown
			p.Shown = &s
		}
		if p.Report != nil {
			r := *p.Report
			r.Pictures = slices.Clone(r.Pictures)
			p.Report = &r
		}
		if p.Press != nil {
			r := *p.Press
			r.Pictures = slices.Clone(r.Pictures)
			p.Press = &r
		}
		t.Conv.Pending = &p
	}
	return t
}

// End closes the turn: the first answer to a new person says that a machine
// gives it, and the lines are kept as context.
func (t *Turn) End() chat.Conversation {
	if t.erasing() {
		t.Conv = chat.Conversation{ID: t.Conv.ID, Version: t.Conv.Version, LastEvent: t.Event.ID, UpdatedAt: t.Event.At}
	} else {
		t.disclose()
		t.remember()
	}
	t.Conv.Effects = t.effects
	return t.Conv
}

func (t *Turn) erasing() bool {
	return slices.ContainsFunc(t.effects, func(e effect.Effect) bool { return e.Kind == effect.DoErase })
}

// disclose says that a machine speaks, before the first words to a new person.
func (t *Turn) disclose() {
	if !t.First || len(t.effects) == 0 {
		return
	}
	i := slices.IndexFunc(t.effects, func(e effect.Effect) bool { return e.Kind == effect.DoSay })
	if i < 0 { // what is done says so itself
		i = 0
		first := effect.Effect{Kind: effect.DoSay, Key: t.Event.ID + "/first", At: t.World.Now, Message: &effect.Message{Text: words.TextDisclosure}}
		t.effects = append([]effect.Effect{first}, t.effects...)
	}
	if m := t.effects[i].Message; !strings.Contains(m.Text, "(AI)") {
		m.Text = words.TextDisclosure + "\n" + words.CutBytes(m.Text, words.MaxReply-len(words.TextDisclosure)-1)
	}
}

// follow adds an effect of this event, under a key that no other effect has.
func (t *Turn) Follow(e effect.Effect) {
	e.Key, e.At = fmt.Sprintf("%s/%d", t.Event.ID, len(t.effects)), t.World.Now
	t.effects = append(t.effects, e)
}

func (t *Turn) remember() {
	if said := t.HeardLine(); said != "" {
		t.keep("requester", said)
	}
	for _, e := range t.effects {
		if e.Kind == effect.DoSay {
			t.keep("bot", e.Message.Text)
		}
	}
	t.Conv.Lines = t.Conv.Lines[max(0, len(t.Conv.Lines)-KeptLines):]
	t.Conv.Told = t.Conv.Told[max(0, len(t.Conv.Told)-keptTold):]
	if p := t.Conv.Pending; p != nil {
		p.Question = words.CutRunes(p.Question, words.KeptQuestion)
		p.Notes = p.Notes[max(0, len(p.Notes)-keptNotes):]
		for i, rest := range p.Rest {
			p.Rest[i] = words.CutRunes(rest, words.KeptQuestion/len(p.Rest))
		}
	}
}

func (t *Turn) keep(from, text string) {
	t.Conv.Lines = append(t.Conv.Lines, effect.Line{At: t.Event.At, From: from, Text: words.Clip(text, KeptLine)})
}

// heardLine is what stands in the context for this event.
func (t *Turn) HeardLine() string {
	if t.Event.Kind == hear.KindText || t.Event.Kind == hear.KindLink {
		return strings.TrimSpace(t.Heard.Raw + " " + strings.Join(t.Event.Unshown(), " "))
	}
	return "[" + string(t.Event.Kind) + "]"
}
