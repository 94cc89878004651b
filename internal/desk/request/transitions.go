package request

import "slices"

// What an officer can do to a part.
const (
	ActAssign   = "assign"
	ActTransfer = "transfer"
	ActDraft    = "draft"
	ActReturn   = "return"
	ActApprove  = "approve"
	ActRefuse   = "refuse"
	ActPublish  = "publish"
	actSend     = "send" // the system's own: the answer is with the requester
	actReceive  = "receive"
)

// actor says who may take a transition.
type actor int

const (
	system       actor = iota
	staff              // officers and spokespersons of the part's unit
	coordinators       // staff, and the coordinating office for other units
	signers            // spokespersons who speak for the part's unit
)

// transition is one row of the only table of the life of a part.
type transition struct {
	action string
	who    actor
	from   []State
	to     State // "" leaves the state as it is
}

// transitions returns the table, in the order in which the panel offers the
// actions. Nothing leaves Refused; from Sent the only step is to publish what
// was said.
func transitions() []transition {
	open := []State{Received, Assigned, Drafted, Returned}
	return []transition{
		{ActAssign, staff, []State{Received, Assigned}, Assigned},
		{ActDraft, staff, []State{Received, Assigned, Drafted, Returned, Approved}, Drafted},
		{ActApprove, signers, []State{Drafted}, Approved},
		{ActReturn, signers, []State{Drafted, Approved}, Returned},
		{ActTransfer, coordinators, open, Received},
		{ActRefuse, signers, open, Refused},
		{actSend, system, []State{Approved}, Sent},
		{ActPublish, signers, []State{Approved, Sent}, ""},
	}
}

func findTransition(action string) transition {
	table := transitions()
	return table[slices.IndexFunc(table, func(t transition) bool { return t.action == action })]
}

// Label is the state's Vietnamese name.
func (s State) Label() string {
	switch s {
	case Received:
		return "Mới tiếp nhận"
	case Assigned:
		return "Đang xử lý"
	case Drafted:
		return "Chờ duyệt phát ngôn"
	case Returned:
		return "Trả lại để sửa"
	case Approved:
		return "Đã duyệt, đang gửi"
	case Sent:
		return "Đã trả lời"
	case Refused:
		return "Từ chối (có căn cứ)"
	}
	return string(s)
}

// Final reports whether the requester has been given an outcome.
func (s State) Final() bool { return s == Sent || s == Refused }

// advance orders states from the least to the most advanced.
func (s State) advance() int {
	return slices.Index([]State{Received, Assigned, Returned, Drafted, Approved, Sent, Refused}, s)
}
