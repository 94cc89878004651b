package cases

import (
	"slices"
	"time"

	"phatngon/internal/desk/people"
)

// Merge makes one case a duplicate of another, which has its reports from then on. What
// was found out in it stays with it.
func Merge(from, into Case, why string, by people.Officer, at time.Time) (gone, whole Case, err error) {
	if from.Code == into.Code {
		return Case{}, Case{}, invalid("into", "Vui lòng chọn một vụ việc khác để gộp vào.")
	}
	if opens(from, into) {
		return Case{}, Case{}, allow(false, "Gộp vào vụ việc này thì thêm người xem được nội dung mức 2a. Vui lòng phân loại cùng mức, cùng danh sách người được xem trước khi gộp.")
	}
	out := deed{ActMerge, by, at, why, into.Code}
	gone, err = from.step(out, func(c *Case) error {
		m := Move{Kind: Merged, Reports: c.Reports, Other: into.Code, Was: from.State}
		c.Reports, c.Into = nil, into.Code
		return c.move(out, m)
	})
	if err != nil {
		return Case{}, Case{}, err
	}
	in := deed{ActAbsorb, by, at, why, from.Code}
	whole, err = into.step(in, func(c *Case) error {
		c.Reports = distinct(append(c.Reports, from.Reports...))
		return c.move(in, Move{Kind: Absorbed, Reports: from.Reports, Other: from.Code})
	})
	return gone, whole, err
}

// Unmerge takes back a merge: the case stands where it stood, with the reports it had.
func Unmerge(gone, whole Case, why string, by people.Officer, at time.Time) (from, into Case, err error) {
	in := deed{ActRelease, by, at, why, gone.Code}
	into, err = whole.step(in, func(c *Case) error {
		m, err := c.undo(in, func(m Move) bool { return m.Kind == Absorbed && m.Other == gone.Code })
		if err != nil {
			return err
		}
		return c.give(m.Reports)
	})
	if err != nil {
		return Case{}, Case{}, err
	}
	out := deed{ActUnmerge, by, at, why, whole.Code}
	from, err = gone.step(out, func(c *Case) error {
		m, err := c.undo(out, func(m Move) bool { return m.Kind == Merged && m.Other == whole.Code })
		c.State, c.Reports, c.Into = m.Was, m.Reports, ""
		return err
	})
	return from, into, err
}

// opens reports whether into would show Closed content to somebody who was not named for it.
func opens(from, into Case) bool {
	unnamed := func(id string) bool { return !slices.Contains(from.Readers, id) }
	return from.Access == Closed && (into.Access != Closed || slices.ContainsFunc(into.Readers, unnamed))
}

// move keeps a move with why and by whom.
func (c *Case) move(d deed, m Move) error {
	m.Why, m.By, m.At = clean(d.note), d.by.ID, d.at
	c.Moves = append(c.Moves, m)
	return need("why", d.note, "Vui lòng ghi lý do.")
}

const nothingToUndo = "Không có lần thêm, tách hoặc gộp nào như vậy để hoàn tác. Vui lòng tải lại trang."

// undo marks the last such move that still holds as undone.
func (c *Case) undo(d deed, such func(Move) bool) (Move, error) {
	for i := len(c.Moves) - 1; i >= 0; i-- {
		m := c.Moves[i]
		if m.Undone == nil && such(m) {
			c.Moves[i].Undone = &Undoing{Why: clean(d.note), By: d.by.ID, At: d.at}
			return m, need("why", d.note, "Vui lòng ghi lý do hoàn tác.")
		}
	}
	return Move{}, allow(false, nothingToUndo)
}

// give takes reports out of a case. All are here, and one at least remains: a case about
// nothing cannot be handled.
func (c *Case) give(reports []string) error {
	for _, r := range reports {
		if !slices.Contains(c.Reports, r) {
			return allow(false, "Báo tin này không còn trong vụ việc. Vui lòng hoàn tác các lần tách, gộp sau đó trước.")
		}
	}
	c.Reports = slices.DeleteFunc(c.Reports, func(r string) bool { return slices.Contains(reports, r) })
	return allow(len(c.Reports) > 0, "Vụ việc phải còn ít nhất một báo tin. Nếu là vụ việc trùng, vui lòng gộp vào vụ việc kia.")
}
