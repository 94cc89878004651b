package flow_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/desk/effect"
	"phatngon/internal/desk/people"
	flowcases "phatngon/internal/flow/cases"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/internal/zalo/zalotest"
)

// crowd is everybody who reported one case or asked to hear of it; half of who asked
// reported too.
type crowd struct {
	reporters, askers int
}

func (c crowd) all() int { return c.reporters + c.askers - c.askers/2 }

func (c crowd) id(i int) string { return fmt.Sprintf("oa:%d", 6180339887400000000+i) }

// arrives files what the crowd reports and asks, and returns the code of the one case.
func (c crowd) arrives(o *office) string {
	o.t.Helper()
	for i := range c.all() {
		who := people.Requester{ID: c.id(i), OAUserID: c.id(i)[len("oa:"):], CreatedAt: o.clock.now()}
		if err := o.Store.InsertRequester(o.ctx, &who); err != nil && !errors.Is(err, desk.ErrConflict) {
			o.t.Fatal(err)
		}
		if i < c.reporters {
			in := flowcases.Filing{Source: fmt.Sprint("many:", i), Channel: flowcases.ChannelChat, At: o.clock.now()}
			in.Text, in.Category, in.Consent = "https://youtu.be/dQw4w9WgXcQ?si="+fmt.Sprint(i), "disaster", true
			must(o.Cases.File(o.ctx, who, in))(o.t)
		}
		if i >= c.reporters-c.askers/2 {
			wish := effect.Effect{Key: fmt.Sprint("wish:", i), At: o.clock.now(), Wish: &effect.Wish{Text: "https://youtu.be/dQw4w9WgXcQ có thật không"}}
			if err := o.Cases.Follow(o.ctx, who.ID, wish); err != nil {
				o.t.Fatal(err)
			}
		}
	}
	return o.theCase().Code
}

// concludes brings a case to its published end, in an office without Zalo.
func (o *office) concludes(code string) {
	o.t.Helper()
	for _, step := range []func(flowcases.Ref) error{o.classified, o.verified, o.drafted, o.concluded, o.labelled, o.madePublic} {
		if err := step(o.caseAt(code)); err != nil {
			o.t.Fatal(err)
		}
	}
}

// diesAfter is after how many writes each program dies that tells a crowd: some dozens of
// people, so that it never ends unless each goes on where the one before died.
const diesAfter = 60

// Whoever reported or asked hears a conclusion once, though the program dies again and
// again while it tells them.
func TestManyReportersAreEachToldOnceThoughTheProgramDies(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		r := newReplay(t, s)
		healthy := r.program(&storetest.Fault{})
		o := &office{t: t, ctx: t.Context(), Flow: healthy, clock: &r.clock}
		c := crowd{reporters: reportersOn(s), askers: reportersOn(s) / 10}
		code := c.arrives(o)
		r.clock.move(time.Minute)
		o.concludes(code)
		deaths := 0
		for died := true; died; {
			fault := &storetest.Fault{At: diesAfter, Lost: deaths%2 == 1}
			f := r.program(fault)
			fault.Arm()
			if died = r.work(f, fault); died {
				deaths++
			}
			if deaths > c.all() {
				t.Fatal("it never gets further")
			}
		}
		if deaths == 0 {
			t.Error("nothing died")
		}
		t.Logf("%d people, %d deaths", c.all(), deaths)
		for i := range c.all() {
			told := 0
			for _, it := range must(s.Queue("outbox").OpenItems(t.Context(), c.id(i), 0))(t) {
				if strings.Contains(string(it.Body), code) {
					told++
				}
			}
			if told != 1 {
				t.Errorf("%s is told %d times", c.id(i), told)
			}
		}
	})
}

// A crowd that is told a conclusion is told within what Zalo allows a minute, and nobody is
// tried twice for it.
func TestManyReportersAreToldAtThePaceOfTheBudget(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		perMinute := reportersOn(s) / 5
		o := pacedOfficeOn(t, s, perMinute)
		c := crowd{reporters: reportersOn(s), askers: reportersOn(s) / 10}
		for i := range c.all() {
			id := c.id(i)[len("oa:"):]
			o.sim.AddPersona(zalotest.Persona{ID: id, UserID: id})
			o.sim.Say(id, "xin chào")
		}
		o.rest()
		o.runDown(20 * time.Minute)
		code, calls := c.arrives(o), o.sim.Calls()
		o.clock.move(time.Minute)
		o.concludes(code)
		o.rest()
		took := o.runDown(20 * time.Minute)
		calls = o.sim.Calls() - calls
		for i := range c.all() {
			if n := countOf(o.sim.Messages(c.id(i)[len("oa:"):]), truth); n != 1 {
				t.Errorf("%s heard it %d times", c.id(i), n)
			}
		}
		if least := time.Duration(calls/perMinute-1) * time.Minute; took < least || calls > c.all()+c.askers { // who asked heard that it was noted
			t.Errorf("%d people were told with %d calls within %v", c.all(), calls, took)
		}
		tried := o.Store.Queue("outbox").EachChanged(o.ctx, store.ItemDone, time.Time{}, store.Never, func(item store.Item) error {
			if item.Attempts != 1 {
				return fmt.Errorf("%s was tried %d times", item.ID, item.Attempts)
			}
			return nil
		})
		if tried != nil {
			t.Error(tried)
		}
		t.Logf("%d people told with %d calls within %v", c.all(), calls, took)
	})
}
