// Package delivery is the life of a message that the office owes a person: the answer to
// a request, on its way through Zalo. Queued is not sent, and sent is not delivered.
package delivery

import (
	"time"

	"phatngon/internal/desk/life"
)

// State is where a delivery stands.
type State string

// The life of a delivery. Accepted means that Zalo took the message and gave it an id,
// delivered that Zalo told us it reached the person's device, seen that it was opened.
const (
	Queued      State = "queued"
	Sending     State = "sending"
	Accepted    State = "accepted"
	Delivered   State = "delivered"
	Seen        State = "seen"
	Waiting     State = "waiting"     // the sending window is closed; goes out when the person writes
	Failed      State = "failed"      // set aside with a reason; can be sent again
	Unreachable State = "unreachable" // never chatted, or unfollowed: Zalo has no way to this person
	Void        State = "void"        // its approval was voided before it went out
)

// What happens to a delivery. All of it happens to the system but a new try, which an
// officer asks for.
const (
	Send     = "send"
	Accept   = "accept"
	Receipt  = "receipt"
	See      = "see"
	Wait     = "wait"
	Fail     = "fail"
	Release  = "release" // the person wrote: the window is open again
	Retry    = "retry"
	Annul    = "annul"
	Approach = "approach" // the person can be reached by now
)

// Who takes a step.
type Who string

// The system takes every step but a retry.
const (
	System Who = "system"
	Staff  Who = "staff"
)

// Delivery is one answer on its way. ID is the key of the effect that caused it.
type Delivery struct {
	ID        string    `bson:"_id"`
	Version   int64     `bson:"version"`
	Request   string    `bson:"request"`
	Part      int       `bson:"part"`
	Revision  int       `bson:"revision"`        // of the approval it brings; 0 for a refusal
	Whole     []int     `bson:"whole,omitempty"` // all parts at once: the revision of each; Part and Revision say nothing then
	Unit      string    `bson:"unit"`            // whose answer it is; its officers see it
	Requester string    `bson:"requester"`
	State     State     `bson:"state"`
	Reason    string    `bson:"reason,omitempty"` // Vietnamese, for the officer
	Pieces    int       `bson:"pieces"`           // messages it was split into
	Arrived   []int     `bson:"arrived,omitempty"`
	InApp     bool      `bson:"in_app"` // the person reads it in the Mini App
	CreatedAt time.Time `bson:"created_at"`
	UpdatedAt time.Time `bson:"updated_at"`
}

// Life is the table.
func Life() life.Table[State, Who] {
	row := func(action string, who Who, to State, from ...State) life.Row[State, Who] {
		return life.Row[State, Who]{Action: action, Who: who, From: from, To: to}
	}
	return life.Table[State, Who]{Label: State.Label, Rows: []life.Row[State, Who]{
		row(Send, System, Sending, Queued, Sending, Waiting, Failed),
		row(Accept, System, Accepted, Sending),
		row(Receipt, System, Delivered, Accepted),
		row(See, System, Seen, Accepted, Delivered),
		row(Wait, System, Waiting, Queued, Sending, Waiting),
		row(Fail, System, Failed, Queued, Sending, Failed),
		row(Release, System, Queued, Waiting),
		row(Approach, System, Queued, Unreachable),
		row(Annul, System, Void, Queued, Sending, Waiting, Failed, Unreachable),
		row(Retry, Staff, Queued, Failed),
	}}
}

// Newest is the delivery that counts for a part of a request: the last one begun of those
// that were not voided.
func Newest(all []Delivery, request string, part int) (newest Delivery, found bool) {
	for _, d := range all {
		if d.Request != request || !d.Brings(part) || d.State == Void || found && !d.CreatedAt.After(newest.CreatedAt) {
			continue
		}
		newest, found = d, true
	}
	return newest, found
}

// Brings reports whether the delivery is of a part.
func (d Delivery) Brings(part int) bool {
	return len(d.Whole) > part || len(d.Whole) == 0 && d.Part == part
}

// RevisionOf is the revision that a delivery brings of a part.
func (d Delivery) RevisionOf(part int) int {
	if len(d.Whole) > part {
		return d.Whole[part]
	}
	return d.Revision
}

// Reached reports that the answer is with the person as far as Zalo can tell.
func (s State) Reached() bool { return s == Accepted || s == Delivered || s == Seen }

// Label is the state's Vietnamese name.
func (s State) Label() string {
	switch s {
	case Queued:
		return "Chờ gửi"
	case Sending:
		return "Đang gửi"
	case Accepted:
		return "Zalo đã nhận, chưa báo tới máy người hỏi"
	case Delivered:
		return "Đã tới máy người hỏi"
	case Seen:
		return "Người hỏi đã xem"
	case Waiting:
		return "Chờ người hỏi nhắn lại"
	case Failed:
		return "Gửi lỗi"
	case Unreachable:
		return "Không gửi được qua Zalo"
	case Void:
		return "Đã hủy, không gửi"
	}
	return string(s)
}
