// Package publication is the life of an official statement: drafted by one, put into force
// by another, corrected, replaced, withdrawn.
package publication

import (
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/life"
	"phatngon/internal/desk/people"
	"phatngon/knowledge/statement"
)

// What can be done to a statement, or happens to it.
const (
	ActSave      = "save" // a draft, or the proposed change of what is in force
	ActHint      = "hint" // what people would ask, by which it is found
	ActPublish   = "publish"
	ActWithdraw  = "withdraw"
	ActRetract   = "retract"   // the system's: the conclusion that it states was taken back by who signs for it
	ActSupersede = "supersede" // the system's: another statement takes its place
)

// Who says who may take a step.
type Who string

// Staff draft for their unit, Signers publish for it.
const (
	System  Who = "system"
	Staff   Who = "staff"
	Signers Who = "signers"
)

// Life is the only table of the life of a statement. Nothing leaves superseded or
// withdrawn, and a draft, which nobody was told, cannot be withdrawn.
func Life() life.Table[statement.Status, Who] {
	const draft, published = statement.StatusDraft, statement.StatusPublished
	return life.Table[statement.Status, Who]{Label: Label, Rows: []life.Row[statement.Status, Who]{
		{Action: ActSave, Who: Staff, From: []statement.Status{draft, published}, Audit: "statement.draft"},
		{Action: ActHint, Who: Staff, From: []statement.Status{draft, published}, Audit: "statement.hint"},
		{Action: ActPublish, Who: Signers, From: []statement.Status{draft, published}, To: published, Audit: "statement.publish"},
		{Action: ActWithdraw, Who: Signers, From: []statement.Status{published}, To: statement.StatusWithdrawn, Audit: "statement.withdraw"},
		{Action: ActRetract, Who: System, From: []statement.Status{published}, To: statement.StatusWithdrawn, Audit: "statement.retract"},
		{Action: ActSupersede, Who: System, From: []statement.Status{published}, To: statement.StatusSuperseded, Audit: "statement.supersede"},
	}}
}

// May says whether o is one of those who may take a step on a statement of that unit; the
// system is the officer without an id.
func May(o people.Officer, unit string) func(Who) error {
	return func(who Who) error {
		switch {
		case who == Staff:
			return people.MayDraft(o, unit)
		case who == Signers:
			return people.MayPublish(o, unit)
		case o.ID == "":
			return nil
		}
		return desk.ErrForbidden
	}
}

// Actions lists what o can do to s now. Publishing is offered to those who can: there is
// something to publish, and none of its words are theirs.
func Actions(o people.Officer, s statement.Statement) []string {
	var open []string
	for _, action := range Life().Open(s.Status, May(o, s.Unit)) {
		if action != ActPublish || mayPublishNow(o, s) == nil {
			open = append(open, action)
		}
	}
	return open
}

// Label is a status's Vietnamese name.
func Label(s statement.Status) string {
	switch s {
	case statement.StatusDraft:
		return "Bản nháp"
	case statement.StatusPublished:
		return "Đang hiệu lực"
	case statement.StatusSuperseded:
		return "Đã được thay thế"
	case statement.StatusWithdrawn:
		return "Đã thu hồi"
	}
	return string(s)
}

// AudienceOf is what a person may see at a moment: press statements only a verified
// reporter, until the second at which that ends.
func AudienceOf(who people.Requester, now time.Time) statement.Audience {
	if who.KindAt(now) == people.ReporterVerified {
		return statement.AudiencePress
	}
	return statement.AudiencePublic
}
