package bot

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
)

// Limits of a message: Zalo takes five buttons of 100 characters with payloads
// of 1,000; six kilobytes are three messages of 2,000 characters.
const (
	maxButtons  = 5
	maxTitle    = 100
	maxReply    = 6000 // bytes
	maxArgument = 800  // bytes
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

// message is a text with the list of its choices, as much as one message holds.
func message(text, list string, buttons []effect.Button) *effect.Message {
	if list != "" {
		list = "\n" + list
	}
	text = cutBytes(strings.TrimSpace(text), maxReply-len(list)) + list
	return &effect.Message{Text: text, Buttons: buttons[:min(len(buttons), maxButtons)]}
}

// clip shortens s to n characters at a word, marking the cut.
func clip(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	s = string([]rune(s)[:n-1])
	if i := strings.LastIndexByte(s, ' '); i > len(s)/2 {
		s = s[:i]
	}
	return strings.TrimRight(s, " ,.;:") + "…"
}

// cutBytes cuts s to at most n bytes, between characters.
func cutBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// echo shows a person's own words inside a sentence of the bot: one line,
// short, and never looking like a quotation of a statement or a code.
func echo(s string, n int) string {
	s = strings.NewReplacer("“", "'", "”", "'", "\"", "'", "{{", "(", "}}", ")").Replace(s)
	return clip(strings.Join(strings.Fields(s), " "), n)
}

func lines(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, "\n")
}

// cutRunes cuts s to at most n characters.
func cutRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
