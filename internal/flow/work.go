package flow

import (
	"context"
	"errors"
	"sync"
)

// Work runs the queues and the watchers until stop is called, which waits until
// they have finished what they hold. It outlives ctx, so that the listener can
// be closed first.
func (f *Flow) Work(ctx context.Context) (stop func()) {
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	var workers sync.WaitGroup
	workers.Go(func() { f.logEnd("inbox", f.Inbox.Run(ctx, f.Inbound.Handle)) })
	workers.Go(func() { f.logEnd("outbox", f.Outbox.Run(ctx, f.Delivery.Handle)) })
	workers.Go(func() { f.Relay.Watch(ctx) })
	workers.Go(func() { f.Rules.Watch(ctx) })
	workers.Go(func() { f.Index.Watch(ctx) })
	workers.Go(func() { f.Index.Compact(ctx) })
	workers.Go(func() { f.KeepHouse(ctx) })
	workers.Go(func() { f.Notices.Watch(ctx) })
	workers.Go(func() { f.Statistics.Watch(ctx) })
	workers.Go(func() { f.HandOvers.Watch(ctx) })
	workers.Go(func() { f.Access.KeepLoginFailures(ctx) })
	if f.Embeddings != nil {
		workers.Go(func() { f.Index.KeepVectors(ctx) })
	}
	return func() {
		cancel()
		workers.Wait()
	}
}

func (f *Flow) logEnd(worker string, err error) {
	if err != nil && !errors.Is(err, context.Canceled) {
		f.Log.Error("worker ended", "worker", worker, "error", err)
	}
}
