package corpus

import (
	"slices"
	"time"

	"phatngon/knowledge/statement"
)

// PressOnly are the statements in force at now that only the press may read, the newest first.
func (b *Base) PressOnly(now time.Time) []statement.Statement {
	snap := b.current.Load()
	var all []statement.Statement
	for _, s := range snap.All {
		if s.Audience == statement.AudiencePress && snap.Standing(s, statement.AudiencePress, now) == Current {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, newestFirst)
	return all
}

// Embargoed are the published statements that nobody may read yet, the soonest first. Who
// shows them shows no more than when, and whose they are.
func (b *Base) Embargoed(now time.Time) []statement.Statement {
	var all []statement.Statement
	for _, s := range b.current.Load().All {
		if s.Status == statement.StatusPublished && s.EmbargoUntil != nil && now.Before(*s.EmbargoUntil) {
			all = append(all, s)
		}
	}
	slices.SortFunc(all, func(a, b statement.Statement) int {
		if n := a.EmbargoUntil.Compare(*b.EmbargoUntil); n != 0 {
			return n
		}
		return newestFirst(a, b)
	})
	return all
}
