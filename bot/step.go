package bot

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
	keptLines = 6
	keptLine  = 400      // characters of one line
	keptTold  = 40       // changes of names
	keptNotes = 6        // notes below it
	keptText  = 32 << 10 // bytes of a message that are read at all
)

// turn is one event being decided: what came in, and what goes out.
type turn struct {
	world   World
	event   hear.Event
	heard   hear.Heard
	current []chat.Option    // the list the person was looking at
	waited  chat.Waiting     // what the bot was waiting on
	near    []routing.Spoken // who has spoken of what comes nearest
	first   bool             // nothing was said to this person before
	conv    chat.Conversation

	effects []effect.Effect // what goes out, in order
}

// Step decides what one event leads to. It is a function of its arguments; c
// is not changed. An event already applied gives c back and says nothing, and
// while a human has taken over the bot only answers its own buttons.
func Step(w World, c chat.Conversation, e hear.Event) Decision {
	if e.ID != "" && e.ID == c.LastEvent {
		return Decision{Conversation: c}
	}
	t := begin(w, c, e)
	t.run()
	return t.end()
}

func begin(w World, c chat.Conversation, e hear.Event) *turn {
	if e.At.IsZero() {
		e.At = w.Now
	}
	t := &turn{world: w, event: e, heard: hear.Hear(words.CutBytes(e.Text, keptText)), current: c.Options, waited: c.Waiting, first: !c.Greeted, conv: c}
	t.conv.LastEvent, t.conv.UpdatedAt, t.conv.Greeted = e.ID, e.At, true
	t.conv.Effects, t.conv.Unkept = nil, false
	t.conv.Options, t.conv.Waiting = nil, chat.WaitNothing
	t.conv.Told, t.conv.Lines = slices.Clone(c.Told), slices.Clone(c.Lines)
	if c.Pending != nil {
		p := *c.Pending
		p.Notes, p.Rest = slices.Clone(p.Notes), slices.Clone(p.Rest)
		if p.Report != nil {
			r := *p.Report
			r.Pictures = slices.Clone(r.Pictures)
			p.Report = &r
		}
		t.conv.Pending = &p
	}
	return t
}

func (t *turn) run() {
	v, argument, tapped := hear.ParsePayload(t.heard.Raw)
	switch {
	case tapped:
		t.tap(v, argument)
	case t.muted():
		t.conv.Options, t.conv.Waiting, t.conv.Greeted = t.current, t.waited, !t.first
	case t.event.Kind == hear.KindText || t.event.Kind == hear.KindLink:
		t.text()
	case t.event.Kind == hear.KindFollow || t.event.Kind == hear.KindChatNow:
		t.greet()
	default:
		t.media()
	}
}

// muted reports that an officer talks with this person: the bot is silent, but for its
// own buttons and for a wish to be erased, which nobody may overhear.
func (t *turn) muted() bool {
	if !t.event.At.Before(t.world.Requester.MutedUntil) {
		return false
	}
	return t.waited != chat.WaitErase && hear.Detect(t.heard) != hear.WantErase
}

// text reads a message: a number of the current list, words of one of its
// lines, an answer to what the bot asked, or something new.
func (t *turn) text() {
	n, numeric := t.heard.Number()
	switch {
	case t.heard.Empty() && len(t.event.URLs) == 0:
		t.nothingSaid()
	case t.event.OnlyLink():
		t.link()
	case numeric:
		t.choose(n)
	case t.picked(), t.awaited():
	default:
		t.spoken()
	}
}

// choose takes line n of the current list.
func (t *turn) choose(n int) {
	i := slices.IndexFunc(t.current, func(o chat.Option) bool { return o.Number == n })
	switch {
	case len(t.current) == 0:
		t.say(words.TextStaleList, menu()...)
	case i < 0:
		t.again(fmt.Sprintf(words.TextOutOfRange, len(t.current)))
	default:
		t.take(t.current[i])
	}
}

