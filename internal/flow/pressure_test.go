package flow_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"phatngon/internal/flow"
	"phatngon/internal/flow/access"
	"phatngon/internal/flow/delivery"
	"phatngon/internal/queue"
	"phatngon/internal/queue/budget"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/internal/zalo"
	"phatngon/internal/zalo/zalotest"
)

// pacedOffice is an office whose outbox keeps to a budget that is Zalo's own.
func pacedOffice(t *testing.T, perMinute int) *office {
	t.Helper()
	return pacedOfficeOn(t, storetest.Embedded(t, t.TempDir()), perMinute)
}

func pacedOfficeOn(t *testing.T, s *store.Store, perMinute int) *office {
	t.Helper()
	return newOfficeOn(t, s, zalotest.Options{RequestsPerMinute: perMinute}, func(f *flow.Deps) {
		f.Pace = budget.New(budget.Options{PerMinute: perMinute, Now: f.Now})
		f.Outbox = queue.New(f.Store, "outbox", queue.Options{Workers: 16, Lease: aLease, Now: f.Now,
			Poll: poll(s), Logger: f.Log, Gate: delivery.OutboxGate(f.Pace)})
	}, fever())
}

// crowd lets so many people write at once, and waits until all are heard.
func (o *office) crowd(n int) {
	o.t.Helper()
	o.write(0, n)
	for { // all inbox items are handled, so all replies wait in the outbox
		if err := o.sim.Settle(o.ctx); err != nil {
			o.t.Fatal(err)
		}
		in, err := o.Inbox.Counts(o.ctx)
		if err != nil {
			o.t.Fatal(err)
		}
		if in[store.ItemPending]+in[store.ItemWorking] == 0 {
			return
		}
	}
}

// write lets the people from..to-1 write.
func (o *office) write(from, to int) {
	for i := from; i < to; i++ {
		id := fmt.Sprintf("p%d", i)
		o.sim.AddPersona(zalotest.Persona{ID: id})
		o.sim.Say(id, feverAsk)
	}
}

// minuteOf lets so many people write one after the other within a minute.
func (o *office) minuteOf(n int) {
	o.t.Helper()
	for second := range 60 {
		o.write(second*n/60, (second+1)*n/60)
		o.rest()
		o.clock.move(time.Second)
	}
}

// runDown lets time pass, whole seconds at a time, until the outbox is empty; each time only
// when nobody is at work, and no further than something is due.
func (o *office) runDown(most time.Duration) (took time.Duration) {
	o.t.Helper()
	begin := o.clock.now()
	for !o.idle() {
		if took = o.clock.now().Sub(begin); took > most {
			o.t.Fatalf("not done after %v: %+v", took, o.Pace.Status())
		}
		o.rest()
		o.clock.move(o.secondsToDue())
	}
	return took
}

// secondsToDue is how long no lane is due, in whole seconds, at least one.
func (o *office) secondsToDue() time.Duration {
	o.t.Helper()
	now, wait := o.clock.now(), time.Hour
	for _, name := range []string{"inbox", "outbox"} {
		for _, lane := range must(o.Store.Queue(name).LanesDue(o.ctx, now, store.Never, 1))(o.t) {
			wait = min(wait, lane.Due.Sub(now))
		}
	}
	if wait == time.Hour {
		return time.Second
	}
	return max(time.Second, (wait + time.Second - 1).Truncate(time.Second))
}

// rest waits until everything that can be done now is done, and nobody is at it: a worker
// that has taken a lane has not asked the budget yet, and time that passes then is its own.
func (o *office) rest() {
	o.t.Helper()
	pause := time.Millisecond
	if !o.Store.Exclusive() { // asking a server is work for it
		pause = 100 * time.Millisecond
	}
	tick := time.NewTicker(pause)
	defer tick.Stop()
	for o.busy() {
		<-tick.C
	}
}

