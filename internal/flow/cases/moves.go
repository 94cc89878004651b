package cases

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/store"
)

// Merge makes a case a duplicate of another, which has its reports from then on. The case
// that goes is stored first; the other one is settled from it (Move).
func (q *Cases) Merge(ctx context.Context, by people.Officer, at Ref, into, why string) error {
	whole, err := q.Store.CaseNow(ctx, into)
	if errors.Is(err, desk.ErrNotFound) {
		return &desk.InvalidError{Field: "into", Text: "Không có vụ việc mang mã này. Vui lòng kiểm tra lại mã."}
	}
	if err != nil {
		return fmt.Errorf("load case %s: %w", into, err)
	}
	err = q.change(ctx, at, func(c cases.Case) (cases.Case, error) {
		gone, _, err := cases.Merge(c, whole, why, by, q.Now())
		return gives(gone, whole.Code), err
	})
	if err != nil {
		return err
	}
	return q.arrived(ctx, at.Code, whole)
}

// arrived says it to the officer when a case could not go into another after all (Lapse).
func (q *Cases) arrived(ctx context.Context, gone string, into cases.Case) error {
	c, err := q.Store.Case(ctx, gone)
	if err != nil {
		return fmt.Errorf("load case %s: %w", gone, err)
	}
	if c.Into == "" && c.Steps[len(c.Steps)-1].Action == cases.ActLapse {
		return &desk.RuleError{Text: cases.Lapsed(c, into)}
	}
	return nil
}

// Unmerge takes back a merge, asked for at either of the two cases: gone stands where it
// stood, with the reports it had. The case that gives them back is stored first.
func (q *Cases) Unmerge(ctx context.Context, by people.Officer, at Ref, gone, why string) error {
	from, err := q.Store.Case(ctx, gone)
	if err != nil {
		return fmt.Errorf("load case %s: %w", gone, err)
	}
	if from.Code == at.Code && from.Version != at.Version {
		return desk.ErrConflict
	}
	if from.Into == "" {
		return &desk.RuleError{Text: "Vụ việc " + gone + " không gộp vào vụ việc nào. Vui lòng tải lại trang."}
	}
	whole, err := q.Store.Case(ctx, from.Into)
	if err != nil {
		return fmt.Errorf("load case %s: %w", from.Into, err)
	}
	if whole.Code == at.Code && whole.Version != at.Version {
		return desk.ErrConflict
	}
	_, rest, err := cases.Unmerge(from, whole, why, by, q.Now())
	if err != nil {
		return err
	}
	return q.replace(ctx, gives(rest, gone))
}

// Split takes reports out of a case into one of their own.
func (q *Cases) Split(ctx context.Context, by people.Officer, at Ref, reports []string, why string) (code string, err error) {
	return q.part(ctx, at, func(c cases.Case, code string) (cases.Case, error) {
		rest, _, err := cases.Split(c, code, reports, why, by, q.Now())
		return rest, err
	})
}

// Unjoin takes back that a report joined a case: it gets one of its own.
func (q *Cases) Unjoin(ctx context.Context, by people.Officer, at Ref, report, why string) (code string, err error) {
	return q.part(ctx, at, func(c cases.Case, code string) (cases.Case, error) {
		rest, _, err := cases.Unjoin(c, code, report, why, by, q.Now())
		return rest, err
	})
}

// part gives reports of a case a new one, which Move begins.
func (q *Cases) part(ctx context.Context, at Ref, do func(c cases.Case, code string) (cases.Case, error)) (string, error) {
	if _, err := q.at(ctx, at); err != nil {
		return "", err
	}
	code, err := q.newCode(ctx, yearOf(q.Now()))
	if err != nil {
		return "", err
	}
	return code, q.change(ctx, at, func(c cases.Case) (cases.Case, error) {
		rest, err := do(c, code)
		return gives(rest, code), err
	})
}

// Unsplit takes back a split: the reports return to the case they came from, and the one
// that the split made has none. That one is stored first.
func (q *Cases) Unsplit(ctx context.Context, by people.Officer, at Ref, split, why string) error {
	c, err := q.at(ctx, at)
	if err != nil {
		return err
	}
	made, err := q.Store.Case(ctx, split)
	if err != nil {
		return fmt.Errorf("load case %s: %w", split, err)
	}
	_, gone, err := cases.Unsplit(c, made, why, by, q.Now())
	if err != nil {
		return err
	}
	if err := q.replace(ctx, gives(gone, c.Code)); err != nil {
		return err
	}
	return q.arrived(ctx, split, c)
}

// at is the case that a form was shown with, if nobody has changed it since.
func (q *Cases) at(ctx context.Context, at Ref) (cases.Case, error) {
	c, err := q.Store.Case(ctx, at.Code)
	if err != nil {
		return c, fmt.Errorf("load case %s: %w", at.Code, err)
	}
	if c.Version != at.Version {
		return c, desk.ErrConflict
	}
	return c, nil
}

func (q *Cases) newCode(ctx context.Context, year int) (string, error) {
	n, err := q.Store.NextNumber(ctx, cases.Series+strconv.Itoa(year))
	if err != nil {
		return "", fmt.Errorf("number a case: %w", err)
	}
	return cases.FormatCode(year, n), nil
}

