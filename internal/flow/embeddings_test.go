package flow_test

import (
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/desk/calendar"
	"phatngon/internal/desk/people"
	"phatngon/internal/flow"
	"phatngon/internal/flow/index"
	"phatngon/internal/llm"
	"phatngon/internal/llm/llmtest"
	"phatngon/knowledge/answer"
	"phatngon/knowledge/statement"
)

// subject is a model that tells fever, in whatever words, from all else.
func subject(text string) []float32 {
	for _, word := range []string{"sốt", "muỗi", "ổ bệnh"} {
		if strings.Contains(text, word) {
			return []float32{1, 0.1, 0}
		}
	}
	return []float32{0, 1, 0.2}
}

func bus() statement.Statement {
	return statementOf("PN-2026-0002", "Lịch xe khám lưu động tới bản Ón", busBody, "Xe khám lưu động tới bản Ón ngày nào?")
}

// twoWays asks of the bus in the words of the bus, and of the fever in others.
const twoWays = "xe lưu động có diệt muỗi không"

// embedding is an office with an embeddings server.
func embedding(t *testing.T, statements ...statement.Statement) (*office, *llmtest.Server) {
	t.Helper()
	server := llmtest.New(subject)
	t.Cleanup(server.Close)
	o := newOfficeWith(t, func(f *flow.Deps) { f.Embeddings = embeddings(server) }, statements...)
	return o, server
}

func embeddings(server *llmtest.Server) *index.Embeddings {
	client := llm.New(llm.Config{BaseURL: server.URL, Key: "sk-secret", EmbeddingModel: "m", Backoff: func(int) time.Duration { return 0 }})
	return &index.Embeddings{Client: client, Budget: time.Minute, Pause: 1, Backoff: func(int) time.Duration { return 1 }}
}

func (o *office) embed(t *testing.T) {
	t.Helper()
	if err := o.Index.EmbedPassages(o.ctx); err != nil {
		t.Fatal(err)
	}
}

func (o *office) asks(t *testing.T, question string) answer.Answer {
	t.Helper()
	return must(o.Inbound.Ask(o.ctx, people.Requester{Kind: people.Citizen}, question))(t)
}

func offered(a answer.Answer) []string {
	var all []string
	for _, c := range a.Candidates {
		all = append(all, c.Statement)
	}
	return all
}

func TestAQuestionInOtherWordsFindsItsStatementAmongTheOffered(t *testing.T) {
	o, _ := embedding(t, fever(), bus())
	before := o.asks(t, twoWays)
	if before.Status != answer.Related || before.Quotes[0].Statement != bus().Code {
		t.Fatalf("by words alone %s, %v; the test asks the wrong thing", before.Status, before.Statements())
	}
	o.embed(t)
	if a := o.asks(t, twoWays); !slices.Contains(offered(a), fever().Code) {
		t.Errorf("offered %v in the app; want the fever too", offered(a))
	}
	o.sim.Say("hoa", twoWays)
	o.hears("hoa", bus().Title, fever().Title)
	if hits := o.Index.Search(o.ctx, statement.AudiencePublic, "có ổ bệnh", "", 5); len(hits) == 0 || hits[0].Statement != fever().Code {
		t.Errorf("search found %v; want the fever first", hits)
	}
}

func TestAFailingServerLeavesSearchAsItIsWithoutOne(t *testing.T) {
	body := func(answer string) []http.HandlerFunc { return []http.HandlerFunc{llmtest.Body(answer)} }
	thrice := func(fault http.HandlerFunc) []http.HandlerFunc { return []http.HandlerFunc{fault, fault, fault} }
	for name, faults := range map[string][]http.HandlerFunc{
		"busy":         thrice(llmtest.Status(http.StatusTooManyRequests)),
		"broken":       thrice(llmtest.Status(http.StatusInternalServerError)),
		"cut off":      thrice(llmtest.Cut()),
		"no JSON":      body("<html>"),
		"wrong size":   body(`{"data":[{"index":0,"embedding":[1,2]}]}`),
		"no direction": body(`{"data":[{"index":0,"embedding":[0,0,0]}]}`),
	} {
		t.Run(name, func(t *testing.T) {
			o, server := embedding(t, fever(), bus())
			want := o.asks(t, twoWays)
			o.embed(t)
			server.Fail(faults...)
			o.restsAfterwards(t, server, want)
		})
	}
}

func TestASlowServerCostsAQuestionItsBudgetAndNoMore(t *testing.T) {
	o, server := embedding(t, fever(), bus())
	want := o.asks(t, twoWays)
	o.embed(t)
	release := make(chan struct{})
	hang := llmtest.Hang(release)
	server.Fail(hang, hang, hang)
	o.Index.Embeddings.Budget = time.Millisecond
	if diff := cmp.Diff(want, o.asks(t, twoWays)); diff != "" {
		t.Errorf("-without +with\n%s", diff)
	}
	o.Index.Embeddings.Budget = time.Hour // a second question that asked would never end
	if diff := cmp.Diff(want, o.asks(t, twoWays)); diff != "" || o.ctx.Err() != nil {
		t.Errorf("right after the slow one: %v, -without +with\n%s", o.ctx.Err(), diff)
	}
	close(release)
	server.Mend()
	o.asksAgain(t)
}

