package budget

import (
	"fmt"
	"testing"
	"time"
)

// full returns a budget of 100 calls a minute whose replies wait behind so many others.
func full(waiting int) (*Budget, *clock) {
	b, c := newBudget(Options{PerMinute: 100})
	for i := range 95 + waiting {
		if lane := fmt.Sprint("other ", i); b.Admit(Ask{Lane: lane}) == 0 {
			send(b, lane)
		}
	}
	return b, c
}

func TestWhoWaitsLongIsToldAtOnceAndKeepsTheTurn(t *testing.T) {
	b, c := full(200)
	wait, ok := b.Tell("hoa")
	if !ok || wait < 2*time.Minute || wait > 3*time.Minute {
		t.Fatalf("told %t of %v, want between 2 and 3 minutes", ok, wait)
	}
	send(b, "hoa")
	later := b.Admit(Ask{Lane: "lan"})
	if again := b.Admit(Ask{Lane: "hoa"}); again != wait {
		t.Errorf("waits %v after being told %v", again, wait)
	}
	if later < wait {
		t.Errorf("who came later waits %v, less than %v", later, wait)
	}
	c.at = c.at.Add(wait)
	for i := range 200 { // who is not there any more is passed over
		b.line.leave(fmt.Sprint("other ", 95+i))
	}
	if again := b.Admit(Ask{Lane: "hoa"}); again != 0 {
		t.Errorf("waits %v more than told", again)
	}
}

func TestNobodyIsToldOfAShortWaitOrOfOneThatNobodyKnows(t *testing.T) {
	b, _ := newBudget(Options{PerMinute: 100})
	if b.MayTell() {
		t.Error("told though nobody waits")
	}
	small, _ := newBudget(Options{PerMinute: 19})
	for i := range 60 {
		if lane := fmt.Sprint(i); small.Admit(Ask{Lane: lane}) == 0 {
			send(small, lane)
		}
	}
	if small.MayTell() {
		t.Error("told out of a budget that keeps nothing for it")
	}
	down, _ := full(200)
	down.Observe(Outcome{Sends: true, Outage: "down"})
	if _, ok := down.Tell("hoa"); ok {
		t.Error("told of the end of an outage")
	}
}

func TestTellingTakesATwentiethOfTheCallsSpreadOverTheMinute(t *testing.T) {
	b, c := full(1000)
	told := 0
	for i := range 600 { // a minute, ten people a second want to be told
		lane := fmt.Sprint("person ", i)
		if _, ok := b.Tell(lane); ok {
			told++
			send(b, lane)
		}
		c.at = c.at.Add(100 * time.Millisecond)
	}
	if told != 5 {
		t.Errorf("%d people told in a minute of 100 calls, want 5", told)
	}
	if n := len(b.window.at); n > 100 {
		t.Errorf("%d calls in a minute of 100", n)
	}
}

func TestTellingNeverGoesOverTheBudgetOfAMinute(t *testing.T) {
	b, c := full(1000)
	b.Observe(Outcome{Limit: 100, Remain: 0}) // another program uses what is kept
	if b.MayTell() {
		t.Error("told with no call left")
	}
	c.at = c.at.Add(time.Minute)
	if !b.MayTell() {
		t.Error("nobody may be told in the next minute")
	}
}

func TestTheStatusSaysWhatWillBeLate(t *testing.T) {
	b, _ := full(100)
	b.Admit(Ask{Lane: "an answer", Priority: Answer})
	b.Admit(Ask{Lane: "a notice", Priority: Notice})
	late := b.Status().Late
	if late[Reply].Waiting != 100 || late[Answer].Waiting != 1 || late[Notice].Waiting != 1 || late[Broadcast].Waiting != 0 {
		t.Errorf("waiting: %+v", late)
	}
	if late[Reply].Delay < time.Minute || late[Reply].Delay > late[Answer].Delay || late[Answer].Delay > late[Notice].Delay {
		t.Errorf("delays: %+v; want the less urgent later", late)
	}
}
