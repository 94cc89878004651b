package queue

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"testing"

	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
)

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
