// Package request is the life of a request and of each of its parts.
package request

import (
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
)

// State is where a part of a request stands.
type State string

// The life of a part: received → assigned → drafted → approved → sent, with
// returned (back to the drafter) and refused (with a legal ground) beside it.
// Approved is signed and on its way; sent has reached the person; clarifying waits for the
// person, who may also withdraw what is not decided.
const (
	Received   State = "received"
	Assigned   State = "assigned"
	Drafted    State = "drafted"
	Returned   State = "returned"
	Clarifying State = "clarifying"
	Approved   State = "approved"
	Sent       State = "sent"
	Refused    State = "refused"
	Withdrawn  State = "withdrawn"
)

// Request is what a requester wants to know. Each Part has its own unit, clock
// and state.
type Request struct {
	Code          string               `bson:"_id" json:"code"` // TH-2026-00001
	Version       int64                `bson:"version" json:"version"`
	Source        string               `bson:"source" json:"-"` // id of the event that filed it; unique, so filing twice files once
	Requester     string               `bson:"requester" json:"-"`
	RequesterKind people.RequesterKind `bson:"requester_kind" json:"requester_kind"`
	Foreign       bool                 `bson:"foreign,omitempty" json:"foreign,omitempty"` // of foreign press
	English       bool                 `bson:"english,omitempty" json:"-"`                 // it was put together in English
	Kind          string               `bson:"kind,omitempty" json:"kind,omitempty"`       // a code of policy's kinds; "" of an older release
	KindName      string               `bson:"kind_name,omitempty" json:"kind_name,omitempty"`
	Form          effect.Form          `bson:"form,omitempty" json:"-"`                 // what the law asks beside the question
	Wanted        time.Time            `bson:"wanted,omitempty" json:"wanted,omitzero"` // by the newsroom's own deadline
	Newsroom      string               `bson:"newsroom,omitempty" json:"newsroom,omitempty"`
	Channel       string               `bson:"channel" json:"channel"`                 // "zalo" or "miniapp"
	Question      string               `bson:"question" json:"question"`               // what the person typed
	Notes         []string             `bson:"notes,omitempty" json:"notes,omitempty"` // what the program noted for the officer
	Context       []Line               `bson:"context,omitempty" json:"context,omitempty"`
	Unit          string               `bson:"unit" json:"unit"`   // unit of the first open part: the queue's index
	State         State                `bson:"state" json:"state"` // state of the least advanced part
	Due           time.Time            `bson:"due" json:"due"`     // earliest open deadline
	Parts         []Part               `bson:"parts" json:"parts"`
	Together      bool                 `bson:"together,omitempty" json:"together,omitempty"` // the person wants all parts answered at once
	Joined        string               `bson:"joined" json:"-"`                              // code of the request that this one is answered with; "" for none
	Topic         string               `bson:"topic,omitempty" json:"-"`                     // an officer's neutral title of what is asked, for others who ask it
	Files         []File               `bson:"files,omitempty" json:"-"`                     // what the person sent with the question
	Additions     []Addition           `bson:"additions,omitempty" json:"additions,omitempty"`
	CreatedAt     time.Time            `bson:"created_at" json:"created_at"`
	UpdatedAt     time.Time            `bson:"updated_at" json:"updated_at"`

	// Effects are what must follow the changes made to this value since it was read; the
	// store writes them in the same write.
	Effects []effect.Effect `bson:"-" json:"-"`

	// OwnSteps are the keys of what the person wanted done last: a step that comes again
	// changes nothing.
	OwnSteps []string `bson:"own_steps,omitempty" json:"-"`
}

// InEnglish reports that who asked is told of the request in English. What the office wrote
// stays as it was written.
func (r Request) InEnglish() bool { return r.English || r.Foreign }

