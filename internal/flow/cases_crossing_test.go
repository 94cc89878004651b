package flow_test

import (
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow"
	flowcases "phatngon/internal/flow/cases"
	"phatngon/internal/store/storetest"
)

// crossing is a program whose verbs happen one by one while it is held.
type crossing struct {
	*flow.Flow
	held    atomic.Bool
	resting chan struct{} // it waits before a verb
	proceed chan struct{}
	over    chan error
}

func (r *replay) crossing() *crossing {
	c := &crossing{resting: make(chan struct{}), proceed: make(chan struct{}), over: make(chan error, 1)}
	c.Flow = r.programOn(r.base.Through(func(_ bool, verb func() error) error {
		if c.held.Load() {
			c.resting <- struct{}{}
			<-c.proceed
		}
		return verb()
	}))
	return c
}

func (c *crossing) begin(do func(f *flow.Flow) error) {
	c.held.Store(true)
	go func() { c.over <- do(c.Flow) }()
}

// verbs lets so many verbs happen, -1 for all there are; over: no more will.
func (c *crossing) verbs(most int) (over bool) {
	for n := 0; n != most; n++ {
		select {
		case <-c.resting:
			c.proceed <- struct{}{}
		case err := <-c.over:
			c.held.Store(false)
			c.over <- err
			return true
		}
	}
	return false
}

// crossings are what two officers do at the same moment, to cases with one report each; the
// first has a second case split off.
func crossings() map[string][2]func(f *flow.Flow, m matter) error {
	merge := func(from, into int) func(f *flow.Flow, m matter) error {
		return func(f *flow.Flow, m matter) error {
			return f.Cases.Merge(m.t.Context(), pressDesk, m.at[from], m.at[into].Code, "Cùng một tin.")
		}
	}
	return map[string][2]func(f *flow.Flow, m matter) error{
		"each into the other":             {merge(0, 1), merge(1, 0)},
		"into one that goes into a third": {merge(0, 1), merge(1, 2)},
		"back into one that goes elsewhere": {func(f *flow.Flow, m matter) error {
			return f.Cases.Unsplit(m.t.Context(), pressDesk, m.at[0], m.at[3].Code, "Nhầm.")
		}, merge(0, 1)},
	}
}

// matter is what a schedule of a crossing is about.
type matter struct {
	t       *testing.T
	at      []flowcases.Ref
	reports []string
}

// begins files three cases, and splits a fourth off the first.
func (r *replay) begins(f *flow.Flow, name string) matter {
	m := matter{t: r.t}
	file := func(i int, text string) string {
		in := flowcases.Filing{Source: fmt.Sprint(name, i), Channel: flowcases.ChannelChat, At: r.clock.now()}
		in.Text, in.Category = text, "disaster"
		report := must(f.Cases.File(r.t.Context(), people.Requester{ID: "oa:" + in.Source}, in))(r.t)
		m.reports = append(m.reports, report.ID)
		return report.Case
	}
	see := func(code string) {
		m.at = append(m.at, flowcases.Ref{Code: code, Version: must(r.base.Case(r.t.Context(), code))(r.t).Version})
	}
	for i := range 3 {
		see(file(i, fmt.Sprintf("https://youtu.be/%s_%d", name, i)))
	}
	file(3, fmt.Sprintf("https://youtu.be/%s_0", name))
	see(m.at[0].Code)
	split := must(f.Cases.Split(r.t.Context(), pressDesk, m.at[3], m.reports[3:], "Bài khác."))(r.t)
	m.at = m.at[:3]
	see(split)
	m.at[0].Version = must(r.base.Case(r.t.Context(), m.at[0].Code))(r.t).Version
	return m
}

// settled fails unless everything that follows is done, and each report is in one case, to
// which each of the codes leads or which is its own.
func (r *replay) settled(f *flow.Flow, m matter, schedule string) {
	r.t.Helper()
	for range 3 {
		r.clock.move(time.Hour)
		if err := f.Relay.Sweep(r.t.Context()); err != nil {
			r.t.Fatal(err)
		}
	}
	if left := must(r.base.Outstanding(r.t.Context(), 10))(r.t); len(left) > 0 {
		r.t.Fatalf("%s: what follows never ends: %v", schedule, left)
	}
	homes, into := map[string]int{}, 0
	for _, at := range m.at {
		c := must(r.base.Case(r.t.Context(), at.Code))(r.t)
		if _, err := r.base.CaseNow(r.t.Context(), at.Code); err != nil {
			r.t.Fatalf("%s: %v", schedule, err)
		}
		for _, report := range c.Reports {
			homes[report]++
		}
		if c.Into != "" {
			into++
		}
	}
	for _, report := range m.reports {
		if homes[report] != 1 {
			r.t.Fatalf("%s: a report stands in %d cases", schedule, homes[report])
		}
	}
	if into == 0 {
		r.t.Fatalf("%s: neither came about", schedule)
	}
}

// between is how far apart schedules are, unless thorough.
func between(verbs int) int {
	if *thorough {
		return 1
	}
	return verbs
}

// Whatever two officers do to the same cases at the same moment, and however their steps
// fall, it ends: no report is lost or stands twice, one of the two came about, and who could
// not is told so.
func TestCasesThatGoIntoEachOtherAtOnceComeToRest(t *testing.T) {
	for name, both := range crossings() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newReplay(t, storetest.Embedded(t, t.TempDir()))
			healthy, one, two := r.program(&storetest.Fault{}), r.crossing(), r.crossing()
			told, runs := 0, 0
			for i, firstOver := 2, false; !firstOver; i += between(6) {
				for j, secondOver := 4, false; !secondOver; j += between(6) {
					m := r.begins(healthy, fmt.Sprintf("%02dx%02dvideo", i, j))
					schedule := fmt.Sprintf("%d verbs, then %d of the other", i, j)
					one.begin(func(f *flow.Flow) error { return both[0](f, m) })
					two.begin(func(f *flow.Flow) error { return both[1](f, m) })
					firstOver, secondOver = one.verbs(i), two.verbs(j)
					one.verbs(-1)
					two.verbs(-1)
					for _, err := range []error{<-one.over, <-two.over} {
						if isRule(err) {
							told++
						} else if err != nil && !errors.Is(err, desk.ErrConflict) && !invalid(err) {
							t.Fatalf("%s: %v", schedule, err)
						}
					}
					r.settled(healthy, m, schedule)
					runs++
				}
			}
			if told == 0 {
				t.Error("nobody was told that it could not be")
			}
			t.Logf("%d schedules, told in %d", runs, told)
		})
	}
}

// invalid reports that what was asked for makes no sense any more.
func invalid(err error) bool {
	var wrong *desk.InvalidError
	return errors.As(err, &wrong)
}
