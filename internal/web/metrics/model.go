package metrics

import (
	"github.com/prometheus/client_golang/prometheus"

	"phatngon/internal/flow/pointer"
)

// modelGauges are the numbers of the calls to a language model.
var modelGauges = []struct {
	desc  *prometheus.Desc
	kind  prometheus.ValueType
	value func(c pointer.Counts, resting bool) float64
}{
	{model("resting", "1 while the model failed lately and is left alone."), prometheus.GaugeValue, func(_ pointer.Counts, resting bool) float64 { return oneIf(resting) }},
	{model("asked_total", "What the model was asked."), prometheus.CounterValue, func(c pointer.Counts, _ bool) float64 { return float64(c.Asked) }},
	{model("failed_total", "Asked without an answer of use."), prometheus.CounterValue, func(c pointer.Counts, _ bool) float64 { return float64(c.Failed) }},
	{model("skipped_total", "Not asked: it rests, or is asked too much."), prometheus.CounterValue, func(c pointer.Counts, _ bool) float64 { return float64(c.Skipped) }},
	{model("calls_total", "Calls, those tried again too."), prometheus.CounterValue, func(c pointer.Counts, _ bool) float64 { return float64(c.Calls) }},
	{model("tokens_total", "What the calls cost, as the server counts."), prometheus.CounterValue, func(c pointer.Counts, _ bool) float64 { return float64(c.Tokens) }},
}

func model(name, help string) *prometheus.Desc {
	return prometheus.NewDesc("phatngon_model_"+name, help, nil, nil)
}

func (w *workCollector) collectModel(ch chan<- prometheus.Metric) {
	p := w.flow.Pointer
	if p == nil {
		return
	}
	counts, resting := p.Counts(), p.Resting()
	for _, g := range modelGauges {
		ch <- prometheus.MustNewConstMetric(g.desc, g.kind, g.value(counts, resting))
	}
}
