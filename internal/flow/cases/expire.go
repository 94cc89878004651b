package cases

import (
	"context"
	"fmt"

	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/store"
)

// goneWhy stands with a picture whose bytes were removed.
const goneWhy = "Đã xóa khi hết thời hạn lưu."

// ExpireOld has what ended cases have kept long enough removed. Never of a case under way.
func (q *Cases) ExpireOld(ctx context.Context) error {
	now := q.Now()
	retention := q.Rules.At(now).Retention()
	for after, more := "", true; more; more = after != "" {
		found, next, err := q.Store.Cases(ctx, store.CaseFilter{Board: cases.ColumnDone, After: after, Limit: 200})
		if err != nil {
			return fmt.Errorf("list ended cases: %w", err)
		}
		for _, c := range found {
			err := q.system(ctx, c.Code, func(c cases.Case) (cases.Case, error) { return cases.Expire(c, retention, now) })
			if err != nil {
				return err
			}
		}
		after = next
	}
	return nil
}

// Remove is the handler that removes what of a case has expired; twice is once.
func (q *Cases) Remove(ctx context.Context, _ string, e effect.Effect) error {
	c, err := q.Store.Case(ctx, e.Case.Code)
	if err != nil {
		return fmt.Errorf("load case %s: %w", e.Case.Code, err)
	}
	for _, id := range c.Reports {
		if err := q.removeOf(ctx, c.Expired, id); err != nil {
			return fmt.Errorf("remove what %s kept: %w", c.Code, err)
		}
	}
	return nil
}

// removeOf removes what has expired of one report.
func (q *Cases) removeOf(ctx context.Context, expired cases.Expired, id string) error {
	r, err := q.Store.Report(ctx, id)
	if err != nil {
		return err
	}
	if old := !r.CreatedAt.After(expired.Identities); old {
		if err := q.Store.ForgetSender(ctx, id); err != nil {
			return err
		}
	}
	if old := !r.CreatedAt.After(expired.Evidence); old {
		for _, picture := range r.Pictures {
			if err := q.Store.RemoveEvidence(ctx, picture, goneWhy); err != nil {
				return err
			}
		}
	}
	if r.CreatedAt.After(expired.Reports) {
		return nil
	}
	return q.Store.EmptyReport(ctx, id)
}
