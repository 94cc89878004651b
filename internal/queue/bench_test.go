package queue

import (
	"runtime"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"

	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

// BenchmarkInboxPut puts events of 1,000 people from 64 webhooks at a time: as the
// queue does it, and one after the other, which is what group commit saves.
func BenchmarkInboxPut(b *testing.B) {
	engines := []struct {
		name string
		open func(testing.TB) *store.Store
	}{
		{"sqlite", func(b testing.TB) *store.Store { return storetest.Embedded(b, b.TempDir()) }},
		{"mongodb", storetest.Mongo},
	}
	for _, e := range engines {
		b.Run(e.name+"/group-commit", func(b *testing.B) { benchmarkPut(b, e.open(b), nil) })
		b.Run(e.name+"/one-by-one", func(b *testing.B) { benchmarkPut(b, e.open(b), new(sync.Mutex)) })
	}
}

func benchmarkPut(b *testing.B, s *store.Store, alone *sync.Mutex) {
	q := New(s, "inbox", quiet(Options{}))
	body := make([]byte, 600) // about what Zalo sends
	var n atomic.Int64
	b.SetParallelism(max(1, 64/runtime.GOMAXPROCS(0)))
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			i := n.Add(1)
			if alone != nil {
				alone.Lock()
			}
			_, err := q.Put(b.Context(), Item{ID: strconv.FormatInt(i, 10), Lane: strconv.FormatInt(i%1000, 10), Body: body})
			if alone != nil {
				alone.Unlock()
			}
			if err != nil {
				b.Error(err)
			}
		}
	})
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "puts/s")
}
