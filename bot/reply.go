package bot

import (
	"fmt"
	"slices"
	"strings"

	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
)

// choice is one thing a person can do next.
type choice struct {
	title    string
	verb     verb
	argument string
	url      string // opens a page instead; not numbered, the text names the page
}

func menu() []choice {
	return []choice{
		{title: titleAsk, verb: doAsk}, {title: titleRequest, verb: doRequest},
		{title: titleReport, verb: doReport}, {title: titleStatus, verb: doStatus},
	}
}

// say adds a reply with its choices, numbered in the text and as buttons.
func (t *turn) say(text string, choices ...choice) {
	list, buttons := t.list(choices)
	t.add(text, list, buttons)
}

// list numbers choices: as lines to type and as buttons to tap.
func (t *turn) list(choices []choice) (string, []effect.Button) {
	var list strings.Builder
	var buttons []effect.Button
	for _, c := range choices {
		title := clip(c.title, maxTitle)
		if c.url != "" {
			buttons = append(buttons, effect.Button{Title: title, URL: c.url})
			continue
		}
		o := chat.Option{Number: len(t.conv.Options) + 1, Title: title,
			Payload: payload(t.event.ID, c.verb, cutBytes(c.argument, maxArgument))}
		t.conv.Options = append(t.conv.Options, o)
		buttons = append(buttons, effect.Button{Title: title, Payload: o.Payload})
		fmt.Fprintf(&list, "\n%d. %s", o.Number, title)
	}
	return list.String(), buttons
}

// again repeats the list the person was looking at.
func (t *turn) again(text string) {
	t.conv.Options, t.conv.Waiting = slices.Clone(t.current), t.waited
	var list strings.Builder
	var buttons []effect.Button
	for _, o := range t.current {
		buttons = append(buttons, effect.Button{Title: o.Title, Payload: o.Payload})
		fmt.Fprintf(&list, "\n%d. %s", o.Number, o.Title)
	}
	t.add(text, list.String(), buttons)
}

func (t *turn) add(text, list string, buttons []effect.Button) {
	t.follow(effect.Effect{Kind: effect.DoSay, Message: message(text, list, buttons)})
}
