package requests

import (
	"context"
	"fmt"
	"slices"

	"phatngon/bot/words"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/routing"
)

// atDesk is a filing at a unit that can see it: one without an account would let a deadline
// pass that nobody there knows of. Then the press desk gets it, with the unit meant in a
// note, if that has an account.
func (q *Requests) atDesk(ctx context.Context, in Filing) (Filing, error) {
	officers, err := q.Store.Officers(ctx)
	if err != nil {
		return in, fmt.Errorf("who works at %s: %w", in.Unit, err)
	}
	if worksAt(officers, in.Unit) || !worksAt(officers, routing.ProvinceOffice) {
		return in, nil
	}
	in.Notes = append(slices.Clone(in.Notes), fmt.Sprintf(words.NoteNoAccount, q.Units.Office(in.Unit)))
	in.Unit = routing.ProvinceOffice
	return in, nil
}

// worksAt reports whether somebody can handle what is filed at a unit.
func worksAt(officers []people.Officer, unit string) bool {
	return slices.ContainsFunc(officers, func(o people.Officer) bool {
		return !o.Disabled && o.Role != people.RoleAdmin && people.SpeaksFor(o, unit)
	})
}
