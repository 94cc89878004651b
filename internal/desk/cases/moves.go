package cases

import (
	"slices"
	"strings"
	"time"

	"phatngon/internal/desk/people"
)

// MoveKind is how reports came into a case or left it.
type MoveKind string

// A join and an absorption bring reports, a split takes some away and a merge all. SplitFrom
// stands in the case that a split made.
const (
	Joined    MoveKind = "joined"
	SplitOff  MoveKind = "split_off"
	SplitFrom MoveKind = "split_from"
	Merged    MoveKind = "merged"
	Absorbed  MoveKind = "absorbed"
)

// Move is reports that came or went, and why. It is never taken out: undone, it says so.
type Move struct {
	Kind    MoveKind  `bson:"kind"`
	Reports []string  `bson:"reports"`
	Other   string    `bson:"other,omitempty"` // the case on the other side
	Was     State     `bson:"was,omitempty"`   // Merged, or SplitFrom undone: where the case stood
	Why     string    `bson:"why"`
	By      string    `bson:"by"` // officer id, "" = the program
	At      time.Time `bson:"at"`
	Undone  *Undoing  `bson:"undone,omitempty"`
}

// Undoing is why a move was taken back.
type Undoing struct {
	Why  string    `bson:"why"`
	By   string    `bson:"by"`
	At   time.Time `bson:"at"`
	Into string    `bson:"into,omitempty"` // of a join: the case that the report has since
}

// Join adds a report of the same matter.
func Join(c Case, report, why string, by people.Officer, at time.Time) (Case, error) {
	d := deed{ActJoin, by, at, why, report}
	return c.step(d, func(c *Case) error {
		if report == "" || slices.Contains(c.Reports, report) {
			return invalid("report", "Vui lòng chọn một báo tin chưa thuộc vụ việc này.")
		}
		c.Reports = distinct(append(c.Reports, report))
		return c.move(d, Move{Kind: Joined, Reports: []string{report}})
	})
}

// Unjoin takes back a join: the report gets a case of its own, which keeps the class as
// that of a split does.
func Unjoin(c Case, code, report, why string, by people.Officer, at time.Time) (rest, fresh Case, err error) {
	d := deed{ActUnjoin, by, at, why, code + ": " + report}
	rest, err = c.step(d, func(c *Case) error {
		joined := func(m Move) bool { return m.Kind == Joined && m.Reports[0] == report }
		if _, err := c.undo(d, joined); err != nil {
			return err
		}
		c.undone(joined, d.at).Into = code
		return c.give([]string{report})
	})
	if err != nil {
		return Case{}, Case{}, err
	}
	fresh, _ = SplitCase(rest, code) // the move was just noted
	return rest, fresh, nil
}

// undone is the undoing of such a move at a time; there is one.
func (c *Case) undone(such func(Move) bool, at time.Time) *Undoing {
	i := slices.IndexFunc(c.Moves, func(m Move) bool { return such(m) && m.Undone != nil && m.Undone.At.Equal(at) })
	return c.Moves[i].Undone
}

// Split takes some of the reports out into a case of their own, just received. It keeps
// the class, so that Closed content stays closed, and the internal clock.
func Split(c Case, code string, reports []string, why string, by people.Officer, at time.Time) (rest, fresh Case, err error) {
	reports = distinct(reports)
	d := deed{ActSplit, by, at, why, code + ": " + strings.Join(reports, " ")}
	rest, err = c.step(d, func(c *Case) error {
		if code == "" || code == c.Code || len(reports) == 0 {
			return invalid("reports", "Vui lòng chọn ít nhất một báo tin để tách.")
		}
		if err := c.give(reports); err != nil {
			return err
		}
		return c.move(d, Move{Kind: SplitOff, Reports: reports, Other: code})
	})
	if err != nil {
		return Case{}, Case{}, err
	}
	fresh, _ = SplitCase(rest, code) // the move was just noted
	return rest, fresh, nil
}

// SplitCase is the case that a split of c made, or the undoing of a join, as it began.
func SplitCase(c Case, code string) (Case, bool) {
	for _, m := range c.Moves {
		switch {
		case m.Kind == SplitOff && m.Other == code:
			from := Move{Kind: SplitFrom, Reports: m.Reports, Other: c.Code, Why: m.Why, By: m.By, At: m.At}
			return c.offshoot(code, m.Reports, m.By, m.Why, m.At, from), true
		case m.Undone != nil && m.Undone.Into == code:
			return c.offshoot(code, m.Reports, m.Undone.By, m.Undone.Why, m.Undone.At), true
		}
	}
	return Case{}, false
}

// offshoot is a case of reports of c, just received. Closed content stays closed.
func (c Case) offshoot(code string, reports []string, by, why string, at time.Time, moves ...Move) Case {
	fresh := Case{Code: code, Reports: slices.Clone(reports), Severity: c.Severity, Access: c.Access, Readers: slices.Clone(c.Readers),
		Verify: c.Verify, Moves: moves}
	return fresh.begun(deed{ActReceive, people.Officer{ID: by}, at, why, c.Code})
}

// Parted are the reports that left giver for the case code for good: split off, no longer
// joined, or returned from a split. Who merges takes its reports along only as long as that
// holds.
func Parted(giver Case, code string) []string {
	var reports []string
	for _, m := range giver.Moves {
		split := m.Kind == SplitOff && m.Other == code && m.Undone == nil
		back := m.Kind == SplitFrom && m.Other == code && m.Undone != nil
		if split || back || m.Undone != nil && m.Undone.Into == code {
			reports = append(reports, m.Reports...)
		}
	}
	return distinct(reports)
}

// Unsplit takes back a split: the reports return, and the case it made has none.
func Unsplit(c, fresh Case, why string, by people.Officer, at time.Time) (rest, gone Case, err error) {
	off := func(m Move) bool { return m.Kind == SplitOff && m.Other == fresh.Code }
	from := func(m Move) bool { return m.Kind == SplitFrom && m.Other == c.Code }
	was := fresh.State
	gone, err = fresh.step(deed{ActMerge, by, at, why, c.Code}, func(fresh *Case) error {
		m, err := fresh.undo(deed{by: by, at: at, note: why}, from)
		if err != nil {
			return err
		}
		if !slices.Equal(m.Reports, fresh.Reports) {
			return allow(false, "Vụ việc "+fresh.Code+" đã có báo tin khác so với lúc tách. Vui lòng hoàn tác các lần thêm, gộp, tách sau đó trước.")
		}
		i := slices.IndexFunc(fresh.Moves, from)
		fresh.Moves[i].Was = was
		fresh.Reports, fresh.Into = nil, c.Code
		return nil
	})
	if err != nil {
		return Case{}, Case{}, err
	}
	d := deed{ActUnsplit, by, at, why, fresh.Code}
	rest, err = c.step(d, func(c *Case) error {
		m, err := c.undo(d, off)
		c.Reports = distinct(append(c.Reports, m.Reports...))
		return err
	})
	return rest, gone, err
}
