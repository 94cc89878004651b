package queue

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"testing"
	"time"

	"phatngon/internal/desk"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

func TestALaneIsTakenOverWhenItsOwnerFallsSilent(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		c := newClock()
		o := quiet(Options{Now: c.now, Lease: forever, Poll: time.Millisecond})
		silent, other := New(s, "outbox", o), New(s, "outbox", o)
		put(t, silent, Item{ID: "m1", Lane: "a"}, Item{ID: "m2", Lane: "a"})

		marked, wake, late := make(chan bool), make(chan bool), make(chan error, 1)
		stop := start(t, silent, func(ctx context.Context, j *Job) error {
			if err := j.SetMark(ctx, "sending"); err != nil {
				t.Error(err)
			}
			marked <- true
			<-wake
			late <- j.SetMark(ctx, "sent")
			return nil
		})
		receive(t, marked)
		found, err := (&dispatcher{q: other, busy: map[string]bool{}}).due(t.Context())
		if err != nil || len(found) != 0 {
			t.Errorf("%d lanes to take over before the lease ends, %v", len(found), err)
		}

		c.advance(forever + time.Second)
		jobs := make(chan Item, 2)
		start(t, other, func(_ context.Context, j *Job) error {
			j.Ref = "by other"
			jobs <- j.Item
			return nil
		})
		if j := receive(t, jobs); j.ID != "m1" || j.Mark != "sending" || j.Attempts != 2 {
			t.Errorf("taken over: %+v", j)
		}
		if j := receive(t, jobs); j.ID != "m2" {
			t.Errorf("then came %s", j.ID)
		}
		wake <- true
		if err := receive(t, late); !errors.Is(err, desk.ErrConflict) {
			t.Errorf("the former owner's mark: %v, want ErrConflict", err)
		}
		stop()
		if item := stateOf(t, other, "m1"); item.Ref != "by other" || item.State != store.ItemDone {
			t.Errorf("the former owner's outcome counted: %+v", item)
		}
	})
}

func TestALeaseIsRenewedWhileTheLaneIsOurs(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		c := newClock()
		q := New(s, "inbox", quiet(Options{Now: c.now, Lease: time.Minute}))
		put(t, q, Item{ID: "m1", Lane: "a"})
		lane, err := q.s.Lane(t.Context(), "a")
		if err != nil {
			t.Fatal(err)
		}
		h, held, err := q.claim(t.Context(), lane)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := q.claim(t.Context(), lane); !errors.Is(err, errLost) {
			t.Errorf("claimed a second time: %v, want errLost", err)
		}
		c.advance(40 * time.Second)
		put(t, q, Item{ID: "m2", Lane: "a"}) // raises the lane's version
		h.renew(held)
		if got := h.until().Sub(c.now()); got != time.Minute || held.Err() != nil {
			t.Errorf("renewed for %v, %v", got, held.Err())
		}
		c.advance(2 * time.Minute)
		stolen, err := q.s.Lane(t.Context(), "a")
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := q.claim(t.Context(), stolen); err != nil {
			t.Fatal(err)
		}
		h.renew(held)
		if !errors.Is(context.Cause(held), errLost) {
			t.Errorf("the job goes on without its lane: %v", context.Cause(held))
		}
		if err := h.release(t.Context(), c.now()); err == nil {
			t.Error("released a lane of another owner")
		}
	})
}

func TestWhatIsPutWhileALaneIsLetGoIsSeen(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		q := New(s, "inbox", quiet(Options{}))
		put(t, q, Item{ID: "m1", Lane: "a", NotBefore: time.Now().Add(forever)})
		lane, err := q.s.Lane(t.Context(), "a")
		if err != nil {
			t.Fatal(err)
		}
		h, held, err := q.claim(t.Context(), lane)
		if err != nil {
			t.Fatal(err)
		}
		_, due, err := q.head(held, "a") // nothing to do now
		if err != nil || due.IsZero() {
			t.Fatalf("due %v, %v", due, err)
		}
		put(t, q, Item{ID: "m2", Lane: "a"})
		if err := h.release(held, due); !errors.Is(err, desk.ErrConflict) {
			t.Errorf("let go of a lane in which something is new: %v, want ErrConflict", err)
		}
		if err := h.check(held); err != nil {
			t.Errorf("the lane was lost to a put: %v", err)
		}
	})
}

