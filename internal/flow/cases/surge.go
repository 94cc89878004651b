package cases

import (
	"context"
	"fmt"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/cases"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	"phatngon/internal/store"
)

// mostCounted is how many reports of a surge are counted.
const mostCounted = 500

// watch alerts officers when many report a case at once, once for a surge.
func (q *Cases) watch(ctx context.Context, code string, at time.Time) error {
	bound := q.Rules.At(at).Surge()
	since := at.Add(-time.Duration(bound.Minutes) * time.Minute)
	n, err := q.Store.ReportsSince(ctx, code, since, bound.Reports)
	if err != nil || n < bound.Reports {
		return err
	}
	if c, err := q.Store.Case(ctx, code); err != nil || !cases.Surging(c, n, bound, at) {
		return err
	}
	if n, err = q.Store.ReportsSince(ctx, code, since, mostCounted); err != nil {
		return err
	}
	return q.system(ctx, code, func(c cases.Case) (cases.Case, error) { return cases.Surge(c, n, bound, at) })
}

// Alert is the handler that lets officers see a surge.
func (q *Cases) Alert(ctx context.Context, _ string, e effect.Effect) error {
	a := e.Alert
	return q.Store.RaiseAlert(ctx, store.Alert{ID: e.Key, Case: a.Case, Unit: a.Unit, Count: a.Count, Minutes: a.Minutes, At: e.At, Open: true})
}

// WatchQuestions alerts officers when many ask on one day what a statement answers, once
// that day.
func (q *Cases) WatchQuestions(ctx context.Context, code, unit string, day time.Time) error {
	bound := q.Rules.At(q.Now()).Surge().QuestionsADay
	n, err := q.Store.AskingsOn(ctx, code, day, bound)
	if err != nil || n < bound {
		return err
	}
	return q.Store.RaiseAlert(ctx, store.Alert{ID: "asked:" + code + "/" + day.Format(time.DateOnly), Statement: code, Unit: unit, Count: n, Minutes: 24 * 60, At: q.Now(), Open: true})
}

// Alerts are the surges that nobody has seen and by may see: the press desk and
// administrators those of every unit, others their unit's.
func (q *Cases) Alerts(ctx context.Context, by people.Officer, most int) ([]store.Alert, error) {
	if people.Coordinates(by) {
		return q.Store.AlertsOpen(ctx, "", most)
	}
	return q.Store.AlertsOpen(ctx, by.Unit, most)
}

// See notes that by has seen an alert; one that was seen before stays as it was.
func (q *Cases) See(ctx context.Context, by people.Officer, id string) error {
	a, err := q.Store.Alert(ctx, id)
	if err != nil {
		return fmt.Errorf("load alert: %w", err)
	}
	if !people.Coordinates(by) && !people.SpeaksFor(by, a.Unit) {
		return desk.ErrForbidden
	}
	if a.Open {
		a.Open, a.SeenBy, a.SeenAt = false, by.ID, q.Now()
		if err := q.Store.SeeAlert(ctx, &a); err != nil {
			return err
		}
	}
	_, err = q.Store.AppendAudit(ctx, desk.AuditRecord{ID: "alert:" + id, At: a.SeenAt, Officer: a.SeenBy, Action: "alert.seen", Subject: a.Case + a.Statement})
	return err
}
