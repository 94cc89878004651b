package cases

import (
	"context"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/people"
)

// Reclassify changes the class of what is being verified.
func (q *Cases) Reclassify(ctx context.Context, by people.Officer, at Ref, class cases.Class, why string) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.Reclassify(c, class, why, by, q.Now()) })
}

// Transfer gives the case to another competent unit.
func (q *Cases) Transfer(ctx context.Context, by people.Officer, at Ref, to cases.Competence) error {
	if err := q.knownUnit(to.Unit); err != nil {
		return err
	}
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.Transfer(c, to, by, q.Now()) })
}

// Ask puts a question to another unit, which answers but never concludes.
func (q *Cases) Ask(ctx context.Context, by people.Officer, at Ref, unit, text string) error {
	if err := q.knownUnit(unit); err != nil {
		return err
	}
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.Ask(c, unit, text, by, q.Now()) })
}

// Reply answers the first question that waits for the officer's unit.
func (q *Cases) Reply(ctx context.Context, by people.Officer, at Ref, text string) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.Reply(c, text, by, q.Now()) })
}

// AskTakeDown records that a platform was asked to take the content down.
func (q *Cases) AskTakeDown(ctx context.Context, by people.Officer, at Ref, to, why string, urgent bool) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) {
		return cases.AskTakeDown(c, to, why, urgent, q.Rules.At(q.Now()), by, q.Now())
	})
}

// knownUnit refuses a unit that is not of this office; none at all is the desk's to refuse.
func (q *Cases) knownUnit(code string) error {
	if _, ok := q.Units.Unit(code); !ok && code != "" {
		return &desk.InvalidError{Field: "unit", Text: "Vui lòng chọn đơn vị trong danh sách."}
	}
	return nil
}
