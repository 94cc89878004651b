package cases

import (
	"fmt"
	"slices"
	"time"

	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
)

// Join adds a report of the same matter.
func Join(c Case, report, why string, by people.Officer, at time.Time) (Case, error) {
	d := deed{ActJoin, by, at, why, report}
	if c.folds(d) {
		return c.fold(d)
	}
	return c.step(d, func(c *Case) error {
		if err := c.admitReport(report); err != nil {
			return err
		}
		return c.move(d, Move{Kind: Joined, Reports: []string{report}})
	})
}

func (c *Case) admitReport(report string) error {
	at, here := slices.BinarySearch(c.Reports, report)
	if report == "" || here {
		return invalid("report", "Vui lòng chọn một báo tin chưa thuộc vụ việc này.")
	}
	c.Reports = slices.Insert(c.Reports, at, report)
	return nil
}

// foldsFor is how long joins of the program in a row are one line of the history: when a
// thousand people report one thing, the case must not grow by a thousand lines that each
// write carries.
const foldsFor = time.Hour

// folds reports whether a join goes on with the one before it.
func (c Case) folds(d deed) bool {
	if d.by.ID != "" || len(c.Steps) == 0 || len(c.Moves) == 0 {
		return false
	}
	s, m := c.Steps[len(c.Steps)-1], c.Moves[len(c.Moves)-1]
	alike := s.Action == ActJoin && s.Officer == "" && s.Note == clean(d.note) && m.Kind == Joined && m.By == "" && m.Undone == nil
	return alike && m.At.Equal(s.At) && !d.at.Before(s.At) && d.at.Sub(s.At) < foldsFor
}

// fold is Join into the line of the join before; the audit chain has a line of its own.
func (c Case) fold(d deed) (Case, error) {
	if _, err := next(c, d.action, d.by); err != nil {
		return Case{}, err
	}
	c = c.copied()
	if err := c.admitReport(d.detail); err != nil {
		return Case{}, err
	}
	m := &c.Moves[len(c.Moves)-1]
	m.Reports = append(slices.Clone(m.Reports), d.detail)
	c.Steps = slices.Clone(c.Steps)
	s := &c.Steps[len(c.Steps)-1]
	s.Until, s.Joined = d.at, len(m.Reports)
	c.Effects = append(slices.Clip(c.Effects), effect.Effect{
		Key: fmt.Sprintf("case:%s/%d/%s/audit", c.Code, len(c.Steps), d.detail), Kind: effect.DoAudit, At: d.at,
		Audit: &effect.AuditLine{Action: "case.join", Subject: c.Code, Detail: d.detail}})
	c.UpdatedAt = d.at
	return c, nil
}

// unfold gives the join of a report a line of its own again, so that it can be taken back alone.
func (c *Case) unfold(report string) {
	i := slices.IndexFunc(c.Moves, func(m Move) bool {
		return m.Kind == Joined && m.Undone == nil && len(m.Reports) > 1 && slices.Contains(m.Reports, report)
	})
	if i < 0 {
		return
	}
	alone := c.Moves[i]
	alone.Reports = []string{report}
	c.Moves[i].Reports = slices.DeleteFunc(slices.Clone(c.Moves[i].Reports), func(r string) bool { return r == report })
	c.Moves = append(c.Moves, alone)
}
