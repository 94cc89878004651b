package delivery

import (
	"context"
	"errors"
	"fmt"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/rights"
	"phatngon/internal/queue"
)

// Erase is the handler of a wish to be erased: behind the messages queued before it.
func (p *Post) Erase(ctx context.Context, owner string, e effect.Effect) error {
	right := rights.Delete
	if e.Claim != nil { // else of the release before
		right = e.Claim.Right
	}
	if _, err := p.Outbox.Put(ctx, queue.Item{ID: e.Key, Lane: owner, Kind: eraseKind, Body: []byte(right)}); err != nil {
		return fmt.Errorf("queue erasure: %w", err)
	}
	return nil
}

// EraseNow erases a person for a cause, the event that wished it, by the right that they claim
// and where they did. What is left to do when the messages under way are handled is queued.
func (p *Post) EraseNow(ctx context.Context, requester, cause, right, channel string) error {
	if err := p.Forget(ctx, requester, cause, right, channel); err != nil {
		return err
	}
	sealed, err := p.Seal([]byte(requester)) // what comes last is in the database for a while
	if err != nil {
		return fmt.Errorf("seal the rest of an erasure: %w", err)
	}
	rest := queue.Item{ID: "disown:" + cause, Lane: p.Store.Alias(requester), Kind: disownKind, Body: sealed}
	if _, err := p.Outbox.Put(ctx, rest); err != nil {
		return fmt.Errorf("queue the rest of an erasure: %w", err)
	}
	return nil
}

// disown leaves handled items, which must be known when Zalo repeats an event, without
// words and whose they were; of somebody who has come back, as they are.
func (p *Post) disown(ctx context.Context, j *queue.Job) error {
	opened, err := p.Open(j.Body)
	if err != nil {
		return queue.Aside("Không mở được vì khóa SECRETS_KEY đã đổi. Không cần làm gì: mã người hỏi tự mất cùng tin đã xử lý sau 7 ngày.")
	}
	requester := string(opened)
	who, err := p.Store.Requester(ctx, requester)
	if err != nil && !errors.Is(err, desk.ErrNotFound) {
		return fmt.Errorf("load requester: %w", err)
	}
	back := err == nil && !who.Erased
	for _, q := range []*queue.Queue{p.Inbox, p.Outbox} {
		if back {
			break
		}
		gone, err := q.Disown(ctx, requester, j.Lane)
		if err != nil {
			return err
		}
		if !gone {
			return queue.Retry(min(p.Now().Sub(j.CreatedAt), disownEvery), "Chờ tin cuối của người đã xóa dữ liệu được xử lý xong.")
		}
	}
	j.Body = nil
	return p.Store.Scrub(ctx)
}

// disownEvery is the longest wait between two looks at whether a lane is empty.
const disownEvery = time.Minute
