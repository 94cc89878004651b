package flow_test

import (
	"slices"
	"testing"
	"time"

	"phatngon/internal/desk/people"
	"phatngon/internal/store"
	"phatngon/knowledge/answer"
)

// The figures are for make bench-surge; only what is said is checked.
func TestSurgeInRealTimeKeepsNobodyInTheAppWaiting(t *testing.T) {
	const people = 200
	o := pacedOffice(t, 100)
	calm := o.appAnswers(func(n int) bool { return n < 50 })
	stop := o.realTime()
	defer stop()
	began := time.Now()
	o.write(0, people)
	wrote := time.Since(began)
	heard := o.heard()
	storm := o.appAnswers(func(int) bool {
		select {
		case <-heard:
			return false
		default:
			return true
		}
	})
	took := time.Since(began)
	if len(storm) == 0 {
		t.Fatal("nobody was answered in the app during the storm")
	}
	out, err := o.Outbox.Counts(o.ctx)
	if err != nil || out[store.ItemAside] > 0 {
		t.Errorf("set aside: %v, %v", out, err)
	}
	t.Logf("%d people wrote within %v, all heard after %v, %d answered by then; the app's answers: calm p50 %v p99 %v, in the storm p50 %v p99 %v of %d",
		people, wrote.Round(time.Millisecond), took.Round(time.Millisecond), o.sim.Calls(),
		share(calm, 50), share(calm, 99), share(storm, 50), share(storm, 99), len(storm))
}

// appAnswers asks as the Mini App does, up to fifty times a second, and returns how long
// each answer took, shortest first.
func (o *office) appAnswers(more func(n int) bool) (took []time.Duration) {
	o.t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for n := 0; more(n); n++ {
		<-tick.C
		began := time.Now()
		a, err := o.Inbound.Ask(o.ctx, people.Requester{}, feverAsk)
		if err != nil || a.Status != answer.Answered {
			o.t.Fatalf("the app's answer is %s, %v", a.Status, err)
		}
		took = append(took, time.Since(began))
	}
	slices.Sort(took)
	return took
}

// heard is closed when every message written so far is handled.
func (o *office) heard() <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := o.sim.Settle(o.ctx); err != nil {
			o.t.Error(err)
		}
		tick := time.NewTicker(50 * time.Millisecond)
		defer tick.Stop()
		for open := 1; open > 0 && o.ctx.Err() == nil; <-tick.C {
			in, err := o.Inbox.Counts(o.ctx)
			if err != nil {
				o.t.Error(err)
			}
			open = in[store.ItemPending] + in[store.ItemWorking]
		}
	}()
	return done
}

// realTime lets the office's clock run until stop is called.
func (o *office) realTime() (stop func()) {
	tick, end, ended := time.NewTicker(10*time.Millisecond), make(chan bool), make(chan bool)
	go func() {
		defer close(ended)
		for last := time.Now(); ; {
			select {
			case now := <-tick.C:
				o.clock.move(now.Sub(last))
				last = now
			case <-end:
				return
			}
		}
	}()
	return func() { tick.Stop(); close(end); <-ended }
}

// share is the value that so many percent of sorted values do not exceed.
func share(sorted []time.Duration, percent int) time.Duration {
	return sorted[min(len(sorted)*percent/100, len(sorted)-1)].Round(10 * time.Microsecond)
}