// restsAfterwards asks a failing server, sees that it is then left alone, and
// that it is asked again later.
func (o *office) restsAfterwards(t *testing.T, server *llmtest.Server, want answer.Answer) {
	t.Helper()
	if diff := cmp.Diff(want, o.asks(t, twoWays)); diff != "" {
		t.Errorf("-without +with\n%s", diff)
	}
	calls := server.Calls()
	if diff := cmp.Diff(want, o.asks(t, twoWays)); diff != "" || server.Calls() != calls {
		t.Errorf("%d calls right after a failure; want the server left alone\n%s", server.Calls()-calls, diff)
	}
	o.asksAgain(t)
}

func (o *office) asksAgain(t *testing.T) {
	t.Helper()
	o.clock.move(31 * time.Second)
	if a := o.asks(t, twoWays); !slices.Contains(offered(a), fever().Code) {
		t.Error("the server is not asked again")
	}
}

func TestNothingButWhatIsPublicIsSent(t *testing.T) {
	press, later, draft := bus(), bus(), bus()
	press.Code, press.Title, press.Audience = "PN-2026-0011", "Riêng cho báo chí", statement.AudiencePress
	press.Body, press.Questions = "Nội dung riêng cho báo chí.", []string{"báo chí hỏi riêng gì?"}
	until := time.Date(2026, 11, 24, 9, 0, 0, 0, calendar.Zone)
	later.Code, later.Title, later.EmbargoUntil = "PN-2026-0012", "Chưa tới giờ", &until
	later.Body, later.Questions = "Nội dung chưa tới giờ.", nil
	o, server := embedding(t, fever(), press, later)
	draft.Code, draft.Title, draft.Body = "", "Bản nháp", "Nội dung bản nháp."
	must(o.Statements.Save(o.ctx, drafter, draft))(t)
	if err := o.Index.Load(o.ctx); err != nil {
		t.Fatal(err)
	}
	o.embed(t)
	sent := strings.Join(server.Sent(), "\n")
	for _, secret := range []string{"báo chí", "tới giờ", "nháp"} {
		if strings.Contains(sent, secret) || !strings.Contains(sent, "sốt xuất huyết") {
			t.Errorf("%q in what was sent:\n%s", secret, sent)
		}
	}
	o.clock.move(25 * time.Hour)
	o.embed(t)
	if sent = strings.Join(server.Sent(), "\n"); !strings.Contains(sent, "Nội dung chưa tới giờ") || strings.Contains(sent, "báo chí") {
		t.Errorf("sent when the embargo was over:\n%s", sent)
	}
}

func TestNumbersOfPeopleAreNotSent(t *testing.T) {
	o, server := embedding(t, fever(), bus())
	o.embed(t)
	o.sim.Say("hoa", "Xe khám tới bản Ón ngày nào, gọi lại 0912 345 678 hoặc @hoanguyen")
	o.quiet()
	sent := server.Sent()
	if last := sent[len(sent)-1]; last != "Xe khám tới bản Ón ngày nào, gọi lại [số] hoặc [tài khoản]" {
		t.Errorf("sent %q", last)
	}
}

func TestWhatIsNoQuestionIsNotSent(t *testing.T) {
	o, server := embedding(t, fever(), bus())
	o.asks(t, "Xe khám tới bản Ón ngày nào?")
	if server.Calls() != 0 {
		t.Fatal("asked before there is a vector to compare with")
	}
	o.embed(t)
	o.sim.Say("hoa", "báo tin giả")
	o.quiet()
	calls := server.Calls()
	o.sim.Say("hoa", "Trang của ông Lê Văn Tám đăng tin bản Ón có dịch lạ")
	o.quiet()
	o.sim.Say("lan", "1")
	o.quiet()
	if server.Calls() != calls {
		t.Errorf("sent %q", server.Sent()[len(server.Sent())-1])
	}
}

func TestARestartEmbedsNothingAgain(t *testing.T) {
	o, server := embedding(t, fever(), bus())
	o.embed(t)
	o.embed(t)
	calls := server.Calls()
	again := o.restarted(t, server)
	if err := again.Index.EmbedPassages(o.ctx); err != nil || server.Calls() != calls || calls != 1 {
		t.Errorf("%v, %d calls, then %d; want one in all", err, calls, server.Calls())
	}
	if again.Base.VectorSize() != 3 {
		t.Errorf("vectors of %d numbers after the restart", again.Base.VectorSize())
	}
}

