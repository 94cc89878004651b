package metrics

import (
	"io"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"phatngon/internal/flow"
	"phatngon/internal/flow/pointer"
	"phatngon/internal/llm"
	"phatngon/internal/llm/llmtest"
	"phatngon/knowledge/statement"
)

// modelOnly collects what is told of the model.
type modelOnly struct{ *workCollector }

func (m modelOnly) Collect(ch chan<- prometheus.Metric) { m.collectModel(ch) }

func TestTheModelsBreakerAndCostAreTold(t *testing.T) {
	server := llmtest.New(nil)
	defer server.Close()
	server.Reply = func(string, string) string { return "{}" }
	server.Fail(llmtest.Status(http.StatusBadRequest))
	p := &pointer.Pointer{
		Client: llm.New(llm.Config{BaseURL: server.URL, Model: "m"}), Now: func() time.Time { return time.Unix(0, 0) }, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
	}
	public := statement.Statement{Audience: statement.AudiencePublic, Status: statement.StatusPublished}
	p.Propose(t.Context(), public)
	p.Propose(t.Context(), public)
	got := map[string]float64{}
	r := prometheus.NewRegistry()
	r.MustRegister(modelOnly{&workCollector{flow: &flow.Flow{Deps: flow.Deps{Pointer: p}}}})
	families, err := r.Gather()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range families {
		m := f.GetMetric()[0]
		got[strings.TrimPrefix(f.GetName(), "phatngon_model_")] = m.GetGauge().GetValue() + m.GetCounter().GetValue()
	}
	for name, want := range map[string]float64{"resting": 1, "asked_total": 1, "failed_total": 1, "skipped_total": 1, "calls_total": 1, "tokens_total": 0} {
		if got[name] != want {
			t.Errorf("%s %v, want %v", name, got[name], want)
		}
	}
}
