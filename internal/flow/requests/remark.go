package requests

import (
	"context"
	"crypto/rand"
	"fmt"

	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/store"
)

// Remark notes something on a request for colleagues; whom it names with "@" hears of it.
func (q *Requests) Remark(ctx context.Context, by people.Officer, code, text string) (request.Remark, error) {
	r, err := q.Store.Request(ctx, code)
	if err != nil {
		return request.Remark{}, fmt.Errorf("load request %s: %w", code, err)
	}
	officers, err := q.Store.Officers(ctx)
	if err != nil {
		return request.Remark{}, fmt.Errorf("read officers: %w", err)
	}
	m, err := request.NewRemark(rand.Text(), r, by, text, officers, q.Now())
	if err != nil {
		return m, err
	}
	if err := q.Store.InsertRemark(ctx, &m); err != nil {
		return m, fmt.Errorf("note on request %s: %w", code, err)
	}
	q.Relay.Finish(ctx, store.Remarks, m.ID)
	return m, nil
}
