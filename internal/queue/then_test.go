package queue

import (
	"context"
	"testing"

	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

func TestWhoSetsAnItemAsideLooksAgainOnceThatIsStored(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		q := New(s, "outbox", quiet(Options{}))
		put(t, q, Item{ID: "m", Lane: "oa:1"})
		seen := make(chan string, 1)
		stop := start(t, q, func(context.Context, *Job) error {
			return AsideThen("Chờ người hỏi nhắn.", func(ctx context.Context) {
				item, err := q.Item(ctx, "m")
				if err != nil {
					t.Error(err)
				}
				seen <- item.State
			})
		})
		defer stop()
		if got := <-seen; got != store.ItemAside {
			t.Errorf("it looks again while the item is %s", got)
		}
	})
}
