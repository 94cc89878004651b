package delivery

import (
	"context"
	"errors"
	"fmt"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/queue"
)

// ResendAll gives everything that a queue has set aside another try, but what
// waits for the person to write or for a new month. It returns how many.
func (p *Post) ResendAll(ctx context.Context, by people.Officer, queueName string) (int, error) {
	q, ok := map[string]*queue.Queue{"inbox": p.Inbox, "outbox": p.Outbox}[queueName]
	if !ok {
		return 0, desk.ErrNotFound
	}
	if !people.Coordinates(by) {
		return 0, desk.ErrForbidden
	}
	ids, err := setAside(ctx, q, func(reason string) bool { return reason != reasonWindow && reason != reasonQuota })
	if err != nil {
		return 0, err
	}
	for _, id := range ids {
		if err := p.Resend(ctx, by, queueName, id); err != nil && !errors.Is(err, desk.ErrConflict) {
			return 0, err
		}
	}
	return len(ids), nil
}

// setAside lists what was set aside for such a reason, before any of it moves.
func setAside(ctx context.Context, q *queue.Queue, such func(reason string) bool) (ids []string, err error) {
	for after, more := "", true; more; more = after != "" {
		items, next, err := q.SetAside(ctx, after, 200)
		if err != nil {
			return nil, fmt.Errorf("list what was set aside: %w", err)
		}
		for _, it := range items {
			if such(it.Reason) {
				ids = append(ids, it.ID)
			}
		}
		after = next
	}
	return ids, nil
}
