package budget

import (
	"container/heap"
	"fmt"
	"slices"
	"testing"
	"time"
)

type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func newBudget(o Options) (*Budget, *clock) {
	c := &clock{time.Date(2026, 11, 28, 7, 0, 0, 0, time.UTC)}
	o.Now = c.now
	o.Jitter = func() float64 { return 0 }
	return New(o), c
}

// send is an admitted call that Zalo answers at once.
func send(b *Budget, lane string) {
	b.Observe(Outcome{Sends: true})
	b.Done(lane)
}

// arrival is a person who writes, or comes back when told.
type arrival struct {
	at     time.Time
	person int
}

type arrivals []arrival

func (a arrivals) Len() int           { return len(a) }
func (a arrivals) Less(i, j int) bool { return a[i].at.Before(a[j].at) }
func (a arrivals) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }
func (a *arrivals) Push(v any)        { *a = append(*a, v.(arrival)) }
func (a *arrivals) Pop() any {
	last := (*a)[len(*a)-1]
	*a = (*a)[:len(*a)-1]
	return last
}

// surge lets people write within a minute and returns when each was answered,
// and how often anybody asked.
func surge(b *Budget, c *clock, people int) (served []arrival, asked int) {
	var due arrivals
	for i := range people {
		heap.Push(&due, arrival{c.at.Add(time.Duration(i) * time.Minute / time.Duration(people)), i})
	}
	for due.Len() > 0 {
		next := heap.Pop(&due).(arrival)
		c.at = next.at
		asked++
		lane := fmt.Sprint(next.person)
		if wait := b.Admit(Ask{Lane: lane}); wait > 0 {
			heap.Push(&due, arrival{c.at.Add(wait), next.person})
			continue
		}
		send(b, lane)
		served = append(served, arrival{c.at, next.person})
	}
	return served, asked
}

func TestASurgeIsServedInTurnWithinTheBudgetOfEveryMinute(t *testing.T) {
	for _, tc := range []struct{ people, perMinute int }{{600, 100}, {600, 2000}, {6000, 2000}, {37_000, 2000}} {
		t.Run(fmt.Sprintf("%d people, %d a minute", tc.people, tc.perMinute), func(t *testing.T) {
			b, c := newBudget(Options{PerMinute: tc.perMinute})
			begin := c.at
			served, asked := surge(b, c, tc.people)
			if len(served) != tc.people {
				t.Fatalf("%d answered", len(served))
			}
			for i, s := range served {
				if s.person != i {
					t.Fatalf("answer %d went to person %d", i, s.person)
				}
				if j := i - tc.perMinute; j >= 0 && s.at.Sub(served[j].at) < time.Minute {
					t.Fatalf("more than %d calls in the minute before %v", tc.perMinute, s.at)
				}
			}
			took, most := served[len(served)-1].at.Sub(begin), time.Duration(tc.people*20/19/tc.perMinute+1)*time.Minute
			if took > most {
				t.Errorf("took %v, at most %v are needed", took, most)
			}
			if asked > 3*tc.people {
				t.Errorf("asked %d times for %d calls: workers spin", asked, tc.people)
			}
		})
	}
}

func TestTheMoreUrgentGoesFirst(t *testing.T) {
	b, c := newBudget(Options{PerMinute: 1})
	b.Admit(Ask{Lane: "first"})
	send(b, "first")
	for lane, p := range map[string]Priority{"broadcast": Broadcast, "notice": Notice, "answer": Answer, "reply": Reply} {
		if b.Admit(Ask{Lane: lane, Priority: p}) == 0 {
			t.Fatalf("%s went over the budget", lane)
		}
	}
	var order []string
	for range 4 {
		c.at = c.at.Add(time.Minute)
		for _, a := range []Ask{{"broadcast", "", Broadcast}, {"notice", "", Notice}, {"answer", "", Answer}, {"reply", "", Reply}} {
			if !slices.Contains(order, a.Lane) && b.Admit(a) == 0 {
				order = append(order, a.Lane)
				send(b, a.Lane)
				break
			}
		}
	}
	if want := []string{"reply", "answer", "notice", "broadcast"}; !slices.Equal(order, want) {
		t.Errorf("served %v, want %v", order, want)
	}
}

func TestTheParagraphsOfOneMessageAreNotTornApart(t *testing.T) {
	b, c := newBudget(Options{PerMinute: 2})
	b.Admit(Ask{Lane: "x"})
	send(b, "x")
	long := Ask{Lane: "long", Cause: "event 1"}
	if b.Admit(long) != 0 {
		t.Fatal("no room for the first paragraph")
	}
	send(b, "long")
	for _, lane := range []string{"a", "b", "c"} {
		b.Admit(Ask{Lane: lane})
	}
	b.Admit(long)
	c.at = c.at.Add(time.Minute)
	if wait := b.Admit(long); wait != 0 {
		t.Errorf("the second paragraph waits %v behind others", wait)
	}
}

