package step

import (
	"fmt"
	"slices"
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
)

// Choice is one thing a person can do next.
type Choice struct {
	Title    string
	Verb     hear.Verb
	Argument string
	URL      string // opens a page instead; not numbered, the text names the page
}

// Said is what the bot says, with the ways on, and what it then waits for.
type Said struct {
	Text    string
	Choices []Choice
	Waiting chat.Waiting
}

// Ask says a page of a dialogue and waits for what it asks.
func (t *Turn) Ask(s Said) {
	t.Say(s.Text, s.Choices...)
	t.Conv.Waiting = s.Waiting
}

// Say adds a reply with its choices, numbered in the text and as buttons.
func (t *Turn) Say(text string, choices ...Choice) {
	list, buttons := t.List(choices)
	t.add(text, list, buttons)
}

// List numbers choices: as lines to type and as buttons to tap.
func (t *Turn) List(choices []Choice) (string, []effect.Button) {
	var list strings.Builder
	var buttons []effect.Button
	for _, c := range choices {
		title := words.Clip(c.Title, words.MaxTitle)
		if c.URL != "" {
			buttons = append(buttons, effect.Button{Title: title, URL: c.URL})
			continue
		}
		o := chat.Option{Number: len(t.Conv.Options) + 1, Title: title,
			Payload: hear.Payload(t.Event.ID, c.Verb, words.CutBytes(c.Argument, words.MaxArgument))}
		t.Conv.Options = append(t.Conv.Options, o)
		buttons = append(buttons, effect.Button{Title: title, Payload: o.Payload})
		fmt.Fprintf(&list, "\n%d. %s", o.Number, title)
	}
	return list.String(), buttons
}

// Again repeats the list the person was looking at.
func (t *Turn) Again(text string) {
	t.Conv.Options, t.Conv.Waiting = slices.Clone(t.Current), t.Waited
	var list strings.Builder
	var buttons []effect.Button
	for _, o := range t.Current {
		buttons = append(buttons, effect.Button{Title: o.Title, Payload: o.Payload})
		fmt.Fprintf(&list, "\n%d. %s", o.Number, o.Title)
	}
	t.add(text, list.String(), buttons)
}

func (t *Turn) add(text, list string, buttons []effect.Button) {
	t.Follow(effect.Effect{Kind: effect.DoSay, Message: words.Message(text, list, buttons)})
}

// Said are the messages that this turn says so far, in order.
func (t *Turn) Said() []effect.Message {
	var said []effect.Message
	for _, e := range t.effects {
		if e.Kind == effect.DoSay {
			said = append(said, *e.Message)
		}
	}
	return said
}