func TestAnOwnerWhoWakesUpTooLateDoesNotStart(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		c := newClock()
		q := New(s, "inbox", quiet(Options{Now: c.now, Lease: time.Minute}))
		put(t, q, Item{ID: "m1", Lane: "a"})
		lane, err := q.s.Lane(t.Context(), "a")
		if err != nil {
			t.Fatal(err)
		}
		h, held, err := q.claim(t.Context(), lane)
		if err != nil {
			t.Fatal(err)
		}
		head, _, err := q.head(held, "a")
		if err != nil {
			t.Fatal(err)
		}
		c.advance(2 * time.Minute)
		if lane, err = q.s.Lane(t.Context(), "a"); err != nil {
			t.Fatal(err)
		}
		if _, _, err := q.claim(t.Context(), lane); err != nil {
			t.Fatal(err)
		}
		err = q.attempt(held, h, &head, func(context.Context, *Job) error {
			t.Error("handled by the former owner")
			return nil
		})
		if !errors.Is(err, errLost) {
			t.Errorf("got %v, want errLost", err)
		}
	})
}

func TestALaneLetGoIsNotRenewed(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		q := New(s, "inbox", quiet(Options{}))
		put(t, q, Item{ID: "m1", Lane: "a"})
		lane, err := q.s.Lane(t.Context(), "a")
		if err != nil {
			t.Fatal(err)
		}
		h, held, err := q.claim(t.Context(), lane)
		if err != nil {
			t.Fatal(err)
		}
		if err := h.release(held, store.Never); err != nil {
			t.Fatal(err)
		}
		h.renew(held)
		if lane, err = q.s.Lane(t.Context(), "a"); err != nil || lane.Owner != "" || !lane.Due.Equal(store.Never) {
			t.Errorf("after a late renewal: %+v, %v", lane, err)
		}
	})
}

func TestAnItemStoredJustBeforeACrashIsFound(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		q := New(s, "inbox", quiet(Options{Poll: time.Millisecond}))
		for _, id := range []string{"swept", "repeated"} { // Put up to its first write
			if _, err := q.s.InsertItems(t.Context(), []*Item{q.fresh(Item{ID: id, Lane: id})}); err != nil {
				t.Fatal(err)
			}
		}
		if added := put(t, q, Item{ID: "repeated", Lane: "repeated"}); added[0] {
			t.Error("put twice")
		}
		if _, err := q.s.Lane(t.Context(), "repeated"); err != nil {
			t.Errorf("putting it again left the lane asleep: %v", err)
		}
		handled := make(chan string, 2)
		start(t, q, func(_ context.Context, j *Job) error { handled <- j.ID; return nil })
		if got := []string{receive(t, handled), receive(t, handled)}; got[0] == got[1] {
			t.Errorf("handled %v", got)
		}
	})
}

func TestRunFinishesWhatItHoldsAndClaimsNoMore(t *testing.T) {
	storetest.Engines(t, func(t *testing.T, s *store.Store) {
		q := New(s, "inbox", quiet(Options{}))
		ctx, cancel := context.WithCancel(t.Context())
		ended := make(chan error)
		begun := make(chan bool)
		go func() {
			ended <- q.Run(ctx, func(ctx context.Context, j *Job) error {
				begun <- true
				cancel()
				return ctx.Err() // still alive
			})
		}()
		put(t, q, Item{ID: "m1", Lane: "a"}, Item{ID: "m2", Lane: "a"})
		receive(t, begun)
		if err := receive(t, ended); err != nil {
			t.Error(err)
		}
		if one, two := stateOf(t, q, "m1"), stateOf(t, q, "m2"); one.State != store.ItemDone || two.State != store.ItemPending || two.Attempts != 0 {
			t.Errorf("m1 is %s, m2 is %s after %d attempts", one.State, two.State, two.Attempts)
		}
		if lane, err := q.s.Lane(t.Context(), "a"); err != nil || lane.Owner != "" || lane.Due.After(time.Now()) {
			t.Errorf("the lane was not let go: %+v, %v", lane, err)
		}
	})
}

