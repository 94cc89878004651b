// Package handover is the life of a hand-over: a person who waits for an officer in the
// chat, and what the two then write to each other. What is written there is talk: no
// statement, no answer to a request, and nothing of it is ever found by a question.
package handover

import (
	"cmp"
	"slices"
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
)

// State is where a hand-over stands.
type State string

// The life of a hand-over. While somebody talks the bot is quiet.
const (
	Waiting State = "waiting"
	Talking State = "talking"
	Ended   State = "ended"
)

// HandOver is a person who waits for an officer in the chat, or talks with one. ID is the
// key of the effect that entered it.
type HandOver struct {
	ID        string               `bson:"_id"`
	Version   int64                `bson:"version"`
	Requester string               `bson:"requester"`
	Kind      people.RequesterKind `bson:"kind"`
	Newsroom  string               `bson:"newsroom,omitempty"`
	Unit      string               `bson:"unit"` // whose officers see it
	Context   []effect.Line        `bson:"context,omitempty"`
	State     State                `bson:"state,omitempty"`
	Open      bool                 `bson:"open"`              // has not ended
	Officer   string               `bson:"officer,omitempty"` // who talks, or talked, with them
	Lines     []Line               `bson:"lines,omitempty"`   // since the hand-over, oldest first
	Since     time.Time            `bson:"since"`             // when it came to stand where it stands
	SpokenAt  time.Time            `bson:"spoken_at"`         // last words of the talk
	ToldLate  bool                 `bson:"told_late,omitempty"`
	Grave     bool                 `bson:"grave"`           // the person denounced somebody: the words are kept shorter
	Heard     []string             `bson:"heard,omitempty"` // keys of what the person did last: what comes again changes nothing
	Why       string               `bson:"why,omitempty"`   // the step that ended it
	ClosedBy  string               `bson:"closed_by,omitempty"`
	CreatedAt time.Time            `bson:"created_at"`
	ClosedAt  time.Time            `bson:"closed_at"`

	// Effects are what must follow the changes made to this value since it was read; the
	// store writes them in the same write.
	Effects []effect.Effect `bson:"-"`
}

// Line is one line of what was said. Key is the effect that brings an officer's words to
// the person, "" of other lines.
type Line struct {
	At      time.Time `bson:"at"`
	From    string    `bson:"from"` // "requester", "bot" or "officer"
	Officer string    `bson:"officer,omitempty"`
	Key     string    `bson:"key,omitempty"`
	Text    string    `bson:"text"`
}

// FromOfficer is who says a line that an officer typed.
const FromOfficer = "officer"

// What is kept of one hand-over: the oldest lines go first.
const (
	mostLines = 400
	mostHeard = 100
)

// New is the hand-over of a person who begins to wait.
func New(id string, who people.Requester, wish effect.HandOver, unit string, at time.Time) HandOver {
	return HandOver{ID: id, Requester: who.ID, Kind: who.KindAt(at), Newsroom: who.Newsroom, Unit: unit, Context: wish.Context,
		State: Waiting, Open: true, Since: at, CreatedAt: at}
}

// Settled is h as this release knows it: one of an older release waits at the coordinating
// office, or has ended.
func (h HandOver) Settled() HandOver {
	if h.State == "" {
		h.State = Ended
		if h.Open {
			h.State, h.Since = Waiting, h.CreatedAt
		}
	}
	h.Unit = cmp.Or(h.Unit, routing.ProvinceOffice)
	return h
}

// Knows reports whether what the person did under that key is in h.
func (h HandOver) Knows(key string) bool { return slices.Contains(h.Heard, key) }

func (h *HandOver) say(lines ...Line) {
	h.Lines = append(slices.Clip(h.Lines), lines...)
	h.Lines = h.Lines[max(0, len(h.Lines)-mostLines):]
}

func (h *HandOver) know(key string) {
	h.Heard = append(slices.Clip(h.Heard), key)
	h.Heard = h.Heard[max(0, len(h.Heard)-mostHeard):]
}

// Unanswered reports that the last words of the talk are the person's.
func (h HandOver) Unanswered() bool {
	for _, l := range slices.Backward(h.Lines) {
		if l.From != "bot" {
			return l.From != FromOfficer && !l.At.Before(h.Since)
		}
	}
	return false
}
