package flow_test

import (
	"context"
	"sync/atomic"
	"testing"
	"time"

	"phatngon/internal/queue"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

// Each of many who report a case, or wish to hear of it, costs as many calls of the store as
// each of few does, when they come and when they are told.
func TestEachOfACrowdCostsTheSame(t *testing.T) {
	for name, open := range map[string]func(t *testing.T) *store.Store{
		"sqlite":  func(t *testing.T) *store.Store { return storetest.Embedded(t, t.TempDir()) },
		"mongodb": func(t *testing.T) *store.Store { return storetest.Mongo(t) },
	} {
		t.Run(name, func(t *testing.T) {
			few, many := crowd{reporters: 15, askers: 6}, crowd{reporters: 45, askers: 18}
			comeFew, toldFew := few.costs(t, open(t))
			comeMany, toldMany := many.costs(t, open(t))
			t.Logf("calls for each: of %d people %d to come and %d to be told, of %d people %d and %d", few.all(), comeFew, toldFew, many.all(), comeMany, toldMany)
			if comeMany > comeFew || toldMany > toldFew {
				t.Error("each of many costs more")
			}
		})
	}
}

// costs is how many calls of the store each of a crowd costs, rounded up, when they come and
// when they are told.
func (c crowd) costs(t *testing.T, s *store.Store) (come, told int) {
	t.Helper()
	var calls atomic.Int64
	counted := s.Through(func(_ bool, verb func() error) error {
		calls.Add(1)
		return verb()
	})
	each := func() int { return (int(calls.Swap(0)) + c.all() - 1) / c.all() }
	r := newReplay(t, s)
	o := &office{t: t, ctx: t.Context(), Flow: r.programOn(counted), clock: &r.clock}
	calls.Store(0)
	code := c.arrives(o)
	come = each()
	r.clock.move(time.Minute)
	o.concludes(code)
	ctx, stop := context.WithCancel(t.Context())
	inbox := queue.New(s, "inbox", queue.Options{Lease: time.Hour, Now: r.clock.now, Poll: time.Millisecond}) // whose looking for work is not counted
	_ = inbox.Run(ctx, func(ctx context.Context, j *queue.Job) error {
		defer stop()
		calls.Store(0)
		err := o.Inbound.Handle(ctx, j)
		told = each()
		return err
	})
	return come, told
}