// picked takes the line whose title, or its first words, the person typed.
func (t *turn) picked() bool {
	var hits []chat.Option
	for _, o := range t.current {
		title := hear.PlainWords(o.Title)
		if title == t.heard.Words || t.heard.Count() > 1 && strings.HasPrefix(title, t.heard.Words) {
			hits = append(hits, o)
		}
	}
	if len(hits) != 1 {
		return false
	}
	t.take(hits[0])
	return true
}

func (t *turn) take(o chat.Option) {
	v, argument, _ := hear.ParsePayload(o.Payload)
	t.heard = hear.Hear(o.Title)
	t.do(v, argument)
}

// tap does what a button says, if its list is still the current one or the
// button needs none.
func (t *turn) tap(v hear.Verb, argument string) {
	i := slices.IndexFunc(t.current, func(o chat.Option) bool { return o.Payload == t.heard.Raw })
	switch {
	case i >= 0:
		t.take(t.current[i])
	case v.Lasting():
		t.heard = hear.Heard{}
		t.do(v, argument)
	default:
		t.stale()
	}
}

// end closes the turn: the first answer to a new person says that a machine
// gives it, and the lines are kept as context.
func (t *turn) end() Decision {
	if t.erasing() {
		t.conv = chat.Conversation{ID: t.conv.ID, Version: t.conv.Version, LastEvent: t.event.ID, UpdatedAt: t.event.At}
	} else {
		t.disclose()
		t.remember()
	}
	t.conv.Effects = t.effects
	return Decision{Conversation: t.conv}
}

func (t *turn) erasing() bool {
	return slices.ContainsFunc(t.effects, func(e effect.Effect) bool { return e.Kind == effect.DoErase })
}

// disclose says that a machine speaks, before the first words to a new person.
func (t *turn) disclose() {
	if !t.first || len(t.effects) == 0 {
		return
	}
	i := slices.IndexFunc(t.effects, func(e effect.Effect) bool { return e.Kind == effect.DoSay })
	if i < 0 { // what is done says so itself
		i = 0
		first := effect.Effect{Kind: effect.DoSay, Key: t.event.ID + "/first", At: t.world.Now, Message: &effect.Message{Text: words.TextDisclosure}}
		t.effects = append([]effect.Effect{first}, t.effects...)
	}
	if m := t.effects[i].Message; !strings.Contains(m.Text, "(AI)") {
		m.Text = words.TextDisclosure + "\n" + words.CutBytes(m.Text, words.MaxReply-len(words.TextDisclosure)-1)
	}
}

// follow adds an effect of this event, under a key that no other effect has.
func (t *turn) follow(e effect.Effect) {
	e.Key, e.At = fmt.Sprintf("%s/%d", t.event.ID, len(t.effects)), t.world.Now
	t.effects = append(t.effects, e)
}

func (t *turn) remember() {
	if said := t.heardLine(); said != "" {
		t.keep("requester", said)
	}
	for _, e := range t.effects {
		if e.Kind == effect.DoSay {
			t.keep("bot", e.Message.Text)
		}
	}
	t.conv.Lines = t.conv.Lines[max(0, len(t.conv.Lines)-keptLines):]
	t.conv.Told = t.conv.Told[max(0, len(t.conv.Told)-keptTold):]
	if p := t.conv.Pending; p != nil {
		p.Question = words.CutRunes(p.Question, words.KeptQuestion)
		p.Notes = p.Notes[max(0, len(p.Notes)-keptNotes):]
		for i, rest := range p.Rest {
			p.Rest[i] = words.CutRunes(rest, words.KeptQuestion/len(p.Rest))
		}
	}
}

func (t *turn) keep(from, text string) {
	t.conv.Lines = append(t.conv.Lines, effect.Line{At: t.event.At, From: from, Text: words.Clip(text, keptLine)})
}

// heardLine is what stands in the context for this event.
func (t *turn) heardLine() string {
	if t.event.Kind == hear.KindText || t.event.Kind == hear.KindLink {
		return strings.TrimSpace(t.heard.Raw + " " + strings.Join(t.event.Unshown(), " "))
	}
	return "[" + string(t.event.Kind) + "]"
}