// gives adds to a case that just gave reports away the effect by which other has them.
func gives(c cases.Case, other string) cases.Case {
	if len(c.Steps) == 0 {
		return c // refused
	}
	e := effect.Effect{Key: fmt.Sprintf("case:%s/%d/move", c.Code, len(c.Steps)), Kind: effect.DoMove, At: c.UpdatedAt,
		Case: &effect.Case{Code: c.Code, Other: other}}
	c.Effects = append(c.Effects, e)
	return c
}

// Move is the handler that gives a case the reports that another one gave away, and tells
// their senders what the others were told. What cannot arrive any more lapses.
func (q *Cases) Move(ctx context.Context, _ string, e effect.Effect) error {
	giver, err := q.Store.Case(ctx, e.Case.Code)
	if err != nil {
		return fmt.Errorf("load case %s: %w", e.Case.Code, err)
	}
	stays, err := q.lapse(ctx, giver, e)
	if err != nil || stays {
		return err
	}
	if err := q.receive(ctx, giver, e); err != nil {
		return err
	}
	if err := q.rehome(ctx, giver, e.Case.Other); err != nil {
		return err
	}
	return q.tellMoved(ctx, e.Case.Other, e.Key)
}

// lapse takes a move back whose reports cannot arrive; of two cases that went into each
// other the older one stays, and the other goes on. stays: the giver has its reports again.
func (q *Cases) lapse(ctx context.Context, giver cases.Case, e effect.Effect) (stays bool, err error) {
	other, err := q.Store.Case(ctx, e.Case.Other)
	if errors.Is(err, desk.ErrNotFound) || err == nil && !cases.Stranded(giver, other) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("load case %s: %w", e.Case.Other, err)
	}
	back, into := cases.Yields(giver, other)
	err = q.system(ctx, back.Code, func(c cases.Case) (cases.Case, error) {
		next, err := cases.Lapse(c, into, e.At)
		if err != nil || len(next.Effects) == 0 {
			return next, err
		}
		return gives(next, into.Code), nil // should they have arrived meanwhile, they go back
	})
	return back.Code == giver.Code, err
}

// receive gives a case its side of what giver moved; a split's case begins with it.
func (q *Cases) receive(ctx context.Context, giver cases.Case, e effect.Effect) error {
	_, err := q.Store.Case(ctx, e.Case.Other)
	if made, split := cases.SplitCase(giver, e.Case.Other); split && errors.Is(err, desk.ErrNotFound) {
		err = q.Store.InsertCase(ctx, &made)
		if err == nil || errors.Is(err, desk.ErrConflict) {
			q.Relay.Finish(ctx, store.Cases, e.Case.Other)
			return nil
		}
	}
	if err != nil {
		return fmt.Errorf("load case %s: %w", e.Case.Other, err)
	}
	return q.system(ctx, e.Case.Other, func(c cases.Case) (cases.Case, error) { return cases.Settle(c, giver, e.At) })
}

// rehome has the reports that left giver for good lead to their case: their senders ask
// for that, and who reports only what they show reports it.
func (q *Cases) rehome(ctx context.Context, giver cases.Case, code string) error {
	parted := cases.Parted(giver, code)
	if len(parted) == 0 {
		return nil
	}
	stays, err := q.tracesOfAll(ctx, giver.Reports)
	if err != nil {
		return err
	}
	goes, err := q.tracesOfAll(ctx, parted)
	if err != nil {
		return err
	}
	for id := range goes {
		if !stays[id] {
			if err := q.Store.LeadTrace(ctx, id, giver.Code, code); err != nil {
				return fmt.Errorf("lead a trace to %s: %w", code, err)
			}
		}
	}
	for _, id := range parted {
		if err := q.Store.RehomeReport(ctx, id, code); err != nil {
			return fmt.Errorf("move a report to %s: %w", code, err)
		}
	}
	return nil
}

func (q *Cases) tracesOfAll(ctx context.Context, reports []string) (map[string]bool, error) {
	all := map[string]bool{}
	for _, id := range reports {
		r, err := q.Store.Report(ctx, id)
		if err != nil {
			return nil, fmt.Errorf("load report: %w", err)
		}
		traces, err := q.TracesOf(ctx, r)
		if err != nil {
			return nil, err
		}
		for _, t := range traces {
			all[t.ID] = true
		}
	}
	return all, nil
}

// tellMoved queues the news that who reported a case was told, for those whose reports
// just came from another by the effect move; who heard it before does not hear it again.
func (q *Cases) tellMoved(ctx context.Context, code, move string) error {
	c, err := q.Store.Case(ctx, code)
	if err != nil {
		return fmt.Errorf("load case %s: %w", code, err)
	}
	for i := range c.Steps {
		if cases.Tells(c, i) {
			key := fmt.Sprintf("%s/inform/%s/%d", move, c.Code, i+1)
			if err := q.QueueNews(ctx, key, effect.Case{Code: c.Code, Step: i + 1}); err != nil {
				return err
			}
		}
	}
	return nil
}
