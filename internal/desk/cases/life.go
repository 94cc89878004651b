package cases

import "phatngon/internal/desk/life"

// State is where a case stands.
type State string

// The life of a case. Nothing leaves Done but an unlabelling, and nothing leaves
// Unlabelled: new facts are a new case.
const (
	Received   State = "received"
	Classified State = "classified"
	Verifying  State = "verifying"
	Drafted    State = "drafted"
	Concluded  State = "concluded"
	Labelled   State = "labelled"
	Published  State = "published"
	Forwarded  State = "forwarded"
	Done       State = "done"
	Unlabelled State = "unlabelled"
	Rejected   State = "rejected"
	Duplicate  State = "duplicate"
	OtherBody  State = "other_body"
)

// What can be done to a case, or happens to it.
const (
	ActReceive    = "receive"
	ActClassify   = "classify"
	ActReclassify = "reclassify" // while it is verified
	ActTransfer   = "transfer"   // to another competent unit
	ActVerify     = "verify"
	ActAsk        = "ask"
	ActReply      = "reply"
	ActDraft      = "draft"
	ActReturn     = "return"
	ActConclude   = "conclude"
	ActLabel      = "label"
	ActPublish    = "publish" // or warn: what may be published follows outcome and access
	ActForward    = "forward"
	ActTakeDown   = "take_down"
	ActFinish     = "finish"
	ActConfirm    = "confirm" // that the conclusion still holds
	ActUnlabel    = "unlabel"
	ActReject     = "reject"
	ActRefer      = "refer" // to a body outside
	ActReopen     = "reopen"
	ActAdmit      = "admit" // name who may see Closed content
	ActLook       = "look"
	ActAlias      = "alias" // say what a short link leads to
	ActUnalias    = "unalias"
	ActPack       = "pack"     // make an evidence pack
	ActHand       = "hand"     // a pack was handed over
	ActIdentify   = "identify" // see who sent a report
	ActSurge      = "surge"    // the system's: many report at once
	ActExpire     = "expire"   // the system's: what was kept long enough is removed
	ActReclock    = "reclock"
	ActJoin       = "join"
	ActUnjoin     = "unjoin"
	ActSplit      = "split"
	ActUnsplit    = "unsplit"
	ActMerge      = "merge"
	ActAbsorb     = "absorb" // the other side of a merge
	ActUnmerge    = "unmerge"
	ActRelease    = "release" // the other side of an unmerge
	ActSettle     = "settle"  // the system's: the other side of a move, where it was not stored yet
	ActLapse      = "lapse"   // the system's: what went into another case cannot arrive there
)

// Who says who may take a step.
type Who string

// Coordinators are the press desk, Staff the officers of the case's unit, Handlers both;
// Joiners also the program, Asked whoever has a question to answer. Signers are
// spokespersons who speak for the case's unit: no other unit concludes.
const (
	System       Who = "system"
	Coordinators Who = "coordinators"
	Staff        Who = "staff"
	Handlers     Who = "handlers"
	Joiners      Who = "joiners"
	Asked        Who = "asked"
	Signers      Who = "signers"
	Readers      Who = "readers"
)

