package cases

import (
	"slices"
	"time"
)

// Settle gives c the other side of the moves in other that it has not had yet. A move is
// two documents and a write is one, so a crash may fall between: who gives is stored first
// (of a merge the case that goes, of an unmerge the whole, of an unsplit what was split
// off), who receives is settled from it. Twice is once.
func Settle(c, other Case, at time.Time) (Case, error) {
	for _, m := range other.Moves {
		if m.Other != c.Code || !c.lacks(other.Code, m) {
			continue
		}
		d := deed{action: ActSettle, at: at, note: m.Why, detail: other.Code}
		next, err := c.step(d, func(c *Case) error { return c.settle(other.Code, m) })
		if err != nil {
			return Case{}, err
		}
		c = next
	}
	return c, nil
}

// lacks reports whether c has not had its side of a move that stands in the case code.
func (c Case) lacks(code string, m Move) bool {
	own, found := c.counterpart(code, m)
	if m.Kind == Merged && m.Undone == nil {
		return !found
	}
	return m.Undone != nil && found && c.Moves[own].Undone == nil
}

// counterpart is c's own side of a move that stands in the case code.
func (c Case) counterpart(code string, m Move) (int, bool) {
	kind := map[MoveKind]MoveKind{Merged: Absorbed, Absorbed: Merged, SplitFrom: SplitOff}[m.Kind]
	i := slices.IndexFunc(c.Moves, func(own Move) bool { return own.Kind == kind && own.Other == code && own.At.Equal(m.At) })
	return i, i >= 0
}

// settle is c's side of a move: reports arrive, or the case is again what it was.
func (c *Case) settle(code string, m Move) error {
	if m.Kind == Absorbed {
		i, _ := c.counterpart(code, m)
		c.Moves[i].Undone = m.Undone
		c.State, c.Reports, c.Into = c.Moves[i].Was, c.Moves[i].Reports, ""
		return nil
	}
	i, found := c.counterpart(code, m)
	if found {
		c.Moves[i].Undone = m.Undone
	}
	if found && m.Kind == Merged { // lapsed all the same
		c.Reports = slices.DeleteFunc(c.Reports, func(r string) bool { return slices.Contains(m.Reports, r) })
		return nil
	}
	if !found {
		c.Moves = append(c.Moves, Move{Kind: Absorbed, Reports: m.Reports, Other: code, Why: m.Why, By: m.By, At: m.At})
	}
	c.Reports = distinct(append(c.Reports, m.Reports...))
	return allow(c.State != Duplicate, "Vụ việc này đã gộp vào "+c.Into+". Vui lòng chuyển báo tin vào vụ việc đó.")
}
