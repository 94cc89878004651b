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

// Say adds a reply with its choices, numbered in the text and as buttons; who chose last by a
// button reads them once, on the buttons, where all of them fit there.
func (t *Turn) Say(text string, choices ...Choice) {
	list, buttons := t.List(choices)
	t.add(text, list, buttons)
}

// List numbers choices, in one order: as lines to type and as buttons to tap. The buttons that
// open a page stand behind those that fit beside them.
func (t *Turn) List(choices []Choice) (string, []effect.Button) {
	var pages []effect.Button
	var options []chat.Option
	for _, c := range choices {
		title := words.Clip(c.Title, words.MaxTitle)
		if c.URL != "" {
			pages = append(pages, effect.Button{Title: title, URL: c.URL})
			continue
		}
		options = append(options, chat.Option{Number: len(t.Conv.Options) + len(options) + 1, Title: title,
			Payload: hear.Payload(t.Event.ID, c.Verb, words.CutBytes(c.Argument, words.MaxArgument))})
	}
	t.Conv.Options = append(t.Conv.Options, options...)
	return t.listed(options, pages)
}

// listed are options as lines and as buttons, and pages to open among the first buttons.
func (t *Turn) listed(options []chat.Option, pages []effect.Button) (string, []effect.Button) {
	var list strings.Builder
	var buttons []effect.Button
	fit := words.MaxButtons - len(pages)
	alone := t.Conv.Taps && len(options) <= fit
	for i, o := range options {
		if i == fit {
			buttons = append(buttons, pages...)
		}
		buttons = append(buttons, effect.Button{Title: o.Title, Payload: o.Payload, Alone: alone})
		if !alone {
			fmt.Fprintf(&list, "\n%d. %s", o.Number, o.Title)
		}
	}
	if len(options) <= fit {
		buttons = append(buttons, pages...)
	}
	return list.String(), buttons
}

// Again repeats the list the person was looking at.
func (t *Turn) Again(text string) {
	t.Conv.Options, t.Conv.Waiting = slices.Clone(t.Current), t.Waited
	list, buttons := t.listed(t.Current, nil)
	t.add(text, list, buttons)
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