func TestWhoDoesNotComeBackHoldsNobodyUp(t *testing.T) {
	b, c := newBudget(Options{PerMinute: 1})
	b.Admit(Ask{Lane: "x"})
	send(b, "x")
	b.Admit(Ask{Lane: "gone"})
	wait := b.Admit(Ask{Lane: "here"})
	if wait != 2*time.Minute {
		t.Errorf("waits %v, want its turn after the one before", wait)
	}
	c.at = c.at.Add(wait)
	if wait := b.Admit(Ask{Lane: "here"}); wait != 0 {
		t.Errorf("waits %v more for one who is gone", wait)
	}
}

func TestZalosOwnCountIsHeededWhereItIsStricter(t *testing.T) {
	b, c := newBudget(Options{PerMinute: 100})
	b.Admit(Ask{Lane: "a"})
	b.Observe(Outcome{Sends: true, Limit: 100, Remain: 1}) // another program has made 98 calls
	b.Done("a")
	if left := b.Status().CallsLeft; left != 1 {
		t.Errorf("%d calls left, Zalo says 1", left)
	}
	c.at = c.at.Add(time.Minute)
	b.Observe(Outcome{Sends: true, Limit: 4000, Remain: 3999})
	if s := b.Status(); s.PerMinute != 100 || s.CallsLeft != 99 {
		t.Errorf("%d of %d calls left; the app's limit is not the account's", s.CallsLeft, s.PerMinute)
	}
}

func TestInAnOutageOneCallTriesAtATimeAndItsSuccessOpensForAll(t *testing.T) {
	b, c := newBudget(Options{PerMinute: 600})
	tried := 0
	attempt := func(lane, outage string) bool {
		if b.Admit(Ask{Lane: lane}) > 0 {
			return false
		}
		tried++
		b.Observe(Outcome{Sends: true, Outage: outage})
		b.Done(lane)
		return true
	}
	attempt("0", "down")
	for range 3600 { // an hour, all asking every second
		c.at = c.at.Add(time.Second)
		for lane := range 10 {
			attempt(fmt.Sprint(lane), "down")
		}
	}
	if tried < 55 || tried > 70 {
		t.Errorf("%d calls in an hour of outage, want about one a minute", tried)
	}
	if s := b.Status(); !s.Open || s.Why != "down" || s.Waiting == 0 || s.Delay <= 0 {
		t.Errorf("status %+v", s)
	}
	for !attempt("0", "") {
		c.at = c.at.Add(time.Second)
	}
	if s := b.Status(); s.Open {
		t.Errorf("still open after a success: %+v", s)
	}
	if !attempt("1", "") || !attempt("2", "") {
		t.Error("others still wait after the probe succeeded")
	}
}

func TestOnlyOneProbesWhileItsAnswerIsAwaited(t *testing.T) {
	b, c := newBudget(Options{})
	b.Admit(Ask{Lane: "a"})
	b.Admit(Ask{Lane: "b"})
	b.Observe(Outcome{Sends: true, Outage: "down"})
	b.Observe(Outcome{Sends: true, Outage: "down"}) // under way when it opened: no second failure
	b.Done("a")
	b.Done("b")
	c.at = c.at.Add(time.Second)
	if b.Admit(Ask{Lane: "a"}) != 0 {
		t.Fatal("no probe after the first pause")
	}
	if b.Admit(Ask{Lane: "b"}) == 0 {
		t.Error("a second probe")
	}
	b.Done("a") // it made no call: the person had been silent for too long, say
	if b.Admit(Ask{Lane: "b"}) != 0 {
		t.Error("nobody may probe after a probe without a call")
	}
}

func TestLessUrgentPaidMessagesLeaveTheRestOfTheMonthToOthers(t *testing.T) {
	b, c := newBudget(Options{})
	for _, tc := range []struct {
		remain int
		may    []Priority
		not    []Priority
	}{
		{500, []Priority{Reply, Answer, Notice, Broadcast}, nil},
		{250, []Priority{Answer, Notice}, []Priority{Broadcast}},
		{100, []Priority{Answer}, []Priority{Notice, Broadcast}},
		{0, nil, []Priority{Reply, Answer}},
	} {
		b.Paid(tc.remain, 500)
		for _, p := range tc.may {
			if !b.MayPay(p) {
				t.Errorf("%d left: priority %d may not", tc.remain, p)
			}
		}
		for _, p := range tc.not {
			if b.MayPay(p) {
				t.Errorf("%d left: priority %d may", tc.remain, p)
			}
		}
	}
	c.at = time.Date(2026, 11, 30, 17, 0, 0, 0, time.UTC) // December in Vietnam
	if !b.MayPay(Broadcast) {
		t.Error("last month's count holds in the new month")
	}
}

func TestOurOwnMonthlyLimitHoldsBelowZalos(t *testing.T) {
	b, _ := newBudget(Options{PerMonth: 300})
	b.Paid(1800, 2000)
	if s := b.Status(); s.MonthLeft != 100 || s.PerMonth != 300 {
		t.Errorf("%d of %d left, want 100 of 300", s.MonthLeft, s.PerMonth)
	}
	b.UsedUp()
	if b.MayPay(Reply) {
		t.Error("pays after Zalo said that nothing is left")
	}
}
