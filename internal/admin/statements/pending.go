package statements

import (
	"cmp"
	"slices"
	"strings"

	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/authorship"
	"phatngon/internal/desk/people"
	"phatngon/knowledge/statement"
)

// pendingOf is what waits for a spokesperson: a draft itself, or the proposed
// change of a statement in force.
func pendingOf(s statement.Statement) *statement.Statement {
	if s.Proposal == nil && s.Status == statement.StatusDraft {
		return &s
	}
	return s.Proposal
}

func inForce(s statement.Statement) bool { return s.Status == statement.StatusPublished }

// writers are the ids of those whose words s is made of; an older release kept its last
// author only.
func writers(s statement.Statement) []string {
	return authorship.By(cmp.Or(s.Authorship, s.Author))
}

func writersOf(s statement.Statement, names labels.OfficerNames) string {
	var all []string
	for _, id := range writers(s) {
		if name, ok := names[id]; ok { // the others are no officers: a file, the program
			all = append(all, name)
		}
	}
	return strings.Join(all, ", ")
}

// ownWords reports that o could publish what is pending, had they not written in it.
func ownWords(o people.Officer, pending statement.Statement) bool {
	return people.MayPublish(o, pending.Unit) == nil && slices.Contains(writers(pending), o.ID)
}
