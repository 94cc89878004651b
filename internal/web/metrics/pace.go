package metrics

import (
	"github.com/prometheus/client_golang/prometheus"

	"phatngon/internal/queue/budget"
)

// paceGauges are the numbers of the calls to Zalo.
var paceGauges = []struct {
	desc  *prometheus.Desc
	value func(s budget.Status, now int64) float64
}{
	{gauge("outage", "1 while Zalo does not answer and messages wait."), func(s budget.Status, _ int64) float64 { return oneIf(s.Open) }},
	{gauge("calls_left", "Calls that may be made this minute."), func(s budget.Status, _ int64) float64 { return float64(s.CallsLeft) }},
	{gauge("paid_left", "Paid messages left this month; -1 when Zalo has not said."), func(s budget.Status, _ int64) float64 { return float64(s.MonthLeft) }},
	{gauge("waiting", "People whose messages wait for a call."), func(s budget.Status, _ int64) float64 { return float64(s.Waiting) }},
	{gauge("delay_seconds", "What a reply waits that is written now."), func(s budget.Status, _ int64) float64 { return s.Delay.Seconds() }},
	{gauge("oldest_seconds", "How long the message has waited that waits longest."), func(s budget.Status, now int64) float64 {
		if s.OldestSince.IsZero() {
			return 0
		}
		return float64(now - s.OldestSince.Unix())
	}},
}

func gauge(name, help string) *prometheus.Desc {
	return prometheus.NewDesc("phatngon_zalo_"+name, help, nil, nil)
}

func oneIf(on bool) float64 {
	if on {
		return 1
	}
	return 0
}

func (w *workCollector) collectPace(ch chan<- prometheus.Metric) {
	if w.flow.Pace == nil {
		return
	}
	status := w.flow.Pace.Status()
	for _, g := range paceGauges {
		ch <- prometheus.MustNewConstMetric(g.desc, prometheus.GaugeValue, g.value(status, w.flow.Now().Unix()))
	}
}
