// Package statistics keeps the figures of each month and the register of press
// activities. The rules are internal/desk/statistics'; here they are given what they
// count, and what they say is stored.
package statistics

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"time"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/policy"
	"phatngon/internal/desk/statistics"
	"phatngon/internal/flow/effects"
	"phatngon/internal/store"
)

// Statistics counts and keeps. All fields are set before use.
type Statistics struct {
	Store *store.Store
	Relay *effects.Relay
	Rules interface{ At(time.Time) policy.Set }
	Now   func() time.Time
	Log   *slog.Logger
	Page  int // how many requests are read at a time; 0 = 100

	AtOnce int // how many requests at most are read while a page waits; 0 = 500

	asked months // to be counted behind the pages
}

// Age is how old the figures of a month may grow before they are counted anew.
const Age = 10 * time.Minute

// open is how long after its beginning a month may still change: the longest term, its
// prolongation and the pauses of its last requests.
const open = 400 * 24 * time.Hour

// Watch counts the months that may still change until ctx ends, the newest first: every ten
// minutes the last two, the older ones once a day; and soon those that pages ask for.
func (q *Statistics) Watch(ctx context.Context) {
	refresh, look := time.NewTicker(Age), time.NewTicker(lookEvery)
	defer refresh.Stop()
	defer look.Stop()
	for due := q.Refresh; ; {
		if err := due(ctx); err != nil && ctx.Err() == nil {
			q.Log.Error("count the months", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-refresh.C:
			due = q.Refresh
		case <-look.C:
			due = q.CountAsked
		}
	}
}

// Refresh counts every month that is due. Another instance may have done it already.
func (q *Statistics) Refresh(ctx context.Context) error {
	now := q.Now()
	for i, id := range q.changing(now) {
		m, err := q.Store.Month(ctx, id)
		if err != nil {
			return fmt.Errorf("load the figures of %s: %w", id, err)
		}
		if fresh := ageOf(i); now.Sub(m.At) < fresh {
			continue
		}
		if err := q.Count(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

// changing lists the months that may still change, the newest first.
func (q *Statistics) changing(now time.Time) []string {
	all := statistics.Months(statistics.MonthID(now.Add(-open)), statistics.MonthID(now))
	newest := make([]string, len(all))
	for i, id := range all {
		newest[len(all)-1-i] = id
	}
	return newest
}

func ageOf(monthsAgo int) time.Duration {
	if monthsAgo < 2 {
		return Age
	}
	return 24 * time.Hour
}

// Count counts a month anew and stores the figures.
func (q *Statistics) Count(ctx context.Context, id string) error {
	from, to, ok := statistics.Bounds(id)
	if !ok {
		return fmt.Errorf("count the month %q: no such month", id)
	}
	counter := statistics.NewCounter(q.Now())
	for after, more := "", true; more; more = after != "" {
		found, next, err := q.Store.RequestsCreated(ctx, from, to, after, cmp.Or(q.Page, 100))
		if err != nil {
			return fmt.Errorf("list the requests of %s: %w", id, err)
		}
		for _, r := range found {
			counter.Add(r)
		}
		after = next
	}
	if err := q.Store.SaveMonth(ctx, counter.Month(id)); err != nil {
		return fmt.Errorf("store the figures of %s: %w", id, err)
	}
	return nil
}

// Record enters a press activity into the register. key is the form's: the same form sent
// twice enters it once.
func (q *Statistics) Record(ctx context.Context, by people.Officer, key string, a statistics.Activity) error {
	if a.ID = key; key == "" {
		a.ID = rand.Text()
	}
	a, err := statistics.Record(a, q.Rules.At(q.Now()), by, q.Now())
	if err != nil {
		return err
	}
	if err := q.Store.InsertActivity(ctx, &a); err != nil {
		return fmt.Errorf("enter an activity: %w", err)
	}
	q.Relay.Finish(ctx, store.Activities, a.ID)
	return nil
}

// Finish notes when a matter was spoken of, and by what.
func (q *Statistics) Finish(ctx context.Context, by people.Officer, id string, at time.Time, proof string) error {
	return q.change(ctx, id, func(a statistics.Activity) (statistics.Activity, error) {
		return statistics.Finish(a, at, proof, by, q.Now())
	})
}

// Strike takes out what was entered by mistake.
func (q *Statistics) Strike(ctx context.Context, by people.Officer, id, why string) error {
	return q.change(ctx, id, func(a statistics.Activity) (statistics.Activity, error) {
		return statistics.Strike(a, why, by, q.Now())
	})
}

func (q *Statistics) change(ctx context.Context, id string, step func(statistics.Activity) (statistics.Activity, error)) error {
	a, err := q.Store.Activity(ctx, id)
	if err != nil {
		return fmt.Errorf("load activity: %w", err)
	}
	if a, err = step(a); err != nil {
		return err
	}
	if err := q.Store.ReplaceActivity(ctx, &a); err != nil {
		return fmt.Errorf("store activity: %w", err)
	}
	q.Relay.Finish(ctx, store.Activities, a.ID)
	return nil
}