// TestKilledAtAnyItemNothingIsLost kills a process of its own in the middle of its
// work, and goes on from what is on disk: every item is handled, in order, and only
// the one that was being handled may be handled again.
func TestKilledAtAnyItemNothingIsLost(t *testing.T) {
	const lanes, each = 8, 5
	if dir := os.Getenv("QUEUE_TEST_VICTIM"); dir != "" {
		victim(t, dir, lanes, each)
	}
	for _, after := range []int{1, 7, 20, 33} {
		t.Run(fmt.Sprint("after ", after), func(t *testing.T) {
			dir := t.TempDir()
			killed := runVictim(t, dir, after)
			q := New(storetest.Embedded(t, dir), "inbox", quiet(Options{Lease: forever, Poll: forever}))
			putAll(t, q, lanes, each) // the sender repeats what was not acknowledged
			var mu sync.Mutex
			left := sync.WaitGroup{}
			counts, err := q.Counts(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			left.Add(counts[store.ItemPending] + counts[store.ItemWorking])
			start(t, q, func(_ context.Context, j *Job) error {
				mu.Lock()
				defer mu.Unlock()
				killed[j.Lane] = append(killed[j.Lane], string(j.Body))
				left.Done()
				return nil
			})
			left.Wait() // hangs if a lane is still held by the dead
			for lane := range lanes {
				checkOrder(t, killed[strconv.Itoa(lane)], each)
			}
		})
	}
}

func putAll(t *testing.T, q *Queue, lanes, each int) {
	var all sync.WaitGroup
	for lane := range lanes {
		all.Go(func() {
			for n := range each {
				item := Item{ID: fmt.Sprintf("%d/%d", lane, n), Lane: strconv.Itoa(lane), Body: []byte(strconv.Itoa(n))}
				if _, err := q.Put(t.Context(), item); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
}

// victim puts and handles until it is killed, telling each item it handles.
func victim(t *testing.T, dir string, lanes, each int) {
	q := New(storetest.Embedded(t, dir), "inbox", quiet(Options{}))
	go putAll(t, q, lanes, each)
	_ = q.Run(context.Background(), func(_ context.Context, j *Job) error {
		fmt.Printf("handled %s %s\n", j.Lane, j.Body)
		return nil
	})
}

// runVictim kills a victim after it has told of so many items, and returns all
// it told by lane.
func runVictim(t *testing.T, dir string, after int) map[string][]string {
	t.Helper()
	victim := exec.Command(os.Args[0], "-test.run=^TestKilledAtAnyItemNothingIsLost$")
	victim.Env = append(os.Environ(), "QUEUE_TEST_VICTIM="+dir)
	out, err := victim.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := victim.Start(); err != nil {
		t.Fatal(err)
	}
	told := map[string][]string{}
	lines := bufio.NewScanner(out)
	for n := 1; lines.Scan(); n++ {
		var lane, body string
		if _, err := fmt.Sscanf(lines.Text(), "handled %s %s", &lane, &body); err != nil {
			t.Fatalf("the victim said %q", lines.Text())
		}
		told[lane] = append(told[lane], body)
		if n == after {
			if err := victim.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := victim.Wait(); err == nil {
		t.Fatal("the victim ended by itself")
	}
	return told
}

// checkOrder wants 0, 1, 2 … with repeats of one item in a row only.
func checkOrder(t *testing.T, got []string, each int) {
	t.Helper()
	next := 0
	for i, body := range got {
		switch {
		case body == strconv.Itoa(next):
			next++
		case i == 0 || body != got[i-1]:
			t.Errorf("handled in the order %v", got)
			return
		}
	}
	if next != each {
		t.Errorf("handled %v, want %d items", got, each)
	}
}
