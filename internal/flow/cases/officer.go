package cases

import (
	"context"
	"fmt"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/people"
)

// Look opens a case to by; a look at Closed content is entered into the audit chain before
// anything is shown. shown says at what, "" of the page.
func (q *Cases) Look(ctx context.Context, by people.Officer, code, shown string) (cases.Case, error) {
	c, err := q.Store.Case(ctx, code)
	if err != nil {
		return c, fmt.Errorf("load case %s: %w", code, err)
	}
	if err := cases.Look(c, by); err != nil {
		return cases.Case{}, err
	}
	if !cases.Logged(c) {
		return c, nil
	}
	_, err = q.Store.AppendAudit(ctx, desk.AuditRecord{At: q.Now(), Officer: by.ID, Action: "case.look", Subject: code, Detail: shown})
	if err != nil {
		return cases.Case{}, fmt.Errorf("log a look at %s: %w", code, err)
	}
	return c, nil
}

// Admit changes who may see Closed content.
func (q *Cases) Admit(ctx context.Context, by people.Officer, at Ref, readers []string, why string) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.Admit(c, readers, why, by, q.Now()) })
}

// Classify says how grave the content is, who may see it and which unit is competent.
func (q *Cases) Classify(ctx context.Context, by people.Officer, at Ref, class cases.Class, competence cases.Competence) error {
	if err := q.knownUnit(competence.Unit); err != nil {
		return err
	}
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) {
		return cases.Classify(c, class, competence, by, q.Now())
	})
}

// Verify begins the verification.
func (q *Cases) Verify(ctx context.Context, by people.Officer, at Ref) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.Verify(c, by, q.Now()) })
}

// SaveDraft keeps what the unit would conclude. What it quotes stands in statements in
// force, byte for byte.
func (q *Cases) SaveDraft(ctx context.Context, by people.Officer, at Ref, f cases.Finding) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) {
		next, err := cases.SaveDraft(c, f, by, q.Now())
		if err == nil {
			err = q.proven(f.Quotes)
		}
		return next, err
	})
}

// ReturnDraft sends the draft back with a reason.
func (q *Cases) ReturnDraft(ctx context.Context, by people.Officer, at Ref, why string) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.ReturnDraft(c, why, by, q.Now()) })
}

// Conclude signs one revision of the draft, whose quotes still stand in statements in force.
func (q *Cases) Conclude(ctx context.Context, by people.Officer, at Ref, revision int) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) {
		next, err := cases.Conclude(c, revision, q.Rules.At(q.Now()), by, q.Now())
		if err == nil {
			err = q.proven(next.Conclusion.Quotes)
		}
		if err == nil {
			next.Conclusion.Captures, err = q.Captures(ctx, c)
		}
		return next, err
	})
}

// Label records that the unit put the label on the content.
func (q *Cases) Label(ctx context.Context, by people.Officer, at Ref) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.Label(c, q.Rules.At(q.Now()), by, q.Now()) })
}

// Publish makes the conclusion public: its page, an answer of the bot, and news for
// everybody who reported, all of which follow from the same write.
func (q *Cases) Publish(ctx context.Context, by people.Officer, at Ref) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.Publish(c, by, q.Now()) })
}

// Confirm says that the public conclusion still holds.
func (q *Cases) Confirm(ctx context.Context, by people.Officer, at Ref) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.Confirm(c, by, q.Now()) })
}

// Unlabel takes the label back, on public grounds.
func (q *Cases) Unlabel(ctx context.Context, by people.Officer, at Ref, grounds string) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.Unlabel(c, grounds, by, q.Now()) })
}

// SendOn gives a concluded case to a body that acts on it.
func (q *Cases) SendOn(ctx context.Context, by people.Officer, at Ref, to, why string) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.SendOn(c, to, why, by, q.Now()) })
}

// Finish ends the handling.
func (q *Cases) Finish(ctx context.Context, by people.Officer, at Ref, note string) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.Finish(c, note, by, q.Now()) })
}

// Reject does not accept a case, on a ground of the decree.
func (q *Cases) Reject(ctx context.Context, by people.Officer, at Ref, ground cases.Ground, why string) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.Reject(c, ground, why, by, q.Now()) })
}

// Refer gives a case to a body outside the province's units.
func (q *Cases) Refer(ctx context.Context, by people.Officer, at Ref, body, why string) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.Refer(c, body, why, by, q.Now()) })
}

// Reopen takes back a case that was closed without a conclusion.
func (q *Cases) Reopen(ctx context.Context, by people.Officer, at Ref, why string) error {
	return q.change(ctx, at, func(c cases.Case) (cases.Case, error) { return cases.Reopen(c, why, by, q.Now()) })
}
