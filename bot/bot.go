// Package bot is what the Official Account says: conversation + event →
// decision. It is pure: no I/O, no clock, no Zalo. The same conversation, event
// and world give the same decision, which is what lets an event be replayed
// after a crash.
package bot

import (
	"slices"
	"time"

	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/chat"
	"phatngon/internal/desk/delivery"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge/answer"
)

// World is all that Step may know besides the conversation.
type World struct {
	Base      *answer.Base
	Units     *routing.Registry
	Rules     policy.Set // in force now
	Requester people.Requester
	Requests  []request.Request   // the requester's own, newest first
	Sent      []delivery.Delivery // how their answers fare in the chat
	Reported  []cases.Case        // cases of false content that they reported
	Named     *cases.Case         // whose code stands in the event
	Known     *cases.Case         // which the event's link or text is known from
	PublicURL string
	MiniApp   string // link that opens the Mini App, "" when there is none
	Now       time.Time
	Pointed   *answer.Pointed // by a model, at passages for the event's text; nil = nothing points
	Worded    string          // the event's text as a model put it to stand alone, only to search with; "" = not
	Vector    []float32       // of the event's text, for asking just that; nil = none
}

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
