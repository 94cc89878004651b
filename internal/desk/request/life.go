package request

import (
	"slices"

	"phatngon/internal/desk"
	"phatngon/internal/desk/life"
	"phatngon/internal/desk/people"
)

// What can be done to a part, or happens to it.
const (
	ActReceive   = "receive"
	ActAssign    = "assign"
	ActTransfer  = "transfer"
	ActDraft     = "draft"
	ActReturn    = "return"
	ActTakeBack  = "take_back" // at once, what was drafted by mistake
	ActConsult   = "consult"   // the draft is shown to somebody whom it quotes
	ActHear      = "hear"      // and what they say of it is recorded
	ActApprove   = "approve"
	ActRefuse    = "refuse"
	ActPublish   = "publish"    // prepare the answer as a statement; it changes nothing here
	ActPublished = "published"  // the system's: the statement made of the answer is in force
	ActClarify   = "clarify"    // the unit asks the person; the clock stands still
	ActSupply    = "supply"     // the person answers it
	ActResume    = "resume"     // the unit goes on without their answer
	ActExtend    = "extend"     // the one prolongation of the term
	ActDispute   = "dispute"    // the person says that it does not answer: another part is opened
	ActRate      = "rate"       // the person says how well it serves them, from 1 to 5
	ActSplit     = "split"      // divide the part among units
	ActTogether  = "together"   // the person wants all parts answered at once
	ActApart     = "apart"      // or each as it comes
	ActAdd       = "add"        // the person adds something by themselves
	ActWithdraw  = "withdraw"   // the person does not need it any more
	ActReclock   = "reclock"    // the system's: a changed calendar moved the deadline
	ActJoin      = "join"       // it asks what another request asks, and is answered with that
	ActLeave     = "leave"      // it goes on alone
	ActTopic     = "topic"      // the title by which others who ask the same hear of it
	ActCopy      = "copy"       // the system's: the request it joined is answered, and so is this one
	ActAnew      = "anew"       // the system's: that answer was signed anew with other words, after it had arrived
	ActRecall    = "recall"     // the system's: those words were voided before they arrived; what had arrived holds
	ActReachAnew = "reach_anew" // the system's: those words are with the requester too
	ActUncopy    = "uncopy"     // the system's: that answer was voided before it arrived
	ActReach     = "reach"      // the system's: the answer is with the requester, or readable in their Mini App
)

// Who says who may take a step.
type Who string

// Staff are officers and spokespersons of the part's unit; Coordinators also those of the
// coordinating office, for other units; Signers are spokespersons who speak for the unit;
// Asker is the person whose request it is.
const (
	System       Who = "system"
	Staff        Who = "staff"
	Coordinators Who = "coordinators"
	Signers      Who = "signers"
	Asker        Who = "asker"
	Joiners      Who = "joiners" // Coordinators and System
)

