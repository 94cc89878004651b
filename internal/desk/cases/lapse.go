package cases

import (
	"slices"
	"time"
)

// Stranded reports whether what gone gave away cannot arrive: the case that is to have it
// went into another meanwhile, or into gone itself. Settle would refuse it for ever.
func Stranded(gone, other Case) bool {
	return other.State == Duplicate && gone.strandedIn(other) >= 0
}

// strandedIn is the move by which c went into other, if other has not had its side of it.
func (c Case) strandedIn(other Case) int {
	return slices.IndexFunc(c.Moves, func(m Move) bool {
		leaves := m.Kind == Merged && m.Undone == nil || m.Kind == SplitFrom && m.Undone != nil
		return leaves && m.Other == other.Code && other.lacks(c.Code, m)
	})
}

// Yields is which of two cases stays where it was when one cannot go into the other: of two
// that went into each other at the same moment the older one, else the one that went.
func Yields(gone, other Case) (stays, into Case) {
	if other.Into == gone.Code && other.Code < gone.Code && Stranded(other, gone) {
		return other, gone
	}
	return gone, other
}

// Lapse takes back that a case went into another which cannot have its reports (Stranded):
// it stands where it stood, with the reports it had. Any other case stays as it is.
func Lapse(c, other Case, at time.Time) (Case, error) {
	if !Stranded(c, other) {
		return c, nil
	}
	return c.step(deed{action: ActLapse, at: at, note: Lapsed(c, other), detail: other.Code}, func(c *Case) error {
		m := &c.Moves[c.strandedIn(other)]
		if c.State = m.Was; c.State == "" { // an undoing of a release before
			c.State = Received
		}
		c.Reports, c.Into = slices.Clone(m.Reports), ""
		if m.Kind == SplitFrom {
			m.Undone = nil // it did not come about
			return nil
		}
		m.Undone = &Undoing{Why: Lapsed(*c, other), At: at}
		return nil
	})
}

// Lapsed says to officers that a case could not go into another, and what to do.
func Lapsed(c, other Case) string {
	return "Chưa chuyển báo tin của " + c.Code + " vào " + other.Code + " được, vì lúc đó " + other.Code + " cũng vừa gộp vào vụ việc khác. Vui lòng xem lại cả hai vụ việc; nếu vẫn trùng, gộp vào vụ việc đang giữ báo tin."
}
