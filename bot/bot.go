// Package bot is what the Official Account says: conversation + event →
// decision. It is pure: no I/O, no clock, no Zalo. The same conversation, event
// and world give the same decision, which is what lets an event be replayed
// after a crash.
package bot

import (
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/knowledge"
)

// Kind is the kind of an event.
type Kind string

// What a person can do in the chat. Media carries attachments only counted,
// never opened.
const (
	KindText     Kind = "text"
	KindImage    Kind = "image"
	KindSticker  Kind = "sticker"
	KindLink     Kind = "link"
	KindFile     Kind = "file"
	KindAudio    Kind = "audio"
	KindVideo    Kind = "video"
	KindLocation Kind = "location"
	KindContact  Kind = "contact"
	KindFollow   Kind = "follow"
	KindChatNow  Kind = "chatnow"
)

// Event is one thing a person did. ID is unique and stable across retries.
type Event struct {
	ID   string
	At   time.Time
	Kind Kind
	Text string
	URLs []string
}

// Conversation is what is remembered of a person's chat. ID is the requester's.
type Conversation struct {
	ID        string         `bson:"_id"`
	Version   int64          `bson:"version"`
	LastEvent string         `bson:"last_event"` // applied last: a replay of it changes nothing
	Greeted   bool           `bson:"greeted"`
	Waiting   Waiting        `bson:"waiting"`
	Pending   *Pending       `bson:"pending,omitempty"`
	Options   []Option       `bson:"options,omitempty"` // what the last numbered list meant
	Told      []string       `bson:"told,omitempty"`    // changes of names told already
	Lines     []request.Line `bson:"lines,omitempty"`   // last few, as context for a request
	UpdatedAt time.Time      `bson:"updated_at"`
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
	WaitErase       Waiting = "erase"        // really delete my data?
)

// Pending is the last question: what "not what I meant" refers to, and what
// becomes a request when the person says so.
type Pending struct {
	Question string   `bson:"question"`
	Unit     string   `bson:"unit"`            // "" until one is suggested or chosen
	Notes    []string `bson:"notes,omitempty"` // filed below the question: place, urgency, wish to stay unnamed
	Told     []string `bson:"told,omitempty"`  // statements it was answered from

	Rest     []string `bson:"rest,omitempty"`      // what the answer left open, in the person's words
	RestUnit string   `bson:"rest_unit,omitempty"` // who is asked about that; "" until its place is known
}

// Option is one line of a numbered list: typing N is tapping Payload.
type Option struct {
	Number  int    `bson:"number"`
	Title   string `bson:"title"`
	Payload string `bson:"payload"`
}

// World is all that Step may know besides the conversation.
type World struct {
	Base      *knowledge.Base
	Units     *routing.Registry
	Calendar  *calendar.Calendar
	Requester people.Requester
	Requests  []request.Request // the requester's own, newest first
	PublicURL string
	MiniApp   string // link that opens the Mini App, "" when there is none
	Now       time.Time
	Vector    []float32 // of the event's text, for asking just that; nil = none
}

// Decision is what to do: say, file, hand over, erase.
type Decision struct {
	Conversation Conversation
	Replies      []Reply
	Filing       *Filing           // file this request; CodeMark in replies stands for its code
	Answer       *knowledge.Answer // to keep in the ledger, when one was given
	Asking       *Asking           // to count, when a question was answered
	TakenBack    *Asking           // to count no more: the person meant something else
	Handover     bool              // the person asked for a human
	Erase        bool              // the person confirmed deletion of their data
}

// Asking is a person's question and the statements it was answered from.
type Asking struct {
	Question   string
	Statements []string
	Picked     bool // the person picked the statement by its title
}

// CodeMark stands in a reply for the code of the request being filed.
const CodeMark = "{{code}}"

// Filing is a request to be filed.
type Filing struct {
	Question string
	Unit     string
	Context  []request.Line
	Clock    calendar.Clock
}

// Reply is one message, plain text; Buttons are also listed in the text as
// numbers, so that everything is reachable by typing.
type Reply struct {
	Text    string
	Buttons []Button
}

// Button sends Payload when tapped, or opens URL.
type Button struct {
	Title   string
	Payload string
	URL     string
}