// busy asks for one thing after another, and for no more once there is something: lanes that
// are due or taken, then items.
func (o *office) busy() bool {
	o.t.Helper()
	if err := o.sim.Settle(o.ctx); err != nil {
		o.t.Fatal(err)
	}
	for _, name := range []string{"inbox", "outbox"} {
		lanes, now := o.Store.Queue(name), o.clock.now()
		due := must(lanes.LanesDue(o.ctx, time.Time{}, now.Add(time.Millisecond), 1))(o.t)
		if len(due) > 0 || len(must(lanes.LanesDue(o.ctx, now.Add(aLease/2), store.Never, 1))(o.t)) > 0 {
			return true
		}
	}
	in := must(o.Inbox.Counts(o.ctx))(o.t)
	return in[store.ItemPending]+in[store.ItemWorking] > 0 || must(o.Outbox.Counts(o.ctx))(o.t)[store.ItemWorking] > 0
}

// answeredOnce checks that each of the crowd was answered once, in order, and
// that nothing was set aside.
func (o *office) answeredOnce(n int) {
	o.t.Helper()
	for i := range n {
		id := fmt.Sprintf("p%d", i)
		if got := countOf(o.sim.Messages(id), "312 ca"); got != 1 {
			o.t.Fatalf("%s was answered %d times: %v", id, got, texts(o.sim.Messages(id)))
		}
	}
	if aside, _, err := o.Outbox.SetAside(o.ctx, "", 10); err != nil || len(aside) > 0 {
		o.t.Errorf("set aside: %+v, %v", aside, err)
	}
	err := o.Store.Queue("outbox").EachChanged(o.ctx, store.ItemDone, time.Time{}, store.Never, func(item store.Item) error {
		if item.Attempts != 1 {
			return fmt.Errorf("%d attempts were counted", item.Attempts)
		}
		return nil
	})
	if err != nil {
		o.t.Error(err)
	}
}

func TestSixHundredPeopleWithinAMinuteAreAnsweredInTurnAndToldOnceAtAHundredCallsAMinute(t *testing.T) {
	const people = 600
	o := pacedOffice(t, 100)
	o.minuteOf(people)
	took := time.Minute + o.runDown(20*time.Minute)
	o.answeredOnce(people)
	o.inTurn(people)
	early, below := o.toldOnce(people)
	if early < 4 || below < 400 {
		t.Errorf("%d were told early and %d with the answer", early, below)
	}
	if calls := o.sim.Calls(); calls > people*105/100 {
		t.Errorf("%d calls for %d answers", calls, people)
	}
	if took > 8*time.Minute {
		t.Errorf("took %v", took)
	}
	t.Logf("600 people within a minute, 100 calls a minute: last answer after %v, %d calls, told before %d, with the answer %d", took, o.sim.Calls(), early, below)
}

func TestSixHundredPeopleAreAnsweredAtOnceWithATwentyfoldPackage(t *testing.T) {
	o := pacedOffice(t, 2000)
	o.crowd(600)
	took := o.runDown(2 * time.Minute)
	o.answeredOnce(600)
	if took > time.Minute {
		t.Errorf("took %v", took)
	}
	if early, below := o.toldOnce(600); early+below > 0 {
		t.Errorf("%d were told of a wait though there was none", early+below)
	}
	t.Logf("600 people at once, 2,000 calls a minute: last answer after %v, %d calls", took, o.sim.Calls())
}

func TestAnHourWithoutZaloCostsNoAttemptAndNoMessage(t *testing.T) {
	for name, fault := range map[string]zalotest.Fault{
		"no connection":        zalotest.Unreachable(),
		"a broken gate":        zalotest.BadGateway(false),
		"empty answers":        zalotest.EmptyAnswer(false),
		"too many calls":       zalotest.Refuse(-32),
		"package switched off": zalotest.Refuse(-224),
	} {
		t.Run(name, func(t *testing.T) {
			const people = 30
			o := pacedOffice(t, 2000)
			o.sim.Down(fault)
			o.crowd(people)
			for range 3600 / 5 {
				o.rest()
				o.clock.move(5 * time.Second)
			}
			if s := o.Pace.Status(); !s.Open || s.Why == "" || s.Waiting == 0 {
				t.Errorf("status in the outage: %+v", s)
			}
			if calls := o.sim.Calls(); calls > 200 {
				t.Errorf("%d calls in an hour without Zalo", calls)
			}
			o.sim.Down(zalotest.Fault{})
			o.runDown(5 * time.Minute)
			o.answeredOnce(people)
			if early, below := o.toldOnce(people); early != 0 || below != people {
				t.Errorf("%d were told before, %d with the answer; want %d with it", early, below, people)
			}
			if s := o.Pace.Status(); s.Open || s.Waiting != 0 {
				t.Errorf("status after the outage: %+v", s)
			}
		})
	}
}

