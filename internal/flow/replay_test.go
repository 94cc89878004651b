package flow_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"regexp"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/flow"
	"phatngon/internal/flow/access"
	"phatngon/internal/queue"
	"phatngon/internal/store"
	"phatngon/internal/store/storetest"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// replayOA is the Official Account that the events of a replay are of.
const replayOA = "2718281828"

// replayed are the people of a replay.
var replayed = []string{"1001", "1002", "1003"}

// replayEvents are webhook bodies of several people, as chance has it but the same for a
// seed: questions, choices by number, wishes, pictures, follows.
func replayEvents(t *testing.T, seed uint64, n int) [][]byte {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 7))
	said := []string{
		feverAsk, "xin chào", "1", "2", "3", "gặp cán bộ", "bệnh viện tỉnh bao giờ có khoa xạ trị?", "gửi yêu cầu", "hủy", "cảm ơn",
		"Đề nghị Sở Y tế cung cấp số ca ngộ độc thực phẩm tháng 10", "báo tin giả", "có trang facebook đăng tin sai về vắc xin", "tra cứu hồ sơ", "ok", "xã Đông Sơn có lễ hội không",
	}
	at := time.Date(2026, 11, 23, 9, 0, 0, 0, calendar.Zone).UnixMilli()
	var events [][]byte
	for i := range n {
		user := replayed[r.IntN(len(replayed))]
		e := map[string]any{
			"app_id": "1", "user_id_by_app": "9" + user, "sender": map[string]any{"id": user}, "recipient": map[string]any{"id": replayOA},
			"event_name": "user_send_text", "timestamp": fmt.Sprint(at), "message": map[string]any{"msg_id": fmt.Sprintf("m%d", i), "text": said[r.IntN(len(said))]},
		}
		if r.IntN(12) == 0 {
			e["event_name"] = "user_send_image"
			e["message"] = map[string]any{"msg_id": fmt.Sprintf("m%d", i), "attachments": []any{map[string]any{"type": "image", "payload": map[string]any{"url": "https://a.example/1.jpg"}}}}
		}
		events = append(events, must(json.Marshal(e))(t))
	}
	return events
}

// replay is a program without Zalo: what it would say stays in the outbox.
type replay struct {
	t     *testing.T
	base  *store.Store
	clock clock
}

func newReplay(t *testing.T, base *store.Store) *replay {
	r := &replay{t: t, base: base, clock: clock{at: time.Date(2026, 11, 23, 9, 0, 0, 0, calendar.Zone)}}
	f := r.program(&storetest.Fault{})
	if _, err := f.Statements.Import(t.Context(), []statement.Statement{fever()}); err != nil {
		t.Fatal(err)
	}
	return r
}

func (r *replay) program(fault *storetest.Fault) *flow.Flow {
	r.t.Helper()
	return r.programOn(storetest.Faulty(r.base, fault))
}

func (r *replay) programOn(s *store.Store) *flow.Flow {
	r.t.Helper()
	quiet := slog.New(slog.DiscardHandler)
	quick := queue.Options{Workers: 3, Lease: time.Hour, Now: r.clock.now, Poll: time.Millisecond, Logger: quiet, Backoff: func(int) time.Duration { return 0 }}
	secrets := must(access.NewSecrets(make([]byte, 32)))(r.t)
	units := registry()
	f := flow.New(flow.Deps{
		Store: s, Units: units, Secrets: secrets, Log: quiet, Now: r.clock.now, PublicURL: "https://phatngon.example",
		Base:  answer.NewBase(answer.Options{UnitName: units.Name, Places: units.PlacesNamed, PlacesToday: units.PlacesToday, PublicURL: "https://phatngon.example"}),
		Inbox: queue.New(s, "inbox", quick), Outbox: queue.New(s, "outbox", quick),
	})
	f.Connect(nil, replayOA, "")
	if err := f.Index.Load(r.t.Context()); err != nil {
		r.t.Fatal(err)
	}
	return f
}

