// Package press is how a reporter becomes known as one: what they show of themselves, what
// the press desk decides, how long that holds, and of what they want to hear. Pure.
package press

import (
	"slices"
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
)

// State is where a registration stands.
type State string

// The states: a registration waits for the press desk, which verifies, refuses, or asks
// for something else. What was verified ends by time, by the desk, or by a newer one.
const (
	Waiting   State = "waiting"
	Asked     State = "asked"
	Verified  State = "verified"
	Refused   State = "refused"
	Withdrawn State = "withdrawn"
	Revoked   State = "revoked"
	Expired   State = "expired"
	Replaced  State = "replaced"
	Erased    State = "erased"
)

// States are all states, in the order of a life.
func States() []State {
	return []State{Waiting, Asked, Verified, Refused, Withdrawn, Revoked, Expired, Replaced, Erased}
}

// Proof is what a reporter shows.
type Proof string

// A reporter without a card has a letter of introduction (Luật Báo chí 126/2025/QH15, Art. 27).
const (
	ProofCard   Proof = "card"
	ProofLetter Proof = "letter"
)

// Registration is a reporter's wish to be known as one.
type Registration struct {
	ID        string `bson:"_id"` // PV-…
	Version   int64  `bson:"version"`
	Source    string `bson:"source"` // a keyed hash of what brought it; unique
	Requester string `bson:"requester"`
	State     State  `bson:"state"`

	Newsroom string    `bson:"newsroom"`
	Foreign  bool      `bson:"foreign,omitempty"`
	Proof    Proof     `bson:"proof"`
	Pictures []Picture `bson:"pictures,omitempty"`
	Cleaned  time.Time `bson:"cleaned,omitempty"` // the pictures are gone since
	Consent  time.Time `bson:"consent"`           // to the words shown before it was sent

	Holder   string    `bson:"holder,omitempty"`  // the name on the card, as the desk read it
	Until    time.Time `bson:"until,omitempty"`   // verified up to this moment
	Decided  time.Time `bson:"decided,omitempty"` // when the desk, the person or time last decided
	Reminded bool      `bson:"reminded,omitempty"`

	Follows Follows  `bson:"follows,omitempty"`
	Held    []Held   `bson:"held,omitempty"`  // new statements that wait for the message of the day, the oldest first
	Known   []string `bson:"known,omitempty"` // keyed hashes of what changed it last: the same again changes nothing

	Steps     []Step    `bson:"steps"`
	CreatedAt time.Time `bson:"created_at"`
	UpdatedAt time.Time `bson:"updated_at"`

	// Effects are what must follow the changes made since it was read; the store writes
	// them in the same write.
	Effects []effect.Effect `bson:"-"`
}

// Picture is a picture of a card or a letter, kept as it was received; its bytes are kept
// beside the registration, under its id.
type Picture struct {
	ID         string    `bson:"id"`
	SHA256     string    `bson:"sha256"`
	Size       int       `bson:"size"`
	ReceivedAt time.Time `bson:"received_at"`
}

// Step is one line of the history; Note is what the person is told.
type Step struct {
	At      time.Time `bson:"at"`
	Officer string    `bson:"officer,omitempty"` // "" = the person or the program
	Action  string    `bson:"action"`
	Note    string    `bson:"note,omitempty"`
}

// Open reports whether the desk still owes a decision, or the person an answer.
func (r Registration) Open() bool { return r.State == Waiting || r.State == Asked }

// InForce reports whether a reporter is verified by r at a moment.
func (r Registration) InForce(t time.Time) bool {
	return r.State == Verified && t.Before(r.Until)
}

// Latest is the registration that a person is asked about: the open one, else the one in
// force, else the newest. all are a person's, the newest first.
func Latest(all []Registration) *Registration {
	for _, counts := range []func(Registration) bool{Registration.Open, func(r Registration) bool { return r.State == Verified }} {
		if i := slices.IndexFunc(all, counts); i >= 0 {
			return &all[i]
		}
	}
	if len(all) == 0 {
		return nil
	}
	return &all[0]
}

// Standing is a person as their registrations, the newest first, make them known. Who was
// made known as a reporter in another way stays so until the desk decides of them.
func Standing(who people.Requester, all []Registration) people.Requester {
	decided := func(r Registration) bool { return !r.Decided.IsZero() }
	in := slices.IndexFunc(all, func(r Registration) bool { return r.State == Verified })
	switch {
	case in >= 0:
		who.Kind, who.Newsroom, who.Foreign, who.VerifiedUntil = people.ReporterVerified, all[in].Newsroom, all[in].Foreign, all[in].Until
	case len(all) == 0 || who.Kind == people.ReporterVerified && !slices.ContainsFunc(all, decided):
	case all[0].Open() || all[0].State == Expired:
		who.Kind, who.Newsroom, who.Foreign, who.VerifiedUntil = people.ReporterUnverified, all[0].Newsroom, all[0].Foreign, time.Time{}
	default:
		who.Kind, who.Newsroom, who.Foreign, who.VerifiedUntil = people.Citizen, "", false, time.Time{}
	}
	return who
}

// KindText is one way of being a reporter, as a person chooses it: where the newsroom is,
// and what they show.
type KindText struct {
	Code, Text, English string
	Foreign             bool
	Proof               Proof
}

// Kinds are all of them.
func Kinds() []KindText {
	return []KindText{
		{"vn-card", "Báo chí trong nước, có thẻ nhà báo", "Vietnamese press, press card", false, ProofCard},
		{"vn-letter", "Báo chí trong nước, có giấy giới thiệu", "Vietnamese press, letter of introduction", false, ProofLetter},
		{"int-card", "Báo chí nước ngoài, có thẻ phóng viên", "Foreign press, press card", true, ProofCard},
		{"int-letter", "Báo chí nước ngoài, có giấy giới thiệu", "Foreign press, letter of introduction", true, ProofLetter},
	}
}

// KindOf is the kind with this code.
func KindOf(code string) (KindText, bool) {
	i := slices.IndexFunc(Kinds(), func(k KindText) bool { return k.Code == code })
	if i < 0 {
		return KindText{}, false
	}
	return Kinds()[i], true
}

// Kind is the kind that r is of.
func (r Registration) Kind() KindText {
	i := slices.IndexFunc(Kinds(), func(k KindText) bool { return k.Foreign == r.Foreign && k.Proof == r.Proof })
	return Kinds()[max(i, 0)]
}
