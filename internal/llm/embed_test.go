package llm_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"phatngon/internal/llm"
	"phatngon/internal/llm/llmtest"
)

const key = "sk-very-secret"

// serve starts a server that knows a text by its length.
func serve(t *testing.T) (*llmtest.Server, *llm.Client) {
	t.Helper()
	s := llmtest.New(func(text string) []float32 { return []float32{float32(len(text)), 1} })
	t.Cleanup(s.Close)
	return s, client(s.URL)
}

func client(url string) *llm.Client {
	return llm.New(llm.Config{BaseURL: url, Key: key, EmbeddingModel: "m", Backoff: func(int) time.Duration { return 0 }})
}

func TestEveryTextGetsItsOwnVector(t *testing.T) {
	s, c := serve(t)
	var texts []string
	var want [][]float32
	for i := range 2*llm.Batch + 5 {
		texts = append(texts, strings.Repeat("a", i+1))
		want = append(want, []float32{float32(i + 1), 1})
	}
	got, err := c.Embed(t.Context(), texts)
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Fatalf("%v, -want +got\n%s", err, diff)
	}
	if s.Calls() != 3 || s.Authorizations()[0] != "Bearer "+key {
		t.Errorf("%d calls with %q; want 3 batches with the key", s.Calls(), s.Authorizations()[0])
	}
}

func TestNoTextsAskNobody(t *testing.T) {
	s, c := serve(t)
	if got, err := c.Embed(t.Context(), nil); err != nil || len(got) != 0 || s.Calls() != 0 {
		t.Errorf("%v, %v, %d calls", got, err, s.Calls())
	}
}

func TestALocalServerNeedsNoKey(t *testing.T) {
	s, _ := serve(t)
	if _, err := llm.New(llm.Config{BaseURL: s.URL, EmbeddingModel: "m"}).Embed(t.Context(), []string{"a"}); err != nil || s.Authorizations()[0] != "" {
		t.Errorf("%v, sent %q", err, s.Authorizations())
	}
}

func TestABusyOrBrokenServerIsAskedAgain(t *testing.T) {
	for name, fault := range map[string]http.HandlerFunc{
		"too many": llmtest.Status(429), "error": llmtest.Status(500), "away": llmtest.Status(503), "cut off": llmtest.Cut(),
	} {
		t.Run(name, func(t *testing.T) {
			s, c := serve(t)
			s.Fail(fault, fault)
			if got, err := c.Embed(t.Context(), []string{"ab"}); err != nil || len(got) != 1 || s.Calls() != 3 {
				t.Errorf("%v, %v after %d calls; want the vector of the third", got, err, s.Calls())
			}
			s.Fail(fault, fault, fault)
			if _, err := c.Embed(t.Context(), []string{"ab"}); err == nil || s.Calls() != 6 {
				t.Errorf("%v after %d calls; want it to give up after three more", err, s.Calls())
			}
		})
	}
}

func TestWhatCannotSucceedIsAskedOnce(t *testing.T) {
	body := func(data string) http.HandlerFunc { return llmtest.Body(`{"object":"list","data":[` + data + `]}`) }
	for name, fault := range map[string]http.HandlerFunc{
		"wrong key":              llmtest.Status(401),
		"unknown model":          llmtest.Status(404),
		"texts it will not take": llmtest.Status(400),
		"redirect":               http.RedirectHandler("/elsewhere", http.StatusTemporaryRedirect).ServeHTTP,
		"empty answer":           llmtest.Body(""),
		"no JSON":                llmtest.Body("<html>"),
		"NaN, which is no JSON":  body(`{"index":0,"embedding":[NaN]},{"index":1,"embedding":[1]}`),
		"beyond a float32":       body(`{"index":0,"embedding":[1e39]},{"index":1,"embedding":[1]}`),
		"text for numbers":       body(`{"index":0,"embedding":["1"]},{"index":1,"embedding":[1]}`),
		"no vectors":             body(``),
		"one vector too few":     body(`{"index":0,"embedding":[1]}`),
		"one too many":           body(`{"index":0,"embedding":[1]},{"index":1,"embedding":[1]},{"index":2,"embedding":[1]}`),
		"one twice":              body(`{"index":1,"embedding":[1]},{"index":1,"embedding":[1]}`),
		"one of another text":    body(`{"index":0,"embedding":[1]},{"index":2,"embedding":[1]}`),
		"sizes differ":           body(`{"index":0,"embedding":[1]},{"index":1,"embedding":[1,2]}`),
		"empty vector":           body(`{"index":0,"embedding":[]},{"index":1,"embedding":[]}`),
		"nulls":                  body(`{"index":0,"embedding":[null]},{"index":1,"embedding":[null]}`),
		"zeros":                  body(`{"index":0,"embedding":[0,0]},{"index":1,"embedding":[0,0]}`),
		"too long":               llmtest.Body(`{"object":"` + strings.Repeat("x", 17<<20) + `","data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[1]}]}`),
	} {
		t.Run(name, func(t *testing.T) {
			s, c := serve(t)
			s.Fail(fault)
			if got, err := c.Embed(t.Context(), []string{"a", "b"}); err == nil || s.Calls() != 1 {
				t.Errorf("%v, %v after %d calls; want an error of the first", got, err, s.Calls())
			}
		})
	}
}

func TestSizesThatDifferBetweenBatchesAreAnError(t *testing.T) {
	s, c := serve(t)
	var data []string
	for i := range llm.Batch {
		data = append(data, fmt.Sprintf(`{"index":%d,"embedding":[1,2,3]}`, i))
	}
	s.Fail(llmtest.Body(`{"data":[` + strings.Join(data, ",") + `]}`))
	if got, err := c.Embed(t.Context(), slices.Repeat([]string{"a"}, llm.Batch+1)); !errors.Is(err, llm.ErrAnswer) {
		t.Errorf("%d vectors, %v", len(got), err)
	}
}

