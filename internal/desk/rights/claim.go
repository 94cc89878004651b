// Package rights is what people want done with the data that is kept of them: see it, have
// it corrected or deleted, take their consent back. Each such claim is a record with a legal
// clock (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Nghị định 356/2025/NĐ-CP): what the program
// does at once is done with a proof, the rest an officer does, refuses with a ground, or
// extends once. Pure.
package rights

import (
	"time"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/code"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
)

// What may be wanted. The codes are those of the policy "rights".
const (
	View     = "view"
	Correct  = "correct"
	Delete   = "delete"
	Withdraw = "withdraw" // the consent: the program then deletes
)

// Where a claim came from.
const (
	FromChat  = "chat"
	FromApp   = "app"
	FromZalo  = "zalo"  // Zalo told that the person takes their consent back
	FromPanel = "panel" // an officer entered what came on paper or by telephone
)

// State is where a claim stands.
type State string

// The states: a claim is done, refused with a ground, or without an object any more.
const (
	Received State = "received"
	Done     State = "done"
	Refused  State = "refused"
	Moot     State = "moot"
)

// Claim is what one person wants done with the data kept of them.
type Claim struct {
	ID        string               `bson:"_id"` // DL-2026-00001
	Version   int64                `bson:"version"`
	Source    string               `bson:"source"`    // a hash of what brought it; unique
	Requester string               `bson:"requester"` // "" once they are erased, or of the panel
	Kind      people.RequesterKind `bson:"kind,omitempty"`
	Newsroom  string               `bson:"newsroom,omitempty"`
	Right     string               `bson:"right"`
	Channel   string               `bson:"channel"`
	Text      string               `bson:"text,omitempty"`      // what is to be corrected, in the person's words
	Reference string               `bson:"reference,omitempty"` // of the panel: the number of the paper
	State     State                `bson:"state"`
	Open      bool                 `bson:"open"`
	Clock     calendar.Clock       `bson:"clock"`
	Due       time.Time            `bson:"due"`
	Proof     string               `bson:"proof,omitempty"` // the audit record of what the program did, or is about to do
	Steps     []Step               `bson:"steps"`
	CreatedAt time.Time            `bson:"created_at"`
	UpdatedAt time.Time            `bson:"updated_at"`

	// Effects are what must follow the changes made since it was read; the store writes
	// them in the same write.
	Effects []effect.Effect `bson:"-"`
}

// Step is one line of the history; Note is what the person is told.
type Step struct {
	At      time.Time `bson:"at"`
	Officer string    `bson:"officer,omitempty"` // "" = the person or the program
	Action  string    `bson:"action"`
	Ground  string    `bson:"ground,omitempty"`
	Note    string    `bson:"note,omitempty"`
}

var form = code.New("DL")

// Series is the series of numbers of a year's claims.
const Series = "claim/"

// CodeOf is the code of the n-th claim of a year.
func CodeOf(year int, n int64) string { return form.Of(year, n) }

// FindCode finds the first code of a claim in free text.
func FindCode(text string) (string, bool) { return form.Find(text) }

// AtOnce reports what the program does by itself: of what came on paper it does not know
// whose data is meant.
func (c Claim) AtOnce() bool { return c.Right != Correct && c.Channel != FromPanel }

// Late reports that the term is over and nothing was done.
func (c Claim) Late(now time.Time) bool { return c.Open && c.Clock.Late(now) }

// Label is the state's Vietnamese name.
func (s State) Label() string {
	switch s {
	case Received:
		return "Đã tiếp nhận"
	case Done:
		return "Đã thực hiện"
	case Refused:
		return "Từ chối (có căn cứ)"
	case Moot:
		return "Dữ liệu đã được xóa"
	}
	return string(s)
}
