// Package bot is what the Official Account says: conversation + event →
// decision. It is pure: no I/O, no clock, no Zalo. The same conversation, event
// and world give the same decision, which is what lets an event be replayed
// after a crash.
package bot

import (
	"slices"

	"phatngon/bot/step"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/effect"
)

// World is all that Step may know besides the conversation.
type World = step.World

// Decision is the conversation as it goes on, which carries what is to be done: say,
// file, hand over, count, erase, in this order.
type Decision struct {
	Conversation chat.Conversation
}

// Effects are what the event leads to.
func (d Decision) Effects() []effect.Effect { return d.Conversation.Effects }

// Said are the messages the bot itself says, in order; a receipt is said by the effect
// that does the work.
func (d Decision) Said() []effect.Message {
	var said []effect.Message
	for _, e := range d.Effects() {
		if e.Kind == effect.DoSay {
			said = append(said, *e.Message)
		}
	}
	return said
}

// First returns the first effect of a kind.
func (d Decision) First(k effect.Kind) (effect.Effect, bool) {
	i := slices.IndexFunc(d.Effects(), func(e effect.Effect) bool { return e.Kind == k })
	if i < 0 {
		return effect.Effect{}, false
	}
	return d.Effects()[i], true
}