func TestErrorsSayWhatIsWrongAndNothingElse(t *testing.T) {
	const text = "chuyện riêng của tôi"
	for _, status := range []int{400, 401, 422, 429, 500} {
		s, c := serve(t)
		s.Fail(llmtest.Status(status), llmtest.Status(status), llmtest.Status(status))
		_, err := c.Embed(t.Context(), []string{text})
		var refused *llm.StatusError
		if !errors.As(err, &refused) || refused.Code != status || refused.Rejected() != (status == 400 || status == 422) {
			t.Fatalf("%d came back as %v", status, err)
		}
		quiet(t, err, text)
	}
	s, _ := serve(t)
	s.Close()
	_, err := client(strings.Replace(s.URL, "http://", "http://me:"+key+"@", 1)).Embed(t.Context(), []string{text})
	if err == nil {
		t.Fatal("no error from a server that is gone")
	}
	quiet(t, err, text)
}

func quiet(t *testing.T, err error, text string) {
	t.Helper()
	if strings.Contains(err.Error(), key) || strings.Contains(err.Error(), text) {
		t.Errorf("the error tells too much: %v", err)
	}
}

func TestASilentServerIsLeftWhenTimeIsUp(t *testing.T) {
	s, c := serve(t)
	release := make(chan struct{})
	defer close(release)
	s.Fail(llmtest.Hang(release))
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	if _, err := c.Embed(ctx, []string{"a"}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("%v; want the deadline", err)
	}
}

func TestTheWaitBetweenTwoCallsEndsWithTheCaller(t *testing.T) {
	s, _ := serve(t)
	ctx, cancel := context.WithCancel(t.Context())
	patient := llm.New(llm.Config{BaseURL: s.URL, EmbeddingModel: "m", Backoff: func(int) time.Duration { cancel(); return time.Hour }})
	s.Fail(llmtest.Status(503))
	if _, err := patient.Embed(ctx, []string{"a"}); !errors.Is(err, context.Canceled) || s.Calls() != 1 {
		t.Errorf("%v after %d calls", err, s.Calls())
	}
}

func TestWhatTellsWhoAPersonIsDoesNotLeave(t *testing.T) {
	s, c := serve(t)
	for said, want := range map[string]string{
		"gọi tôi 0912345678 nhé":                  "gọi tôi [số] nhé",
		"sđt: 0912 345 678, hoặc 0912.345.678":    "sđt: [số], hoặc [số]",
		"+84 912-345-678":                         "[số]",
		"(0237) 3852 246":                         "[số]",
		"cccd 038099001234 cấp 2021":              "cccd [số] cấp 2021",
		"số ０９１２３４５６７８":                           "số [số]",
		"0912\u200b345\u00a0678":                  "[số]",
		"viết cho lan.le@thanhhoa.gov.vn":         "viết cho [thư điện tử]",
		"hỏi @nguyenvan.a và @Lê_Lan":             "hỏi [tài khoản] và [tài khoản]",
		"xem facebook.com/nguyen.van.a giúp":      "xem [liên kết] giúp",
		"https://zalo.me/0912345678":              "[liên kết]",
		"Quyết định 1950/QĐ-UBND ngày 20/11/2026": "Quyết định 1950/QĐ-UBND ngày 20/11/2026",
		"312 ca sốt, 24 xã, năm 2026":             "312 ca sốt, 24 xã, năm 2026",
		"Thông tư 01/2026/TT-BTC":                 "Thông tư 01/2026/TT-BTC",
	} {
		if _, err := c.Embed(t.Context(), []string{said}); err != nil {
			t.Fatal(err)
		}
		if sent := s.Sent(); sent[len(sent)-1] != want {
			t.Errorf("%q was sent as %q, want %q", said, sent[len(sent)-1], want)
		}
	}
}

func TestManyMayAskAtOnce(t *testing.T) {
	_, c := serve(t)
	failed := make(chan error, 8)
	for i := range cap(failed) {
		go func() {
			got, err := c.Embed(context.Background(), []string{strings.Repeat("b", i+1)})
			if err == nil && got[0][0] != float32(i+1) {
				err = errors.New("the vector of another: " + strconv.Itoa(i))
			}
			failed <- err
		}()
	}
	for range cap(failed) {
		if err := <-failed; err != nil {
			t.Error(err)
		}
	}
}

func TestQuestionsAndPassagesAreEmbeddedEachInTheirWay(t *testing.T) {
	s := llmtest.New(func(string) []float32 { return []float32{1, 2} })
	defer s.Close()
	c := llm.New(llm.Config{BaseURL: s.URL, EmbeddingModel: "m", QuestionPrefix: "query: ", PassagePrefix: "passage: "})
	if _, err := c.Embed(t.Context(), []string{"đoạn"}); err != nil {
		t.Fatal(err)
	}
	if v, err := c.EmbedQuestion(t.Context(), "hỏi"); err != nil || len(v) != 2 {
		t.Fatal(v, err)
	}
	if got := s.Sent(); !slices.Equal(got, []string{"passage: đoạn", "query: hỏi"}) {
		t.Errorf("sent %q", got)
	}
	other := llm.New(llm.Config{BaseURL: s.URL, EmbeddingModel: "m"})
	if c.EmbeddingModel() == other.EmbeddingModel() {
		t.Error("vectors of other prefixes are kept under the same name")
	}
}
