package admin

import (
	"time"

	"phatngon/internal/desk/people"
	"phatngon/knowledge"
)

// standing is how a statement stands now, with the class that colours it.
type standing struct{ Class, Text string }

func standingOf(s knowledge.Statement, now time.Time) standing {
	switch {
	case s.Status != knowledge.StatusPublished:
	case s.EmbargoUntil != nil && now.Before(*s.EmbargoUntil):
		return standing{"draft", "Chờ đến giờ công bố"}
	case s.ValidUntil != nil && !now.Before(*s.ValidUntil):
		return standing{"superseded", "Đã hết hiệu lực"}
	}
	return standing{string(s.Status), label(s.Status)}
}

// unreleased reports whether the words of s are not out yet: a draft, or under
// embargo.
func unreleased(s knowledge.Statement, now time.Time) bool {
	embargoed := s.EmbargoUntil != nil && now.Before(*s.EmbargoUntil)
	return s.Status == knowledge.StatusDraft || embargoed
}

// inside reports whether o may see what is not released: the unit's own people
// and those who coordinate.
func inside(o people.Officer, s knowledge.Statement) bool {
	return o.Unit == s.Unit || coordinators(o)
}
