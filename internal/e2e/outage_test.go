package e2e

import (
	"context"
	"testing"
	"time"

	"phatngon/internal/zalo/zalotest"
)

// Zalo is away while people write, and the program is killed meanwhile: nothing is set
// aside, and everyone is answered once when Zalo is back.
func TestKilledWhileZaloIsAwayEveryoneIsAnsweredOnce(t *testing.T) {
	const people, failed = 60, 3
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute+*outage)
	defer cancel()
	sim, p := zaloAndProgram(t, nil)

	asks(sim, people) // so that there is a token: without one nothing is even tried
	waitAnswered(ctx, t, sim, people)
	before := sim.Calls()
	sim.Down(zalotest.BadGateway(false))
	for i := range people {
		asks(sim, i)
	}
	if err := sim.Settle(ctx); err != nil {
		t.Fatal(err)
	}
	away(ctx, t, sim, before+failed)
	p.kill()
	p.start()
	sim.Down(zalotest.Fault{})
	for i := range people {
		waitAnswered(ctx, t, sim, i)
	}
	for i := range people {
		if n := answers(sim, i); n != 1 {
			t.Errorf("%s was answered %d times", who(i), n)
		}
	}
}

// away waits until so many calls were made, and as long as was asked for.
func away(ctx context.Context, t *testing.T, sim *zalotest.Server, calls int) {
	t.Helper()
	over := time.After(*outage)
	look := time.NewTicker(10 * time.Millisecond)
	defer look.Stop()
	for sim.Calls() < calls {
		select {
		case <-look.C:
		case <-ctx.Done():
			t.Fatalf("%d calls were made, not %d", sim.Calls(), calls)
		}
	}
	<-over
}
