package main

import (
	"runtime"
	"sync"
)

// parallel calls work for 0 to n-1, as many at once as there are processors.
func parallel(n int, work func(i int)) {
	var all sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range n {
		free <- struct{}{}
		all.Go(func() {
			defer func() { <-free }()
			work(i)
		})
	}
	all.Wait()
}
