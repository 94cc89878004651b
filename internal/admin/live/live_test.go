package live_test

import (
	"bufio"
	"context"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"phatngon/internal/admin"
	"phatngon/internal/admin/admintest"
	"phatngon/internal/admin/live"
	"phatngon/internal/flow/requests"
)

// lively is an office whose queues are looked after without waiting.
func lively(t *testing.T) (*admintest.Office, *live.Hub) {
	hub := &live.Hub{Every: time.Millisecond, Beat: time.Millisecond}
	return admintest.New(t, func(d *admin.Deps) {
		hub.Store, hub.Now, hub.Log = d.Store, d.Flow.Now, d.Log
		d.Live = hub
	}), hub
}

// listens opens the stream of the queue that the browser shows.
func listens(b *admintest.Browser) (*bufio.Scanner, func()) {
	b.Helper()
	ctx, leave := context.WithCancel(b.Context())
	response := b.Stream(ctx, "/admin/live?since="+strconv.FormatInt(time.Now().UnixMilli()-1, 10))
	if response.StatusCode != http.StatusOK || response.Header.Get("Content-Type") != "text/event-stream" || response.Header.Get("X-Accel-Buffering") != "no" ||
		!strings.Contains(response.Header.Get("Cache-Control"), "no-transform") {
		b.Fatalf("%d %v", response.StatusCode, response.Header)
	}
	return bufio.NewScanner(response.Body), leave
}

// next is the next event that is no beat; "" when the stream has ended.
func next(s *bufio.Scanner) (event, data string) {
	for s.Scan() {
		if e, ok := strings.CutPrefix(s.Text(), "event: "); ok && s.Scan() {
			return e, strings.TrimPrefix(s.Text(), "data: ")
		}
	}
	return "", ""
}

func TestAnOpenQueueIsToldWhatComesToItsUnit(t *testing.T) {
	o, _ := lively(t)
	b, other, press := o.SignedIn("canbo@th.vn"), o.SignedIn("noikhac@th.vn"), o.SignedIn("quantri@th.vn")
	b.Sees(http.StatusOK, `data-news="/admin/live?since=`)
	events, leave := listens(b)
	defer leave()
	all, leaveAll := listens(press)
	defer leaveAll()
	elsewhere, leaveElsewhere := listens(other)
	defer leaveElsewhere()
	code := o.Ask("Khi nào có lịch tiêm chủng mới?")
	for name, s := range map[string]*bufio.Scanner{"the unit": events, "who sees all": all} {
		if event, data := next(s); event != "new" || data != "1" {
			t.Errorf("%s is told %s %q", name, event, data)
		}
	}
	o.Ask("Trạm y tế nào có vắc-xin sởi?")
	if event, data := next(events); event != "new" || data != "2" {
		t.Errorf("the unit is told %s %q", event, data)
	}
	r := o.Request(code)
	if err := o.Flow.Requests.Transfer(t.Context(), o.Officer("canbo@th.vn"), requests.Ref{Code: code, Version: r.Version}, "TH-XD", "Không thuộc lĩnh vực."); err != nil {
		t.Fatal(err)
	}
	if event, data := next(elsewhere); event != "new" || data != "1" {
		t.Errorf("another unit is told %s %q, want what was transferred to it alone", event, data)
	}
	if event, data := next(events); event != "new" || data != "1" {
		t.Errorf("the unit is told %s %q, want what is left with it", event, data)
	}
}

func TestAStreamEndsWithTheSession(t *testing.T) {
	o, hub := lively(t)
	b := o.SignedIn("canbo@th.vn")
	events, leave := listens(b)
	defer leave()
	b.Submit("/admin/logout", nil)
	if event, _ := next(events); event != "end" {
		t.Errorf("told %q, want the end", event)
	}
	if event, _ := next(events); event != "" {
		t.Errorf("after the end: %q", event)
	}
	<-hub.Idle()
	b.Get("/admin/live")
	if b.Path != "/admin/login" {
		t.Errorf("without a session it leads to %s", b.Path)
	}
}

func TestWhoLeavesLeavesNothingBehind(t *testing.T) {
	o, hub := lively(t)
	b := o.SignedIn("canbo@th.vn")
	for range 3 {
		var leave [6]func()
		for i := range leave {
			_, leave[i] = listens(b)
		}
		if r := b.Stream(t.Context(), "/admin/live"); r.StatusCode != http.StatusNoContent {
			t.Errorf("a seventh stream answers %d", r.StatusCode)
		}
		idle := hub.Idle()
		for i := range leave {
			leave[i]()
		}
		<-idle
	}
}

func TestAServerThatStopsEndsItsStreams(t *testing.T) {
	o, hub := lively(t)
	events, leave := listens(o.SignedIn("canbo@th.vn"))
	defer leave()
	if err := o.App.Shutdown(); err != nil {
		t.Fatal(err)
	}
	if event, _ := next(events); event != "" {
		t.Errorf("told %q", event)
	}
	<-hub.Idle()
}
