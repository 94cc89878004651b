package handover

import (
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
)

// byAsker lets the person take their own steps, and nobody else.
func byAsker(h HandOver, who people.Requester) func(Who) error {
	return func(row Who) error {
		if row == Asker && who.ID != "" && who.ID == h.Requester {
			return nil
		}
		return desk.ErrForbidden
	}
}

// Hear adds what the person said, and what the bot said to it, under the key of the effect
// that brings it.
func Hear(h HandOver, who people.Requester, lines []effect.Line, grave bool, key string, at time.Time) (HandOver, error) {
	return step(h, ActHear, people.Officer{}, byAsker(h, who), at, "", func(n *HandOver) {
		for _, l := range lines {
			n.say(Line{At: l.At, From: l.From, Text: l.Text})
		}
		n.know(key)
		n.Grave = n.Grave || grave
		if n.State == Talking {
			n.SpokenAt = at
		}
	})
}

// Leave ends the waiting or the talk by the person's own wish.
func Leave(h HandOver, who people.Requester, key string, at time.Time) (HandOver, error) {
	return step(h, ActLeave, people.Officer{}, byAsker(h, who), at, "", func(n *HandOver) { n.know(key) })
}