func TestAnOutageInTheMiddleOfASurgeCountsNoAttempt(t *testing.T) {
	const people = 220
	o := pacedOffice(t, 100)
	o.crowd(people)
	for range 65 { // two minutes' worth are sent, the second after the rest has begun to wait
		o.rest()
		o.clock.move(time.Second)
	}
	o.rest()
	o.sim.Down(zalotest.Refuse(-32))
	for range 600 {
		o.rest()
		o.clock.move(time.Second)
	}
	o.sim.Down(zalotest.Fault{})
	o.runDown(5 * time.Minute)
	o.answeredOnce(people)
	o.toldOnce(people)
}

func TestOneMessageThatZaloNeverAnswersHoldsUpNobodyAndIsSetAside(t *testing.T) {
	o := pacedOffice(t, 2000)
	o.sim.FailSends(200, zalotest.BadGateway(false)) // sends alone: the conversation can be read
	o.sim.Say("hoa", feverAsk)
	o.rest()
	o.runDown(time.Hour)
	aside, _, err := o.Outbox.SetAside(o.ctx, "", 10)
	if err != nil || len(aside) != 1 || !strings.Contains(aside[0].Reason, "chưa rõ tin đã tới hay chưa") {
		t.Errorf("set aside = %+v, %v; want the reason", aside, err)
	}
}

func TestARevokedTokenSetsNothingAsideAndANewOneLetsAllGoOn(t *testing.T) {
	o := pacedOffice(t, 2000)
	o.sim.RevokeTokens()
	o.crowd(5)
	for range 60 {
		o.rest()
		o.clock.move(10 * time.Second)
	}
	if s := o.Pace.Status(); !s.Open || !strings.Contains(s.Why, "phatngon zalo token") {
		t.Errorf("status: %+v; want what to do", s)
	}
	if err := o.Ready(o.ctx); err == nil || !strings.HasPrefix(err.Error(), "zalo token") {
		t.Errorf("ready: %v; want the part named", err)
	}
	tokens := access.NewTokenStore(o.Store, o.Secrets, o.Now)
	if err := tokens.Replace(o.ctx, o.sim.Consent().RefreshToken); err != nil {
		t.Fatal(err)
	}
	o.runDown(5 * time.Minute)
	o.answeredOnce(5)
	if err := o.Ready(o.ctx); err != nil {
		t.Errorf("ready: %v", err)
	}
}

func TestWhatTheMonthDoesNotPayForWaitsForThePersonOrTheNextMonth(t *testing.T) {
	o := pacedOffice(t, 2000)
	o.clock.move(3 * 24 * time.Hour)
	r := o.filed("hoa", "Xe khám lưu động tới bản Ón ngày nào?")
	other := o.filed("nam", "Xe khám lưu động tới bản Ón khi nào?")
	o.clock.move(3 * 24 * time.Hour) // outside the free 48 hours
	o.Pace.Paid(0, 500)
	calls := o.sim.Calls()
	o.answered(r.Code, busBody)
	o.answered(other.Code, busBody)
	o.quiet()
	aside, _, err := o.Outbox.SetAside(o.ctx, "", 10)
	if err != nil || len(aside) != 2 || !strings.Contains(aside[0].Reason, "hạn mức") {
		t.Fatalf("set aside = %+v, %v", aside, err)
	}
	if more := o.sim.Calls() - calls; more != 0 {
		t.Errorf("%d calls for what cannot be paid", more)
	}
	o.sim.Say("hoa", "chào")
	o.hears("hoa", busBody)
	o.clock.move(3 * 24 * time.Hour) // December; still within the 7 days
	if err := o.Tidy(o.ctx); err != nil {
		t.Fatal(err)
	}
	o.hears("nam", busBody)
}

// observed lets the client of a test's office tell its budget.
func observed(c zalo.Config, f *flow.Flow) zalo.Config {
	if f.Pace != nil {
		c.Observe = delivery.ObserveZalo(f.Pace)
	}
	return c
}
