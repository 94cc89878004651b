package statements

import (
	"time"

	"phatngon/internal/admin/door"
	"phatngon/internal/admin/labels"
	"phatngon/internal/desk/people"
	"phatngon/knowledge/statement"
)

// stateLabel is how a statement stands now, with the class that colours it.
type stateLabel struct{ Class, Text string }

func stateLabelOf(s statement.Statement, now time.Time) stateLabel {
	switch {
	case s.Status != statement.StatusPublished:
	case s.EmbargoUntil != nil && now.Before(*s.EmbargoUntil):
		return stateLabel{"draft", "Chờ đến giờ công bố"}
	case s.ValidUntil != nil && !now.Before(*s.ValidUntil):
		return stateLabel{"superseded", "Đã hết hiệu lực"}
	}
	return stateLabel{string(s.Status), labels.Of(s.Status)}
}

// unreleased reports whether the words of s are not out yet: a draft, or under
// embargo.
func unreleased(s statement.Statement, now time.Time) bool {
	embargoed := s.EmbargoUntil != nil && now.Before(*s.EmbargoUntil)
	return s.Status == statement.StatusDraft || embargoed
}

// inside reports whether o may see what is not released: the unit's own people
// and those who coordinate.
func inside(o people.Officer, s statement.Statement) bool {
	return o.Unit == s.Unit || door.Coordinators(o)
}
