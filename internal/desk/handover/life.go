package handover

import (
	"phatngon/internal/desk"
	"phatngon/internal/desk/life"
	"phatngon/internal/desk/people"
)

// What can be done with a hand-over, or happens to it.
const (
	ActTake     = "take"      // an officer begins to talk with the person
	ActSay      = "say"       // the officer's words
	ActHear     = "hear"      // the person's words
	ActGiveBack = "give_back" // the officer goes, another may take it
	ActPass     = "pass"      // to another unit
	ActEnd      = "end"       // the officer ends the talk
	ActClose    = "close"     // somebody has spoken with them elsewhere, without a talk here
	ActLeave    = "leave"     // the person ends it
	ActLate     = "late"      // the program's: nobody came in time, and the person hears so
	ActIdle     = "idle"      // the program's: nobody wrote any more
	ActLapse    = "lapse"     // the program's: the officer did not answer any more
	ActExpire   = "expire"    // the program's: nobody came at all
)

// Who says who may take a step.
type Who string

// Staff are those who see the hand-over and answer for people, which who only runs the system
// does not; the Talker is the one of them who took it, the Asker the person.
const (
	System Who = "system"
	Staff  Who = "staff"
	Talker Who = "talker"
	Asker  Who = "asker"
)

// Life is the only table of a hand-over. Nothing leaves Ended.
func Life() life.Table[State, Who] {
	open := []State{Waiting, Talking}
	return life.Table[State, Who]{Label: State.Label, Rows: []life.Row[State, Who]{
		{Action: ActTake, Who: Staff, From: []State{Waiting}, To: Talking, Audit: "handover.take"},
		{Action: ActSay, Who: Talker, From: []State{Talking}, Audit: "handover.say"},
		{Action: ActGiveBack, Who: Talker, From: []State{Talking}, To: Waiting, Audit: "handover.give_back"},
		{Action: ActPass, Who: Staff, From: []State{Waiting}, Audit: "handover.pass"},
		{Action: ActEnd, Who: Talker, From: []State{Talking}, To: Ended, Audit: "handover.end"},
		{Action: ActClose, Who: Staff, From: []State{Waiting}, To: Ended, Audit: "handover.close"},
		{Action: ActHear, Who: Asker, From: open},
		{Action: ActLeave, Who: Asker, From: open, To: Ended, Audit: "handover.leave"},
		{Action: ActLate, Who: System, From: []State{Waiting}, Audit: "handover.late"},
		{Action: ActIdle, Who: System, From: []State{Talking}, To: Ended, Audit: "handover.idle"},
		{Action: ActLapse, Who: System, From: []State{Talking}, To: Waiting, Audit: "handover.lapse"},
		{Action: ActExpire, Who: System, From: []State{Waiting}, To: Ended, Audit: "handover.expire"},
	}}
}

// States are all states.
func States() []State { return []State{Waiting, Talking, Ended} }

// Label is the state's Vietnamese name.
func (s State) Label() string {
	switch s {
	case Waiting:
		return "Đang chờ cán bộ"
	case Talking:
		return "Đang trao đổi"
	case Ended:
		return "Đã kết thúc"
	}
	return string(s)
}

// MaySee says whether o sees the hand-over: an officer of its unit, or who works for all.
func MaySee(o people.Officer, h HandOver) bool {
	return !o.Disabled && o.ID != "" && (people.Coordinates(o) || people.SpeaksFor(o, h.Unit))
}

// may says whether o is one of those who may take a step of h.
func may(o people.Officer, h HandOver) func(Who) error {
	return func(who Who) error {
		switch {
		case who == System && o.ID == "":
			return nil
		case (who == Staff || who == Talker) && o.Role == people.RoleAdmin:
			return &desk.RuleError{Text: "Tài khoản quản trị không trao đổi với người dân. Vui lòng để cán bộ của đơn vị tiếp nhận."}
		case who == Staff && MaySee(o, h):
			return nil
		case who == Talker && MaySee(o, h) && h.Officer == o.ID:
			return nil
		case who == Talker && MaySee(o, h):
			return &desk.RuleError{Text: "Cán bộ khác đang trao đổi với người này."}
		}
		return desk.ErrForbidden
	}
}

// Actions lists what o can do now, in the order of the table.
func Actions(o people.Officer, h HandOver) []string { return Life().Open(h.State, may(o, h)) }
