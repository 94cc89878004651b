//go:build bench

package admin_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"phatngon/internal/admin/admintest"
	"phatngon/internal/desk"
	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/desk/request"
	"phatngon/internal/desk/routing"
	"phatngon/internal/store"
)

// TestPanelOfManyRequests prints how long the panel's pages take over HTTP on the embedded
// engine; it asserts nothing of time. PANEL_REQUESTS says how many requests there are, of 200
// units; one unit has 23 of each 100. PANEL_DIR keeps them between runs.
func TestPanelOfManyRequests(t *testing.T) {
	total := number("PANEL_REQUESTS", 1_000_000)
	dir := os.Getenv("PANEL_DIR")
	if dir == "" {
		dir = t.TempDir()
	}
	s, err := store.OpenEmbedded(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	begun := time.Now()
	fill(t, s, total)
	t.Logf("%d requests after %s", total, time.Since(begun).Round(time.Second))
	o := admintest.NewOn(t, s, nil)
	begun = time.Now()
	if err := o.Flow.Statistics.Refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Logf("figures counted in %s: what the server does by itself, behind the pages", time.Since(begun).Round(time.Second))
	admin, unit := o.SignedIn("quantri@th.vn"), o.SignedIn("canbo@th.vn")
	for _, c := range []struct {
		name string
		b    *admintest.Browser
		path string
	}{
		{"queue of the administrator", admin, "/admin/"},
		{"queue of the largest unit", unit, "/admin/"},
		{"what is done of the largest unit", unit, "/admin/?view=done"},
		{"a page deep in the administrator's queue", admin, deep(admin)},
		{"search, common words, all units", admin, "/admin/?view=done&" + url.Values{"q": {"bao giờ có bác sĩ"}}.Encode()},
		{"search, a rare word, all units", admin, "/admin/?view=done&q=kham7"},
		{"search, two words that no request has together", admin, "/admin/?view=done&q=kham7+kham8"},
		{"search, common words, the largest unit", unit, "/admin/?view=done&" + url.Values{"q": {"tiem chung"}}.Encode()},
		{"search, a rare word, open ones of the largest unit", unit, "/admin/?q=kham7"},
		{"home of the administrator", admin, "/admin/home"},
		{"home of the largest unit", unit, "/admin/home"},
		{"statistics of the administrator", admin, "/admin/statistics"},
		{"gaps of the administrator", admin, "/admin/gaps?days=90"},
		{"approvals", o.SignedIn("phatngon@th.vn"), "/admin/approvals"},
	} {
		measure(t, c.name, func() {
			if c.b.Get(c.path); c.b.Status != http.StatusOK {
				t.Fatalf("%s: %d", c.name, c.b.Status)
			}
		})
	}
	block := make([]byte, 1<<20)
	measure(t, "beside them: a few ms of computing, no page at all", func() {
		for range 4 {
			block[0] += sha256.Sum256(block)[0]
		}
	})
}

func number(name string, otherwise int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return n
	}
	return otherwise
}

// deep is the address of the twentieth page.
func deep(b *admintest.Browser) string {
	at := "/admin/"
	for range 20 {
		b.Get(at)
		_, rest, found := strings.Cut(b.Body, `<p class="more"><a href="`)
		if !found {
			return at
		}
		at, _, _ = strings.Cut(rest, `"`)
		at = strings.ReplaceAll(at, "&amp;", "&")
	}
	return at
}

// measure prints how long something takes, and how much of the processor this program, the
// browser in it too, spent meanwhile: on a machine that others use the second is its own.
func measure(t *testing.T, name string, do func()) {
	t.Helper()
	const times = 200
	took, spent := make([]time.Duration, times), make([]time.Duration, times)
	for i := range took {
		begun, before := time.Now(), processor(t)
		do()
		took[i], spent[i] = time.Since(begun), processor(t)-before
	}
	slices.Sort(took)
	slices.Sort(spent)
	tenths := func(d time.Duration) time.Duration { return d.Round(100 * time.Microsecond) }
	t.Logf("%-52s p50 %8s  p99 %8s  processor p50 %8s  p99 %8s", name, tenths(took[times/2]), tenths(took[times*99/100]), tenths(spent[times/2]), tenths(spent[times*99/100]))
}

// processor is the processor's time that this program has used.
func processor(t *testing.T) time.Duration {
	t.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// fill puts requests into a store that lacks them, many at a time, so that they share commits.
func fill(t *testing.T, s *store.Store, total int) {
	t.Helper()
	units := routing.DefaultRegistry().Units()
	units = units[:min(200, len(units))]
	if _, err := s.Request(t.Context(), request.FormatCode(2026, int64(total))); err == nil {
		return
	}
	next := make(chan int, 1024)
	var writers sync.WaitGroup
	for range 512 {
		writers.Go(func() {
			for i := range next {
				r := made(i, units)
				if err := s.InsertRequest(t.Context(), &r); err != nil && !errors.Is(err, desk.ErrConflict) { // there since a run before
					t.Error(err)
				}
			}
		})
	}
	for i := range total {
		next <- i + 1
	}
	close(next)
	writers.Wait()
}

var words = strings.Fields("trạm y tế xã phường bao giờ có bác sĩ nội trú tiêm chủng mở rộng lịch khám bảo hiểm đường làng cầu cống học phí trường lớp giấy tờ đất đai nước sạch điện rác thải chợ bến xe")

func made(i int, units []routing.Unit) request.Request {
	r := rand.New(rand.NewPCG(uint64(i), 7))
	unit := units[r.IntN(len(units))].Code
	if r.IntN(100) < 23 {
		unit = "TH-YT"
	}
	text := make([]string, 14)
	for n := range text {
		text[n] = words[r.IntN(len(words))]
	}
	text = append(text, "kham"+strconv.Itoa(i%20_000))
	now := time.Now()
	at := now.Add(-time.Duration(r.IntN(700*24)) * time.Hour)
	state := request.Sent
	if r.IntN(20) == 0 {
		state = []request.State{request.Received, request.Assigned, request.Drafted, request.Approved}[r.IntN(4)]
		at = now.Add(-time.Duration(r.IntN(20*24)) * time.Hour)
	}
	due := at.AddDate(0, 0, 12)
	return request.Request{Code: request.FormatCode(2026, int64(i)), Source: fmt.Sprint("bench:", i), Unit: unit, State: state, Question: strings.Join(text, " "),
		RequesterKind: people.Citizen, Requester: fmt.Sprint("oa:", i%300_000), Due: due, CreatedAt: at, UpdatedAt: at,
		Parts: []request.Part{{Unit: unit, State: state, Clock: calendar.Clock{Start: at, Due: due}, Steps: []request.Step{{At: at, Action: request.ActReceive}}}}}
}