// Life is the only table of the life of a part. Nothing leaves Refused and Withdrawn; from
// Sent the only step is to publish what was said.
func Life() life.Table[State, Who] {
	open := []State{Received, Assigned, Drafted, Returned}
	undecided := append(slices.Clone(open), Clarifying)
	return life.Table[State, Who]{Label: State.Label, Rows: []life.Row[State, Who]{
		{Action: ActAssign, Who: Staff, From: []State{Received, Assigned}, To: Assigned, Audit: "request.assign"},
		{Action: ActDraft, Who: Staff, From: []State{Received, Assigned, Drafted, Returned, Approved}, To: Drafted, Audit: "request.draft"},
		{Action: ActTakeBack, Who: Staff, From: []State{Drafted}, To: Assigned, Audit: "request.take_back"},
		{Action: ActConsult, Who: Staff, From: []State{Drafted}, Audit: "request.consult"},
		{Action: ActHear, Who: Staff, From: []State{Drafted}, Audit: "request.hear"},
		{Action: ActApprove, Who: Signers, From: []State{Drafted}, To: Approved, Audit: "request.approve"},
		{Action: ActReturn, Who: Signers, From: []State{Drafted, Approved}, To: Returned, Audit: "request.return"},
		{Action: ActTransfer, Who: Coordinators, From: open, To: Received, Audit: "request.transfer"},
		{Action: ActRefuse, Who: Signers, From: []State{Drafted}, To: Refused, Audit: "request.refuse"},
		{Action: ActSplit, Who: Coordinators, From: []State{Received, Assigned}, Audit: "request.split"},
		{Action: ActKind, Who: Staff, From: open, Audit: "request.kind"},
		{Action: ActClarify, Who: Staff, From: open, To: Clarifying, Audit: "request.clarify"},
		{Action: ActResume, Who: Staff, From: []State{Clarifying}, To: Assigned, Audit: "request.resume"},
		{Action: ActExtend, Who: Signers, From: open, Audit: "request.extend"},
		{Action: ActSupply, Who: Asker, From: []State{Clarifying}, To: Assigned, Audit: "request.supply"},
		{Action: ActTogether, Who: Asker, From: undecided, Audit: "request.together"},
		{Action: ActApart, Who: Asker, From: undecided, Audit: "request.apart"},
		{Action: ActAdd, Who: Asker, From: open, Audit: "request.add"},
		{Action: ActWithdraw, Who: Asker, From: undecided, To: Withdrawn, Audit: "request.withdraw"},
		{Action: ActDispute, Who: Asker, From: []State{Sent, Refused}, Audit: "request.dispute"},
		{Action: ActRate, Who: Asker, From: []State{Sent, Refused}, Audit: "request.rate"},
		{Action: ActReclock, Who: System, From: undecided, Audit: "request.reclock"},
		{Action: ActJoin, Who: Coordinators, From: []State{Received, Assigned}, Audit: "request.join"},
		{Action: ActLeave, Who: Joiners, From: undecided, Audit: "request.leave"},
		{Action: ActTopic, Who: Coordinators, From: open, Audit: "request.topic"},
		{Action: ActCopy, Who: System, From: undecided, To: Approved, Audit: "request.copy"},
		{Action: ActAnew, Who: System, From: []State{Sent}, Audit: "request.anew"},
		{Action: ActRecall, Who: System, From: []State{Sent}, Audit: "request.recall"},
		{Action: ActReachAnew, Who: System, From: []State{Sent}, Audit: "request.reach_anew"},
		{Action: ActUncopy, Who: System, From: []State{Approved}, To: Assigned, Audit: "request.uncopy"},
		{Action: ActReach, Who: System, From: []State{Approved}, To: Sent, Audit: "request.reach"},
		{Action: ActPublish, Who: Staff, From: []State{Approved, Sent}},
		{Action: ActPublished, Who: System, From: []State{Approved, Sent}, Audit: "request.publish"},
	}}
}

// May says whether o is one of those who may take a step on a part of that unit, of the
// request with this code: who is authorised for certain matters signs no other.
func May(o people.Officer, code, unit string) func(Who) error {
	return func(who Who) error {
		if who == Signers && !o.Mandate.Covers(code) {
			return &desk.RuleError{Text: "Văn bản ủy quyền phát ngôn của Anh/Chị không gồm yêu cầu " + code + ". Vui lòng trình người phát ngôn của đơn vị."}
		}
		return permit(o, who, unit)
	}
}

// Label is the state's Vietnamese name.
func (s State) Label() string {
	switch s {
	case Received:
		return "Mới tiếp nhận"
	case Assigned:
		return "Đang xử lý"
	case Clarifying:
		return "Chờ người hỏi bổ sung"
	case Withdrawn:
		return "Người hỏi đã rút"
	case Drafted:
		return "Chờ duyệt phát ngôn"
	case Returned:
		return "Trả lại để sửa"
	case Approved:
		return "Đã duyệt, chưa tới người hỏi"
	case Sent:
		return "Đã trả lời"
	case Refused:
		return "Từ chối (có căn cứ)"
	}
	return string(s)
}

// Final reports whether the requester has been given an outcome, or wants none any more.
func (s State) Final() bool { return s == Sent || s == Refused || s == Withdrawn }

// Open reports whether the unit still owes a decision.
func (s State) Open() bool { return !s.Final() && s != Approved }

// advance orders states from the least to the most advanced.
func (s State) advance() int {
	for i, other := range States() {
		if s == other {
			return i
		}
	}
	return -1
}

// States are all states, from the least to the most advanced.
func States() []State {
	return []State{Received, Assigned, Returned, Drafted, Clarifying, Approved, Sent, Refused, Withdrawn}
}
