package press

import (
	"phatngon/internal/desk"
	"phatngon/internal/desk/life"
	"phatngon/internal/desk/people"
)

// What can be done with a registration, or happens to it.
const (
	ActRegister = "register" // how it begins
	ActSupply   = "supply"
	ActVerify   = "verify"
	ActAsk      = "ask"
	ActRefuse   = "refuse"
	ActRevoke   = "revoke"
	ActLook     = "look" // at a picture
	ActWithdraw = "withdraw"
	ActFollow   = "follow"
	ActDigest   = "digest" // what was held is told in one message
	ActRemind   = "remind"
	ActExpire   = "expire"
	ActReplace  = "replace" // a newer one of the same person was verified
	ActClean    = "clean"   // the pictures are removed
	ActErase    = "erase"   // the person wishes to be unknown
)

// Who says who may take a step.
type Who string

// Desk is the press desk, Reporter the person whose registration it is.
const (
	Desk     Who = "desk"
	Reporter Who = "reporter"
	System   Who = "system"
)

// Life is the only table of the life of a registration.
func Life() life.Table[State, Who] {
	ended := []State{Refused, Withdrawn, Revoked, Expired, Replaced}
	return life.Table[State, Who]{Label: State.Label, Rows: []life.Row[State, Who]{
		{Action: ActVerify, Who: Desk, From: []State{Waiting}, To: Verified, Audit: "press.verify"},
		{Action: ActAsk, Who: Desk, From: []State{Waiting}, To: Asked, Audit: "press.ask"},
		{Action: ActRefuse, Who: Desk, From: []State{Waiting, Asked}, To: Refused, Audit: "press.refuse"},
		{Action: ActRevoke, Who: Desk, From: []State{Verified}, To: Revoked, Audit: "press.revoke"},
		{Action: ActLook, Who: Desk, From: append([]State{Waiting, Asked, Verified}, ended...), Audit: "press.look"},
		{Action: ActSupply, Who: Reporter, From: []State{Waiting, Asked}, To: Waiting, Audit: "press.supply"},
		{Action: ActWithdraw, Who: Reporter, From: []State{Waiting, Asked, Verified}, To: Withdrawn, Audit: "press.withdraw"},
		{Action: ActFollow, Who: Reporter, From: []State{Verified}, Audit: "press.follow"},
		{Action: ActDigest, Who: System, From: []State{Verified}, Audit: "press.digest"},
		{Action: ActRemind, Who: System, From: []State{Verified}, Audit: "press.remind"},
		{Action: ActExpire, Who: System, From: []State{Verified}, To: Expired, Audit: "press.expire"},
		{Action: ActReplace, Who: System, From: []State{Verified}, To: Replaced, Audit: "press.replace"},
		{Action: ActClean, Who: System, From: append([]State{Verified}, ended...), Audit: "press.clean"},
		{Action: ActErase, Who: System, From: append([]State{Waiting, Asked, Verified}, ended...), To: Erased, Audit: "press.erase"},
	}}
}

// Actor is who takes a step: an officer of the panel, the person, or, without either, the
// program.
type Actor struct {
	Officer   people.Officer
	Requester string
}

// may says whether by is one of those who may take a step on r.
func may(by Actor, r Registration) func(Who) error {
	return func(who Who) error {
		switch {
		case who == Desk && people.AtPressDesk(by.Officer),
			who == Reporter && by.Requester != "" && by.Requester == r.Requester,
			who == System && by == Actor{}:
			return nil
		case who == Desk:
			return &desk.RuleError{Text: "Chỉ bộ phận báo chí của Văn phòng Ủy ban nhân dân tỉnh xem và xác minh phóng viên."}
		}
		return desk.ErrForbidden
	}
}

// Actions lists what o can do with r now.
func Actions(o people.Officer, r Registration) []string {
	return Life().Open(r.State, may(Actor{Officer: o}, r))
}

// Label is the state's Vietnamese name.
func (s State) Label() string {
	switch s {
	case Waiting:
		return "Chờ xác minh"
	case Asked:
		return "Chờ bổ sung"
	case Verified:
		return "Đã xác minh"
	case Refused:
		return "Không xác minh"
	case Withdrawn:
		return "Đã rút"
	case Revoked:
		return "Đã thu hồi xác minh"
	case Expired:
		return "Hết hạn xác minh"
	case Replaced:
		return "Đã có đăng ký mới"
	case Erased:
		return "Đã xóa theo yêu cầu"
	}
	return string(s)
}

// English is the state's English name, for foreign press.
func (s State) English() string {
	switch s {
	case Waiting:
		return "waiting for verification"
	case Asked:
		return "more is needed from you"
	case Verified:
		return "verified"
	case Refused:
		return "not verified"
	case Withdrawn:
		return "withdrawn"
	case Revoked:
		return "verification revoked"
	case Expired:
		return "verification expired"
	case Replaced:
		return "replaced by a newer registration"
	case Erased:
		return "erased at your request"
	}
	return string(s)
}
