package store_test

import (
	"sync"
	"testing"
	"time"
)

var day = time.Date(2026, 11, 23, 7, 0, 0, 0, time.UTC)

// race runs do in n goroutines that start together.
func race(n int, do func(i int)) {
	var start, done sync.WaitGroup
	start.Add(1)
	for i := range n {
		done.Go(func() {
			start.Wait()
			do(i)
		})
	}
	start.Done()
	done.Wait()
}

// walk follows the pages to the end and checks their sizes.
func walk[T any](t *testing.T, size int, page func(after string) ([]T, string, error)) []T {
	t.Helper()
	var all []T
	for after := ""; ; {
		items, next, err := page(after)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, items...)
		if next == "" {
			return all
		}
		if len(items) != size {
			t.Fatalf("a page of %d before the last, want %d", len(items), size)
		}
		after = next
	}
}