// Part is one unit's share of a request.
type Part struct {
	Unit      string         `bson:"unit" json:"unit"`
	Asks      string         `bson:"asks,omitempty" json:"asks,omitempty"` // of a divided request; "" is the whole question
	State     State          `bson:"state" json:"state"`
	Clock     calendar.Clock `bson:"clock" json:"clock"`
	Draft     *Draft         `bson:"draft,omitempty" json:"draft,omitempty"`
	Approval  *Approval      `bson:"approval,omitempty" json:"approval,omitempty"`
	Refusal   *Refusal       `bson:"refusal,omitempty" json:"refusal,omitempty"`
	Statement string         `bson:"statement,omitempty" json:"statement,omitempty"` // published as
	Judged    string         `bson:"judged,omitempty" json:"-"`                      // the text last approved or returned: what a new draft is compared with
	Steps     []Step         `bson:"steps" json:"steps"`

	Held   bool     `bson:"held,omitempty" json:"-"`   // decided, and kept until the other parts are
	Barred []string `bson:"barred,omitempty" json:"-"` // officers who answered it before, which the person did not accept

	Copied   bool      `bson:"copied,omitempty" json:"-"`              // the approval is that of the request joined
	Replaces bool      `bson:"replaces,omitempty" json:"-"`            // words that arrived before: the request joined was answered anew
	Arrived  *Approval `bson:"arrived,omitempty" json:"-"`             // those words, until the new ones have arrived
	Disputed bool      `bson:"disputed,omitempty" json:"-"`            // the person said that it does not answer
	Rating   int       `bson:"rating,omitempty" json:"-"`              // 1 to 5, what the person said of it; 0 for nothing
	Again    int       `bson:"again,omitempty" json:"again,omitempty"` // number of the part that this one answers anew; 0 for none

	Clarifications []Clarification `bson:"clarifications,omitempty" json:"clarifications,omitempty"`
	Consulted      []Consultation  `bson:"consulted,omitempty" json:"-"` // who is quoted in the draft, and what they say of it
}

// Draft is an answer not yet approved. Revision grows with each edit.
type Draft struct {
	Text       string    `bson:"text" json:"text"`
	Author     string    `bson:"author" json:"author"`          // officer id of the last edit
	Authorship string    `bson:"authorship,omitempty" json:"-"` // who wrote which words: package authorship
	Revision   int       `bson:"revision" json:"revision"`
	At         time.Time `bson:"at" json:"at"`

	Outcome Outcome  `bson:"outcome,omitempty" json:"outcome,omitempty"` // see Reply
	Ground  string   `bson:"ground,omitempty" json:"ground,omitempty"`
	Masked  string   `bson:"masked,omitempty" json:"masked,omitempty"`
	Instead string   `bson:"instead,omitempty" json:"instead,omitempty"`
	TermsBy []string `bson:"terms_by,omitempty" json:"-"` // officers who set these
	Files   []File   `bson:"files,omitempty" json:"files,omitempty"`
}

// Approval signs one revision of a draft; the text is the spokesperson's words
// from then on. Who signed as what is as it was at that moment.
type Approval struct {
	Text         string    `bson:"text" json:"text"`
	Revision     int       `bson:"revision" json:"revision"`
	Officer      string    `bson:"officer" json:"officer"`
	Spokesperson string    `bson:"spokesperson" json:"spokesperson"`
	Position     string    `bson:"position" json:"position"`
	At           time.Time `bson:"at" json:"at"`

	Kind     people.SpokespersonKind `bson:"kind,omitempty" json:"kind,omitempty"`         // "" of an older release: assigned
	Document string                  `bson:"document,omitempty" json:"document,omitempty"` // by which they speak
	Until    time.Time               `bson:"until,omitempty" json:"until,omitzero"`        // the end of that, zero for none

	Outcome Outcome `bson:"outcome,omitempty" json:"outcome,omitempty"` // "" of an older release: full
	Ground  string  `bson:"ground,omitempty" json:"ground,omitempty"`   // of what is left out
	Masked  string  `bson:"masked,omitempty" json:"masked,omitempty"`   // what is left out
	Files   []File  `bson:"files,omitempty" json:"files,omitempty"`
}

// Refusal names one of the grounds the law allows (see Grounds).
type Refusal struct {
	Ground  string    `bson:"ground" json:"ground"`
	Reason  string    `bson:"reason" json:"reason"`
	Instead string    `bson:"instead,omitempty" json:"instead,omitempty"` // what can be given instead, or where to ask
	Officer string    `bson:"officer" json:"officer"`                     // who signed it
	At      time.Time `bson:"at" json:"at"`
}

// Step is one line of a part's history.
type Step struct {
	At      time.Time `bson:"at" json:"at"`
	Officer string    `bson:"officer,omitempty" json:"officer,omitempty"` // "" = the system; ByRequester
	Action  string    `bson:"action" json:"action"`                       // "assign", "draft", "approve", …
	Note    string    `bson:"note,omitempty" json:"note,omitempty"`
	For     string    `bson:"for,omitempty" json:"-"` // officer it was given to by another
}

// Line is one line of a conversation kept as context.
type Line = effect.Line

// UntouchedSince reports that no officer changed a part since that version of the request.
// What the program notes by itself, that the answer reached the person, takes nothing from
// a form that was shown before.
func UntouchedSince(r Request, part int, version int64) bool {
	steps := r.Parts[part].Steps
	noted := int64(0)
	for noted < int64(len(steps)) && steps[int64(len(steps))-1-noted].Officer == "" {
		noted++
	}
	return version <= r.Version && r.Version-version <= noted
}
