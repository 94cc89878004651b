package main

import "time"

// A stopwatch times a piece of work, by the clock on the wall or by the
// processor time it costs.
type stopwatch struct{ processor bool }

// time is how long work took.
func (s stopwatch) time(work func() error) (time.Duration, error) {
	if !s.processor {
		start := time.Now()
		err := work()
		return time.Since(start), err
	}
	before, err := processorTime()
	if err != nil {
		return 0, err
	}
	if err := work(); err != nil {
		return 0, err
	}
	after, err := processorTime()
	return after - before, err
}
