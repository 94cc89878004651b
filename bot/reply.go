package bot

import (
	"fmt"
	"slices"
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
)

// choice is one thing a person can do next.
type choice struct {
	title    string
	verb     hear.Verb
	argument string
	url      string // opens a page instead; not numbered, the text names the page
}

func menu() []choice {
	return []choice{
		{title: words.TitleAsk, verb: hear.DoAsk}, {title: words.TitleRequest, verb: hear.DoRequest},
		{title: words.TitleReport, verb: hear.DoReport}, {title: words.TitleStatus, verb: hear.DoStatus},
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
		title := words.Clip(c.title, words.MaxTitle)
		if c.url != "" {
			buttons = append(buttons, effect.Button{Title: title, URL: c.url})
			continue
		}
		o := chat.Option{Number: len(t.conv.Options) + 1, Title: title,
			Payload: hear.Payload(t.event.ID, c.verb, words.CutBytes(c.argument, words.MaxArgument))}
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
	t.follow(effect.Effect{Kind: effect.DoSay, Message: words.Message(text, list, buttons)})
}
