package press

import (
	"fmt"
	"strings"

	"phatngon/bot/hear"
	"phatngon/bot/step"
	"phatngon/bot/words"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/press"
)

// askFollows asks of which new statements the reporter wants to hear.
func askFollows(t *step.Turn) {
	r := t.World.Press
	if r == nil || !r.InForce(t.World.Now) {
		t.Say(textOnlyVerified.in(hear.SpeaksEnglish(t.Heard)), Register)
		return
	}
	now := following(t, *r, r.Foreign)
	choices := []step.Choice{{Title: titleAll.in(r.Foreign), Verb: hear.DoFollowAll}}
	if !r.Follows.None() {
		choices = append(choices, step.Choice{Title: titleStop.in(r.Foreign), Verb: hear.DoFollowNone})
	}
	t.Ask(step.Said{Text: fmt.Sprintf(textFollowHow.in(r.Foreign), now), Waiting: chat.WaitFollows,
		Choices: append(choices, step.Choice{Title: words.TitleMenu, Verb: hear.DoMenu})})
}

// Follows takes what was typed: names of units, all else is a topic.
func Follows(t *step.Turn) {
	var p effect.Press
	for _, name := range strings.FieldsFunc(t.Heard.Raw, func(c rune) bool { return c == ',' || c == ';' || c == '\n' }) {
		name = strings.TrimSpace(name)
		if unit, ok := t.World.Units.UnitNamed(name); ok {
			p.Units = append(p.Units, unit)
		} else if name != "" {
			p.Topics = append(p.Topics, words.Clip(name, 80))
		}
	}
	follow(t, p)
}

func follow(t *step.Turn, p effect.Press) {
	r := t.World.Press
	if r == nil || !r.InForce(t.World.Now) {
		t.Say(textOnlyVerified.in(hear.SpeaksEnglish(t.Heard)), Register)
		return
	}
	p.Action, p.Registration = press.ActFollow, r.ID
	t.Follow(effect.Effect{Kind: effect.DoRegister, Press: &p})
}

func following(t *step.Turn, r press.Registration, english bool) string {
	if !r.InForce(t.World.Now) {
		return ""
	}
	return Following(r.Follows, t.UnitName, english)
}

// Following says what a reporter follows.
func Following(f press.Follows, unitName func(string) string, english bool) string {
	var all []string
	if f.All {
		all = append(all, textAll.in(english))
	}
	for _, unit := range f.Units {
		all = append(all, unitName(unit))
	}
	if all = append(all, f.Topics...); len(all) == 0 {
		return textFollowNone.in(english)
	}
	if f.Daily {
		return fmt.Sprintf(textFollowing.in(english), strings.Join(all, "; ")+" ("+textDaily.in(english)+")")
	}
	return fmt.Sprintf(textFollowing.in(english), strings.Join(all, "; "))
}
