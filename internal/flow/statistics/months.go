package statistics

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"phatngon/internal/desk/statistics"
)

// atOnce is how many requests at most are read while somebody waits for a page; what takes
// more is counted behind it.
const atOnce = 500

// lookEvery is how often it is looked for months that pages ask for.
const lookEvery = 3 * time.Second

// Months returns the figures from one month to another, both included, and of which months
// they are not there yet: these are counted next, behind the pages, and have no figures here.
func (q *Statistics) Months(ctx context.Context, first, last string) (all []statistics.Month, pending []string, err error) {
	left := q.atOnce()
	for _, id := range statistics.Months(first, last) {
		m, err := q.Store.Month(ctx, id)
		if err != nil {
			return nil, nil, fmt.Errorf("load the figures of %s: %w", id, err)
		}
		if m.ID == "" {
			counted, err := q.within(ctx, id, &left)
			if err != nil {
				return nil, nil, err
			}
			if !counted {
				pending = append(pending, id)
				continue
			}
			if m, err = q.Store.Month(ctx, id); err != nil {
				return nil, nil, fmt.Errorf("load the figures of %s: %w", id, err)
			}
		}
		all = append(all, m)
	}
	return all, pending, nil
}

// Recount counts months anew, and returns those that are counted next, behind the pages.
func (q *Statistics) Recount(ctx context.Context, first, last string) (pending []string, err error) {
	left := q.atOnce()
	for _, id := range statistics.Months(first, last) {
		counted, err := q.within(ctx, id, &left)
		if err != nil {
			return nil, err
		}
		if !counted {
			pending = append(pending, id)
		}
	}
	return pending, nil
}

func (q *Statistics) atOnce() int {
	if q.AtOnce > 0 {
		return q.AtOnce
	}
	return atOnce
}

// within counts a month at once if that reads no more than what is left, else asks for it.
func (q *Statistics) within(ctx context.Context, id string, left *int) (counted bool, err error) {
	from, to, ok := statistics.Bounds(id)
	if !ok {
		return false, fmt.Errorf("count the month %q: no such month", id)
	}
	n, err := q.Store.TallyRequestsCreated(ctx, from, to, *left+1)
	if err != nil {
		return false, err
	}
	if n > *left {
		q.asked.add(id)
		return false, nil
	}
	*left -= n
	return true, q.Count(ctx, id)
}

// CountAsked counts the months that pages asked for.
func (q *Statistics) CountAsked(ctx context.Context) error {
	for _, id := range q.asked.list() {
		if err := q.Count(ctx, id); err != nil {
			return err
		}
		q.asked.drop(id)
	}
	return nil
}

// months is a set of them, safe for concurrent use.
type months struct {
	mu  sync.Mutex
	ids []string
}

func (m *months) add(id string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !slices.Contains(m.ids, id) {
		m.ids = append(m.ids, id)
	}
}

func (m *months) drop(id string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.ids = slices.DeleteFunc(m.ids, func(other string) bool { return other == id })
}

func (m *months) list() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.ids)
}
