// Package chat is what is remembered of a person's chat with the Official Account.
package chat

import (
	"time"

	"phatngon/internal/desk/effect"
)

// Conversation is what is remembered of a person's chat. ID is the requester's.
type Conversation struct {
	ID        string        `bson:"_id"`
	Version   int64         `bson:"version"`
	LastEvent string        `bson:"last_event"`       // applied last: a replay of it changes nothing
	Unkept    bool          `bson:"unkept,omitempty"` // the last event's words are not kept, in the inbox neither
	Greeted   bool          `bson:"greeted"`
	Taps      bool          `bson:"taps,omitempty"` // they chose last by a button: so Zalo shows them buttons
	Waiting   Waiting       `bson:"waiting"`
	Pending   *Pending      `bson:"pending,omitempty"`
	Options   []Option      `bson:"options,omitempty"` // what the last numbered list meant
	Told      []string      `bson:"told,omitempty"`    // changes of names told already
	Topic     *Topic        `bson:"topic,omitempty"`   // what it is about
	Lines     []effect.Line `bson:"lines,omitempty"`   // last few, as context for a request
	UpdatedAt time.Time     `bson:"updated_at"`

	// Effects are what the last event leads to. They are written with the conversation
	// and finished before the event counts as handled, so that no crash loses one.
	Effects []effect.Effect `bson:"effects,omitempty"`
}

// Waiting says what the bot asked last.
type Waiting string

// The questions the bot can be waiting on.
const (
	WaitNothing     Waiting = ""
	WaitQuestion    Waiting = "question"     // "what do you want to ask?"
	WaitConfirm     Waiting = "confirm"      // file this request?
	WaitPlace       Waiting = "place"        // which place is meant?
	WaitWhich       Waiting = "which"        // which statement is meant?
	WaitCode        Waiting = "code"         // which request code?
	WaitRequestText Waiting = "request_text" // text of a request to file
	WaitUnit        Waiting = "unit"         // which unit should get it?
	WaitReport      Waiting = "report"       // what false content was seen?
	WaitCheck       Waiting = "check"        // what is to be checked?
	WaitChannel     Waiting = "channel"      // which account, site or number?
	WaitSupply      Waiting = "supply"       // what is to be added to a request?
	WaitNewsroom    Waiting = "newsroom"     // which newsroom is the reporter of?
	WaitPress       Waiting = "press"        // what does the reporter show?
	WaitFollows     Waiting = "follows"      // of what does the reporter want to hear?
	WaitErase       Waiting = "erase"        // really delete my data?
	WaitForm        Waiting = "form"         // where does the person live, or how are they concerned?
	WaitCorrect     Waiting = "correct"      // which data of mine is to be corrected?
)

// Pending is the last question: what "not what I meant" refers to, and what
// becomes a request when the person says so.
type Pending struct {
	Question string   `bson:"question"`
	Request  string   `bson:"request,omitempty"` // of the person's own, to be added to
	Files    []string `bson:"files,omitempty"`   // what they sent, at Zalo, to be added
	Dispute  int      `bson:"dispute,omitempty"` // number of its part that does not answer
	Unit     string   `bson:"unit"`              // "" until one is suggested or chosen
	Notes    []string `bson:"notes,omitempty"`   // filed below the question: place, urgency, wish to stay unnamed
	Told     []string `bson:"told,omitempty"`    // statements it was answered from
	Nearest  []string `bson:"nearest,omitempty"` // or what it was shown as nearest
	English  bool     `bson:"english,omitempty"` // it was asked in English
	Picked   bool     `bson:"picked,omitempty"`  // the statement was picked by its title

	Shown *Shown `bson:"shown,omitempty"` // what the person may say "this is what I asked" of

	Case   string         `bson:"case,omitempty"`   // that what was asked about is known from
	Press  *effect.Press  `bson:"press,omitempty"`  // a reporter's registration on its way
	Report *effect.Report `bson:"report,omitempty"` // false content on its way to be reported; Question is its text

	Form *effect.Form `bson:"form,omitempty"` // what the law asks beside the question

	Rest     []string `bson:"rest,omitempty"`      // what the answer left open, in the person's words
	RestUnit string   `bson:"rest_unit,omitempty"` // who is asked about that; "" until its place is known
}

// Shown is what was shown to the last question: Event brought it, so its buttons are known
// in an older message too. Asked is the question as it was typed, after Before.
type Shown struct {
	Event   string         `bson:"event"`
	Asked   string         `bson:"asked,omitempty"` // "" where it is Pending.Question
	Before  string         `bson:"before,omitempty"`
	Outcome string         `bson:"outcome"`
	Quotes  []effect.Shown `bson:"quotes"`
	Verdict string         `bson:"verdict,omitempty"` // what the person said of it last
}

// Option is one line of a numbered list: typing N is tapping Payload.
type Option struct {
	Number  int    `bson:"number"`
	Title   string `bson:"title"`
	Payload string `bson:"payload"`
}

// Topic is what was asked last, oldest first, for what only makes sense after it.
type Topic struct {
	Asked     []string  `bson:"asked"`
	Statement string    `bson:"statement,omitempty"` // quoted to it, "" for none
	At        time.Time `bson:"at"`
}