// Life is the only table of the life of a case. An unmerge, settled late or not, and a lapse
// lead back to where the merge took the case away from (Move.Was), which no row can name.
func Life() life.Table[State, Who] {
	fresh := []State{Received, Classified, Verifying}
	verified := []State{Verifying, Drafted}
	told := []State{Published, Forwarded}
	own := States()[:len(States())-1]
	return life.Table[State, Who]{Label: State.Label, Rows: []life.Row[State, Who]{
		{Action: ActClassify, Who: Coordinators, From: []State{Received, Classified}, To: Classified, Audit: "case.classify"},
		{Action: ActVerify, Who: Handlers, From: []State{Classified}, To: Verifying, Audit: "case.verify"},
		{Action: ActAsk, Who: Staff, From: []State{Verifying}, Audit: "case.ask"},
		{Action: ActReply, Who: Asked, From: verified, Audit: "case.reply"},
		{Action: ActDraft, Who: Staff, From: verified, To: Drafted, Audit: "case.draft"},
		{Action: ActConclude, Who: Signers, From: []State{Drafted}, To: Concluded, Audit: "case.conclude"},
		{Action: ActReturn, Who: Signers, From: []State{Drafted}, To: Verifying, Audit: "case.return"},
		{Action: ActLabel, Who: Signers, From: []State{Concluded}, To: Labelled, Audit: "case.label"},
		{Action: ActPublish, Who: Signers, From: []State{Concluded, Labelled}, To: Published, Audit: "case.publish"},
		{Action: ActForward, Who: Staff, From: append([]State{Concluded}, told...), To: Forwarded, Audit: "case.forward"},
		{Action: ActTakeDown, Who: Signers, From: append([]State{Concluded}, told...), To: Forwarded, Audit: "case.take_down"},
		{Action: ActFinish, Who: Staff, From: append([]State{Concluded}, told...), To: Done, Audit: "case.finish"},
		{Action: ActConfirm, Who: Signers, From: append([]State{Done}, told...), Audit: "case.confirm"},
		{Action: ActUnlabel, Who: Signers, From: append([]State{Labelled, Done}, told...), To: Unlabelled, Audit: "case.unlabel"},
		{Action: ActReclassify, Who: Handlers, From: verified, Audit: "case.reclassify"},
		{Action: ActTransfer, Who: Coordinators, From: []State{Classified, Verifying}, Audit: "case.transfer"},
		{Action: ActReject, Who: Coordinators, From: fresh, To: Rejected, Audit: "case.reject"},
		{Action: ActRefer, Who: Coordinators, From: fresh, To: OtherBody, Audit: "case.refer"},
		{Action: ActReopen, Who: Coordinators, From: []State{Rejected, OtherBody}, To: Received, Audit: "case.reopen"},
		{Action: ActAdmit, Who: Coordinators, From: own, Audit: "case.admit"},
		{Action: ActLook, Who: Readers, From: States(), Audit: "case.look"},
		{Action: ActAlias, Who: Handlers, From: own, Audit: "case.alias"},
		{Action: ActUnalias, Who: Handlers, From: own, Audit: "case.unalias"},
		{Action: ActPack, Who: Handlers, From: own, Audit: "case.pack"},
		{Action: ActHand, Who: Handlers, From: own, Audit: "case.hand"},
		{Action: ActIdentify, Who: Handlers, From: own, Audit: "case.identify"},
		{Action: ActSurge, Who: System, From: own, Audit: "case.surge"},
		{Action: ActExpire, Who: System, From: []State{Done, Unlabelled, Rejected, OtherBody}, Audit: "case.expire"},
		{Action: ActReclock, Who: System, From: []State{Received, Classified, Verifying, Drafted, Concluded, Labelled, Forwarded}, Audit: "case.reclock"},
		{Action: ActJoin, Who: Joiners, From: own, Audit: "case.join"},
		{Action: ActUnjoin, Who: Handlers, From: own, Audit: "case.unjoin"},
		{Action: ActSplit, Who: Handlers, From: own, Audit: "case.split"},
		{Action: ActUnsplit, Who: Handlers, From: own, Audit: "case.unsplit"},
		{Action: ActMerge, Who: Handlers, From: fresh, To: Duplicate, Audit: "case.merge"},
		{Action: ActAbsorb, Who: Handlers, From: own, Audit: "case.absorb"},
		{Action: ActUnmerge, Who: Handlers, From: []State{Duplicate}, Audit: "case.unmerge"},
		{Action: ActRelease, Who: Handlers, From: own, Audit: "case.release"},
		{Action: ActSettle, Who: System, From: States(), Audit: "case.settle"},
		{Action: ActLapse, Who: System, From: []State{Duplicate}, Audit: "case.lapse"},
	}}
}

// States are all states, in the order of a life; Duplicate, which has no reports, is last.
func States() []State {
	return []State{Received, Classified, Verifying, Drafted, Concluded, Labelled, Published, Forwarded, Done,
		Unlabelled, Rejected, OtherBody, Duplicate}
}

// Label is the state's Vietnamese name, for officers.
func (s State) Label() string {
	return map[State]string{
		Received: "Mới nhận", Classified: "Đã phân loại", Verifying: "Đang kiểm chứng", Drafted: "Chờ ký kết luận",
		Concluded: "Đã kết luận", Labelled: "Đã gắn nhãn", Published: "Đã công bố, cảnh báo",
		Forwarded: "Đã chuyển, đề nghị ngăn chặn, gỡ bỏ", Done: "Đã xử lý", Unlabelled: "Đã gỡ nhãn",
		Rejected: "Không thụ lý", Duplicate: "Trùng", OtherBody: "Chuyển cơ quan khác",
	}[s]
}
