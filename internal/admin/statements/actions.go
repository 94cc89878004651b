package statements

import (
	"phatngon/internal/desk/people"
	"phatngon/knowledge"
)

// What an officer can do to a statement.
const (
	actSave     = "save"
	actPublish  = "publish"
	actWithdraw = "withdraw"
)

// actionsOf lists what o can do to s now. It is the only place where the pages
// decide what they offer; an action that would fail is not offered.
func actionsOf(o people.Officer, s knowledge.Statement) []string {
	var open []string
	if people.MayDraft(o, s.Unit) == nil && editable(s) {
		open = append(open, actSave)
	}
	signs := people.MayPublish(o, s.Unit) == nil
	if signs && pendingOf(s) != nil && !ownWords(o, s) {
		open = append(open, actPublish)
	}
	if signs && inForce(s) {
		open = append(open, actWithdraw)
	}
	return open
}

// ownWords reports that o could publish what is pending, had they not written it.
func ownWords(o people.Officer, s knowledge.Statement) bool {
	pending := pendingOf(s)
	return pending != nil && pending.Author == o.ID && people.MayPublish(o, s.Unit) == nil
}

// pendingOf is what waits for a spokesperson: a draft itself, or the proposed
// change of a statement in force.
func pendingOf(s knowledge.Statement) *knowledge.Statement {
	if s.Proposal == nil && s.Status == knowledge.StatusDraft {
		return &s
	}
	return s.Proposal
}

func editable(s knowledge.Statement) bool {
	return s.Status == knowledge.StatusDraft || s.Status == knowledge.StatusPublished
}

func inForce(s knowledge.Statement) bool { return s.Status == knowledge.StatusPublished }
