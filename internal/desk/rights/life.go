package rights

import (
	"phatngon/internal/desk"
	"phatngon/internal/desk/life"
	"phatngon/internal/desk/people"
)

// What can be done with a claim, or happens to it.
const (
	ActFile    = "file"    // how it begins
	ActFulfil  = "fulfil"  // the program has done it
	ActDone    = "done"    // an officer has done it
	ActRefuse  = "refuse"  // with a ground
	ActExtend  = "extend"  // once, inside the first term
	ActReclock = "reclock" // computed again under a changed calendar
	ActMoot    = "moot"    // the person's data was deleted meanwhile
)

// Who says who may take a step.
type Who string

// Keeper is who looks after people's data in the office.
const (
	Keeper Who = "keeper"
	System Who = "system"
)

// Life is the only table of a claim's life.
func Life() life.Table[State, Who] {
	open := []State{Received}
	return life.Table[State, Who]{Label: State.Label, Rows: []life.Row[State, Who]{
		{Action: ActDone, Who: Keeper, From: open, To: Done, Audit: "rights.done"},
		{Action: ActExtend, Who: Keeper, From: open, Audit: "rights.extend"},
		{Action: ActRefuse, Who: Keeper, From: open, To: Refused, Audit: "rights.refuse"},
		{Action: ActFulfil, Who: System, From: open, To: Done, Audit: "rights.fulfil"},
		{Action: ActReclock, Who: System, From: open, Audit: "rights.reclock"},
		{Action: ActMoot, Who: System, From: open, To: Moot, Audit: "rights.moot"},
	}}
}

// States are all states.
func States() []State { return []State{Received, Done, Refused, Moot} }

// MayKeep says whether o looks after people's data: the press desk, which also knows who
// reporters are, and administrators.
func MayKeep(o people.Officer) bool {
	return people.AtPressDesk(o) || o.ID != "" && people.CanAdminister(o) == nil
}

// may says whether o may take a step; without an id it is the program.
func may(o people.Officer) func(Who) error {
	return func(who Who) error {
		switch {
		case who == Keeper && MayKeep(o), who == System && o.ID == "":
			return nil
		case who == Keeper:
			return &desk.RuleError{Text: "Chỉ bộ phận báo chí của Văn phòng Ủy ban nhân dân tỉnh và quản trị viên giải quyết đề nghị về dữ liệu cá nhân."}
		}
		return desk.ErrForbidden
	}
}

// Actions lists what o can do now, in the order of the table. Who is extended once is not
// extended again.
func Actions(o people.Officer, c Claim) []string {
	var all []string
	for _, action := range Life().Open(c.State, may(o)) {
		if action != ActExtend || c.Clock.Extension == nil && c.Clock.Extendable > 0 {
			all = append(all, action)
		}
	}
	return all
}