// receive stores events; work handles what is stored until nothing is left, or until the
// process dies, which it reports.
func (r *replay) receive(f *flow.Flow, events ...[]byte) {
	r.t.Helper()
	for _, body := range events {
		if err := f.Inbound.Receive(r.t.Context(), body); err != nil {
			r.t.Fatal(err)
		}
	}
}

func (r *replay) work(f *flow.Flow, fault *storetest.Fault) (died bool) {
	r.t.Helper()
	ctx, stop := context.WithCancel(r.t.Context())
	var workers sync.WaitGroup
	workers.Go(func() { _ = f.Inbox.Run(ctx, f.Inbound.Handle) })
	defer workers.Wait()
	defer stop()
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for range tick.C {
		n, err := r.base.Queue("inbox").CountItems(r.t.Context(), store.ItemPending, store.ItemWorking)
		if err != nil {
			r.t.Fatal(err)
		}
		if fault.Dead() {
			fault.Kill()
			if !r.base.Exclusive() {
				r.clock.move(2 * time.Hour) // the dead one's lanes are free then
			}
			return true
		}
		if n[store.ItemPending]+n[store.ItemWorking] == 0 {
			return false
		}
	}
	return false
}

var anyCode = regexp.MustCompile(`T[GH]-2026-\d{5}`)

// documents are what a replay left of each person, without the numbers that depend on who
// was served first.
func (r *replay) documents() map[string]any {
	r.t.Helper()
	ctx, out := r.t.Context(), map[string]any{}
	for _, user := range replayed {
		id := access.RequesterID(user)
		talk, _ := r.base.Conversation(ctx, id) // the zero one of who said nothing
		talk.Version = 0
		filed := must(r.base.RequestsOf(ctx, id, 100))(r.t)
		for i := range filed {
			filed[i].Version = 0
		}
		var said []string
		for _, it := range must(r.base.Queue("outbox").OpenItems(ctx, id, 0))(r.t) {
			said = append(said, it.ID+" "+string(it.Body))
		}
		slices.Sort(said) // the clock stands still, so programs number what they say alike
		ledger := must(r.base.LedgerOfRequester(ctx, id, 200))(r.t)
		waiting := must(r.base.HandOversOf(ctx, id, 100))(r.t)
		out[user] = anyCode.ReplaceAllString(string(must(json.Marshal([]any{talk, filed, said, ledger, waiting}))(r.t)), "TH")
	}
	return out
}

func TestReplayInAnotherBatchingGivesTheSameDocumentsOnSQLite(t *testing.T) {
	for seed := range uint64(3) {
		replayThreeWays(t, seed, 60, func() *store.Store { return storetest.Embedded(t, t.TempDir()) })
	}
}

func TestReplayInAnotherBatchingGivesTheSameDocumentsOnMongoDB(t *testing.T) {
	replayThreeWays(t, 4, 40, func() *store.Store { return storetest.Mongo(t) })
}

// replayThreeWays tells the same events one by one, all at once, and to programs that die.
func replayThreeWays(t *testing.T, seed uint64, n int, open func() *store.Store) {
	t.Helper()
	events := replayEvents(t, seed, n)
	oneByOne := newReplay(t, open())
	f := oneByOne.program(&storetest.Fault{})
	for _, e := range events {
		oneByOne.receive(f, e)
		oneByOne.work(f, &storetest.Fault{})
	}
	want := oneByOne.documents()

	together := newReplay(t, open())
	f = together.program(&storetest.Fault{})
	together.receive(f, events...)
	together.work(f, &storetest.Fault{})
	if diff := cmp.Diff(want, together.documents()); diff != "" {
		t.Fatalf("seed %d, all at once (-one by one +at once)\n%s", seed, diff)
	}

	dying := newReplay(t, open())
	dying.receive(dying.program(&storetest.Fault{}), events...)
	deaths := 0
	for died := true; died; deaths++ {
		fault := &storetest.Fault{At: 23, Lost: deaths%2 == 1}
		f = dying.program(fault)
		fault.Arm()
		died = dying.work(f, fault)
	}
	if diff := cmp.Diff(want, dying.documents()); diff != "" || deaths < 10 {
		t.Fatalf("seed %d, after %d deaths (-one by one +dying)\n%s", seed, deaths, diff)
	}
}
