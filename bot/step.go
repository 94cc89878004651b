package bot

import (
	"fmt"
	"slices"
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/rights"
	"phatngon/bot/step"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
)

// turn is one event being decided.
type turn struct {
	*step.Turn
	before []string // files that came just before, with no word of what for
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
	t.keepSent()
	_, _, tapped := hear.ParsePayload(e.Text)
	t.tellOfficer(tapped)
	return t.end()
}

func begin(w World, c chat.Conversation, e hear.Event) *turn {
	return &turn{step.Begin(w, c, e), sentBefore(c.Pending)}
}

func (t *turn) end() Decision { return Decision{Conversation: t.End()} }

func (t *turn) run() {
	v, argument, tapped := hear.ParsePayload(t.Heard.Raw)
	switch {
	case tapped:
		t.tap(v, argument)
	case t.leaves():
		t.leave()
	case t.muted():
		t.Conv.Options, t.Conv.Waiting, t.Conv.Greeted = t.Current, t.Waited, !t.First
	case t.Event.Kind == hear.KindText || t.Event.Kind == hear.KindLink:
		t.text()
	case t.Event.Kind == hear.KindFollow || t.Event.Kind == hear.KindChatNow:
		t.greet()
	default:
		t.media()
	}
}

// muted reports that an officer talks with this person: the bot is silent, but for its
// own buttons and for a wish to be erased, which nobody may overhear.
func (t *turn) muted() bool {
	if !t.Event.At.Before(t.World.Requester.MutedUntil) && !t.talking() {
		return false
	}
	return !t.erases()
}

// text reads a message: a number of the current list, words of one of its
// lines, an answer to what the bot asked, or something new.
func (t *turn) text() {
	n, numeric := t.Heard.Number()
	switch {
	case t.Heard.Empty() && len(t.Event.URLs) == 0:
		t.nothingSaid()
	case t.Event.OnlyLink():
		t.link()
	case numeric:
		t.choose(n)
	case rights.ShowNamed(t.Turn), t.links():
	case t.picked(), t.judgedInWords(), t.awaited():
	default:
		t.spoken()
	}
}

// links takes a message that is an officer's code; what came of it is said by what does it.
func (t *turn) links() bool {
	code, ok := people.FindLinkCode(t.Heard.Raw)
	if ok {
		t.Follow(effect.Effect{Kind: effect.DoLink, Link: &effect.Link{Code: code}})
	}
	return ok
}

// choose takes line n of the current list.
func (t *turn) choose(n int) {
	t.Conv.Taps = false
	i := slices.IndexFunc(t.Current, func(o chat.Option) bool { return o.Number == n })
	switch {
	case len(t.Current) == 0:
		t.Say(words.TextStaleList, step.Menu()...)
	case i < 0:
		t.Again(fmt.Sprintf(words.TextOutOfRange, len(t.Current)))
	default:
		t.take(t.Current[i])
	}
}

// picked takes the line whose title, or its first words, the person typed.
func (t *turn) picked() bool {
	var hits []chat.Option
	for _, o := range t.Current {
		title := hear.PlainWords(o.Title)
		if title == t.Heard.Words || t.Heard.Count() > 1 && strings.HasPrefix(title, t.Heard.Words) {
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
	t.Heard = hear.Hear(o.Title)
	t.do(v, argument)
}

// tap does what a button says, if its list is still the current one or the
// button needs none.
func (t *turn) tap(v hear.Verb, argument string) {
	t.Conv.Taps = true
	i := slices.IndexFunc(t.Current, func(o chat.Option) bool { return o.Payload == t.Heard.Raw })
	switch {
	case i >= 0:
		t.take(t.Current[i])
	case t.judged(v):
	case v.Lasting():
		t.Heard = hear.Heard{}
		t.do(v, argument)
	default:
		t.stale()
	}
}
