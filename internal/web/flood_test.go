package web

import (
	"encoding/json"
	"fmt"
	"net/url"
	"testing"
	"time"

	"phatngon/internal/flow/index"
	"phatngon/internal/llm"
	"phatngon/internal/llm/llmtest"
	"phatngon/internal/queue/budget"
)

func TestSearchesOfOneAddressAreLimitedAndReadingIsNot(t *testing.T) {
	h := newHouse(t, nil, said("PN-1", nil))
	path := "/api/v1/statements?q=" + url.QueryEscape("đường ven biển")
	for range strangersSearches {
		h.get(path, "X-Forwarded-For", "203.0.113.5").wantStatus(t, 200)
	}
	h.get(path, "X-Forwarded-For", "203.0.113.5").wantStatus(t, 429).wantText(t, "chờ một phút")
	h.get("/api/v1/statements", "X-Forwarded-For", "203.0.113.5").wantStatus(t, 200)
	h.get(path, "X-Forwarded-For", "203.0.113.6").wantStatus(t, 200)
	h.get(path, append(h.login("hoa"), "X-Forwarded-For", "203.0.113.5")...).wantStatus(t, 200)
}

func TestStrangersSearchesPayForFewEmbeddings(t *testing.T) {
	server := llmtest.New(func(string) []float32 { return []float32{1, 0} })
	t.Cleanup(server.Close)
	h := newHouse(t, nil, said("PN-1", nil))
	h.flow.Index.Embeddings = &index.Embeddings{Client: llm.New(llm.Config{BaseURL: server.URL, EmbeddingModel: "m"}), Budget: time.Minute}
	if err := h.flow.Index.EmbedPassages(t.Context()); err != nil {
		t.Fatal(err)
	}
	before := len(server.Sent())
	path := "/api/v1/statements?q=" + url.QueryEscape("đường ven biển")
	for i := range 2 * strangersEmbedding {
		a := h.get(path, "X-Forwarded-For", []string{"203.0.113.5", "203.0.113.6"}[i%2]).wantStatus(t, 200)
		a.wantText(t, "PN-1")
	}
	if paid := len(server.Sent()) - before; paid != strangersEmbedding {
		t.Errorf("%d embeddings paid for, want %d", paid, strangersEmbedding)
	}
	h.get(path, h.login("hoa")...).wantStatus(t, 200)
	if paid := len(server.Sent()) - before; paid != strangersEmbedding+1 {
		t.Error("a person who is signed in searches without embeddings")
	}
}

func TestMetricsAreForWhoShowsTheTokenOrSitsOnThisMachine(t *testing.T) {
	open := newHouse(t, nil)
	open.get("/metrics").wantStatus(t, 200)
	open.get("/metrics", "X-Forwarded-For", "203.0.113.5").wantStatus(t, 404) // a proxy beside us
	open.get("/metrics", "X-Forwarded-For", "127.0.0.1").wantStatus(t, 404)
	open.get("/metrics", "Forwarded", "for=203.0.113.5").wantStatus(t, 404)
	guarded := newHouse(t, func(d *Deps) { d.MetricsToken = "so-bi-mat" })
	guarded.get("/metrics").wantStatus(t, 404)
	guarded.get("/metrics", "Authorization", "Bearer sai").wantStatus(t, 404)
	guarded.get("/metrics", "Authorization", "Bearer so-bi-mat", "X-Forwarded-For", "203.0.113.5").wantStatus(t, 200)
}

func TestMetricsAndTheAppTellHowLongRepliesTake(t *testing.T) {
	h := newHouse(t, nil)
	h.get("/api/v1/config").wantNoText(t, "reply_delay_seconds")
	now := today
	h.flow.Pace = budget.New(budget.Options{PerMinute: 1, Now: func() time.Time { return now }})
	h.flow.Pace.Observe(budget.Outcome{Sends: true})
	h.flow.Pace.Admit(budget.Ask{Lane: "a"})
	h.get("/metrics").wantText(t, "phatngon_zalo_outage 0", "phatngon_zalo_calls_left 0", "phatngon_zalo_waiting 1",
		"phatngon_zalo_delay_seconds 120", "phatngon_zalo_paid_left -1", "phatngon_zalo_oldest_seconds 0")
	var config struct {
		Delay int `json:"reply_delay_seconds"`
	}
	if err := json.Unmarshal([]byte(h.get("/api/v1/config").body), &config); err != nil || config.Delay != 120 {
		t.Errorf("told %d s, %v; want 120", config.Delay, err)
	}
}

func TestALimitIsPerAddressBehindAProxy(t *testing.T) {
	h := newHouse(t, nil)
	try := func(forwarded string) int {
		return h.call("POST", "/api/v1/session", `{}`, "X-Forwarded-For", forwarded).status
	}
	for i := range 60 {
		if status := try(fmt.Sprintf("198.51.100.%d, 203.0.113.5", i)); status != 422 { // what a client puts in front does not count
			t.Fatalf("attempt %d: status %d", i+1, status)
		}
	}
	if status := try("198.51.100.99, 203.0.113.5"); status != 429 {
		t.Errorf("status %d, want 429", status)
	}
	if status := try("203.0.113.6"); status != 422 {
		t.Errorf("another address: status %d", status)
	}
}
