package bot

import (
	"fmt"
	"slices"
	"strings"

	"phatngon/internal/desk/request"
)

// What a conversation keeps at most; it never grows without bound.
const (
	keptLines    = 6
	keptLine     = 400      // characters of one line
	keptTold     = 40       // changes of names
	keptQuestion = 3600     // characters of a question on its way to a request; with its notes below 4,000
	keptNotes    = 6        // notes below it
	keptText     = 32 << 10 // bytes of a message that are read at all
	longQuestion = 1000     // characters above which asking shorter is advised
)

// turn is one event being decided: what came in, and what goes out.
type turn struct {
	world   World
	event   Event
	heard   heard
	current []Option // the list the person was looking at
	waited  Waiting  // what the bot was waiting on
	first   bool     // nothing was said to this person before
	conv    Conversation

	decision Decision // what goes out, but for its conversation
}

// Step decides what one event leads to. It is a function of its arguments; c
// is not changed. An event already applied gives c back and says nothing, and
// while a human has taken over the bot only answers its own buttons.
func Step(w World, c Conversation, e Event) Decision {
	if e.ID != "" && e.ID == c.LastEvent {
		return Decision{Conversation: c}
	}
	t := begin(w, c, e)
	t.run()
	return t.end()
}

func begin(w World, c Conversation, e Event) *turn {
	if e.At.IsZero() {
		e.At = w.Now
	}
	t := &turn{world: w, event: e, heard: hear(cutBytes(e.Text, keptText)), current: c.Options, waited: c.Waiting, first: !c.Greeted, conv: c}
	t.conv.LastEvent, t.conv.UpdatedAt, t.conv.Greeted = e.ID, e.At, true
	t.conv.Options, t.conv.Waiting = nil, WaitNothing
	t.conv.Told, t.conv.Lines = slices.Clone(c.Told), slices.Clone(c.Lines)
	if c.Pending != nil {
		p := *c.Pending
		p.Notes, p.Rest = slices.Clone(p.Notes), slices.Clone(p.Rest)
		t.conv.Pending = &p
	}
	return t
}

func (t *turn) run() {
	v, argument, tapped := parsePayload(t.heard.raw)
	switch {
	case tapped:
		t.tap(v, argument)
	case t.event.At.Before(t.world.Requester.MutedUntil):
		t.conv.Options, t.conv.Waiting, t.conv.Greeted = t.current, t.waited, !t.first
	case t.event.Kind == KindText || t.event.Kind == KindLink:
		t.text()
	case t.event.Kind == KindFollow || t.event.Kind == KindChatNow:
		t.greet()
	default:
		t.media()
	}
}

// text reads a message: a number of the current list, words of one of its
// lines, an answer to what the bot asked, or something new.
func (t *turn) text() {
	n, numeric := t.heard.number()
	switch {
	case t.heard.empty() && len(t.event.URLs) == 0:
		t.nothingSaid()
	case t.onlyLink():
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
	i := slices.IndexFunc(t.current, func(o Option) bool { return o.Number == n })
	switch {
	case len(t.current) == 0:
		t.say(textStaleList, menu()...)
	case i < 0:
		t.again(fmt.Sprintf(textOutOfRange, len(t.current)))
	default:
		t.take(t.current[i])
	}
}

// picked takes the line whose title, or its first words, the person typed.
func (t *turn) picked() bool {
	var hits []Option
	for _, o := range t.current {
		title := plainWords(o.Title)
		if title == t.heard.words || t.heard.count() > 1 && strings.HasPrefix(title, t.heard.words) {
			hits = append(hits, o)
		}
	}
	if len(hits) != 1 {
		return false
	}
	t.take(hits[0])
	return true
}

func (t *turn) take(o Option) {
	v, argument, _ := parsePayload(o.Payload)
	t.heard = hear(o.Title)
	t.do(v, argument)
}

// tap does what a button says, if its list is still the current one or the
// button needs none.
func (t *turn) tap(v verb, argument string) {
	i := slices.IndexFunc(t.current, func(o Option) bool { return o.Payload == t.heard.raw })
	switch {
	case i >= 0:
		t.take(t.current[i])
	case v.lasting():
		t.heard = heard{}
		t.do(v, argument)
	default:
		t.stale()
	}
}

// end closes the turn: the first answer to a new person says that a machine
// gives it, and the lines are kept as context.
func (t *turn) end() Decision {
	d := t.decision
	if t.first && len(d.Replies) > 0 && !strings.Contains(d.Replies[0].Text, "(AI)") && !d.Erase {
		d.Replies[0].Text = textDisclosure + "\n" + cutBytes(d.Replies[0].Text, maxReply-len(textDisclosure)-1)
	}
	if !d.Erase {
		t.remember(d.Replies)
	}
	d.Conversation = t.conv
	return d
}

func (t *turn) remember(replies []Reply) {
	if said := t.heardLine(); said != "" {
		t.keep("requester", said)
	}
	for _, r := range replies {
		t.keep("bot", r.Text)
	}
	t.conv.Lines = t.conv.Lines[max(0, len(t.conv.Lines)-keptLines):]
	t.conv.Told = t.conv.Told[max(0, len(t.conv.Told)-keptTold):]
	if p := t.conv.Pending; p != nil {
		p.Question = cutRunes(p.Question, keptQuestion)
		p.Notes = p.Notes[max(0, len(p.Notes)-keptNotes):]
		for i, rest := range p.Rest {
			p.Rest[i] = cutRunes(rest, keptQuestion/len(p.Rest))
		}
	}
}

func (t *turn) keep(from, text string) {
	t.conv.Lines = append(t.conv.Lines, request.Line{At: t.event.At, From: from, Text: clip(text, keptLine)})
}

// heardLine is what stands in the context for this event.
func (t *turn) heardLine() string {
	if t.event.Kind == KindText || t.event.Kind == KindLink {
		return strings.TrimSpace(t.heard.raw + " " + strings.Join(t.missingURLs(), " "))
	}
	return "[" + string(t.event.Kind) + "]"
}