// restarted is the flow over the same store in a new program.
func (o *office) restarted(t *testing.T, server *llmtest.Server) *flow.Flow {
	t.Helper()
	f := flow.New(flow.Deps{Store: o.Store, Units: o.Units, Now: o.Now, Log: o.Log, Base: answer.NewBase(answer.Options{}), Embeddings: embeddings(server)})
	if err := f.Index.Load(o.ctx); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestWhatAnotherInstanceEmbedsIsTakenOver(t *testing.T) {
	o, server := embedding(t, fever(), bus())
	if ok, err := o.Store.AcquireLease(o.ctx, "vectors", "another", time.Hour, o.clock.now()); err != nil || !ok {
		t.Fatalf("lease %v, %v", ok, err)
	}
	if err := o.Index.EmbedPassages(o.ctx); err == nil || server.Calls() != 0 {
		t.Fatalf("%v, %d calls; want to be told that another is at it", err, server.Calls())
	}
	made := map[answer.Hash][]float32{}
	for _, p := range o.Base.PublicPassages(o.clock.now()) {
		made[p.Hash] = subject(p.Text)
	}
	if err := o.Store.AddVectors(o.ctx, "m", made); err != nil {
		t.Fatal(err)
	}
	o.embed(t)
	if server.Calls() != 0 || o.Base.VectorSize() != 3 {
		t.Errorf("%d calls, vectors of %d numbers", server.Calls(), o.Base.VectorSize())
	}
}

// long is a statement of about n passages.
func long(n int) statement.Statement {
	s := fever()
	for i := range n {
		s.Questions = append(s.Questions, fmt.Sprintf("Điểm phun số %d ở đâu?", i))
	}
	return s
}

func TestAServerGoneInTheMiddleIsAskedForTheRestOnly(t *testing.T) {
	o, server := embedding(t, long(llm.Batch+3))
	gone := llmtest.Status(http.StatusServiceUnavailable)
	server.Fail(nil, gone, gone, gone)
	if err := o.Index.EmbedPassages(o.ctx); err == nil {
		t.Fatal("no error from a server that went away")
	}
	if o.Base.VectorSize() != 3 {
		t.Error("what came before is not used")
	}
	before := len(server.Sent())
	o.embed(t)
	passages := len(o.Base.PublicPassages(o.clock.now()))
	if rest := len(server.Sent()) - before; rest != passages-llm.Batch {
		t.Errorf("%d passages sent again, want the %d that were missing", rest, passages-llm.Batch)
	}
}

func TestOneTextThatTheServerRefusesKeepsNoOtherBack(t *testing.T) {
	o, server := embedding(t, fever(), bus())
	no := llmtest.Status(http.StatusUnprocessableEntity)
	server.Fail(no, nil, no, no, nil) // all four; two; two; one; one
	if err := o.Index.EmbedPassages(o.ctx); err == nil {
		t.Fatal("no error for the text that was refused")
	}
	hashes := []answer.Hash{}
	for _, p := range o.Base.PublicPassages(o.clock.now()) {
		hashes = append(hashes, p.Hash)
	}
	if kept, err := o.Store.Vectors(o.ctx, "m", hashes); err != nil || len(hashes) != 4 || len(kept) != 3 {
		t.Errorf("%d of %d passages have vectors, %v; want all but one", len(kept), len(hashes), err)
	}
}

func TestAnotherModelUnderTheSameNameIsRefused(t *testing.T) {
	o, server := embedding(t, fever())
	o.embed(t)
	other := bus()
	must(o.Statements.Import(o.ctx, []statement.Statement{other}))(t)
	if err := o.Index.Load(o.ctx); err != nil {
		t.Fatal(err)
	}
	server.Fail(llmtest.Body(`{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1,2]}]}`))
	if err := o.Index.EmbedPassages(o.ctx); err == nil || !strings.Contains(err.Error(), "OPENAI_EMBEDDING_MODEL") {
		t.Errorf("%v; want to be told to name the model differently", err)
	}
	if o.Base.VectorSize() != 3 {
		t.Errorf("vectors of %d numbers; want those of before", o.Base.VectorSize())
	}
}

func TestPassagesAreEmbeddedAsTheKnowledgeChangesUntilStopped(t *testing.T) {
	texts := make(chan string, 100)
	server := llmtest.New(func(text string) []float32 { texts <- text; return subject(text) })
	defer server.Close()
	o := newOfficeWith(t, func(f *flow.Deps) { f.Embeddings = embeddings(server) }, fever())
	gone := llmtest.Status(http.StatusServiceUnavailable)
	server.Fail(gone, gone, gone, gone) // longer than one round insists
	ctx, stop := context.WithCancel(o.ctx)
	done := make(chan struct{})
	go func() { defer close(done); o.Index.KeepVectors(ctx) }()
	heard := func(piece string) {
		for {
			select {
			case text := <-texts:
				if strings.Contains(text, piece) {
					return
				}
			case <-o.ctx.Done():
				t.Fatalf("never asked for %q", piece)
			}
		}
	}
	heard("sốt xuất huyết")
	must(o.Statements.Import(o.ctx, []statement.Statement{bus()}))(t)
	if err := o.Index.Load(o.ctx); err != nil {
		t.Fatal(err)
	}
	heard("bản Ón")
	stop()
	<-done
}
