// Package metrics is what /metrics tells: requests by route, the queues, the
// knowledge and the pace of the calls to Zalo. It promises labels of a bounded
// number, and none that holds a code, an address or a person.
package metrics

import (
	"context"
	"strconv"
	"time"

	"github.com/gofiber/fiber/v2"
	"github.com/gofiber/fiber/v2/middleware/adaptor"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"phatngon/internal/flow"
	"phatngon/internal/queue"
	"phatngon/internal/store"
)

// Metrics are the program's own numbers, in a registry of its own.
type Metrics struct {
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	handler  fiber.Handler
}

// New returns the numbers of a program of that version over s and f, which are
// read when somebody asks.
func New(version string, s *store.Store, f *flow.Flow) *Metrics {
	m := &Metrics{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "phatngon_http_requests_total", Help: "Answered requests."}, []string{"method", "route", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "phatngon_http_request_seconds", Help: "Time to answer.", Buckets: prometheus.ExponentialBuckets(0.001, 3, 9)}, []string{"route"}),
	}
	r := prometheus.NewRegistry()
	r.MustRegister(m.requests, m.seconds, &workCollector{version, s, f}, collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	m.handler = adaptor.HTTPHandler(promhttp.HandlerFor(r, promhttp.HandlerOpts{ErrorHandling: promhttp.ContinueOnError}))
	return m
}

// Get answers with all numbers, in the text format of Prometheus.
func (m *Metrics) Get(c *fiber.Ctx) error { return m.handler(c) }

// Count notes one answer under its route, never under its path: paths are
// without end and hold codes.
func (m *Metrics) Count(c *fiber.Ctx, took time.Duration) {
	route := c.Route().Path
	if c.Response().StatusCode() == fiber.StatusNotFound && route == "/" {
		route = "unmatched"
	}
	m.requests.WithLabelValues(c.Method(), route, strconv.Itoa(c.Response().StatusCode())).Inc()
	m.seconds.WithLabelValues(route).Observe(took.Seconds())
}

// workCollector reads the queues and the knowledge when it is asked.
type workCollector struct {
	version string
	store   *store.Store
	flow    *flow.Flow
}

// What the collector reports.
var (
	itemsDesc      = prometheus.NewDesc("phatngon_queue_items", "Items by queue and state.", []string{"queue", "state"}, nil)
	statementsDesc = prometheus.NewDesc("phatngon_knowledge_statements", "Statements that can be quoted.", nil, nil)
	infoDesc       = prometheus.NewDesc("phatngon_info", "The program and its store.", []string{"version", "engine"}, nil)
)

// collectWithin keeps a slow database from holding up the other numbers.
const collectWithin = 3 * time.Second

// Describe implements prometheus.Collector.
func (w *workCollector) Describe(ch chan<- *prometheus.Desc) {
	ch <- itemsDesc
	ch <- statementsDesc
	ch <- infoDesc
	ch <- backupDesc
	for _, g := range paceGauges {
		ch <- g.desc
	}
	for _, g := range modelGauges {
		ch <- g.desc
	}
}

// Collect implements prometheus.Collector.
func (w *workCollector) Collect(ch chan<- prometheus.Metric) {
	ch <- prometheus.MustNewConstMetric(infoDesc, prometheus.GaugeValue, 1, w.version, w.store.Engine())
	ch <- prometheus.MustNewConstMetric(statementsDesc, prometheus.GaugeValue, float64(w.flow.Base.Len()))
	w.collectPace(ch)
	w.collectModel(ch)
	w.collectBackup(ch)
	ctx, cancel := context.WithTimeout(context.Background(), collectWithin)
	defer cancel()
	for name, q := range map[string]*queue.Queue{"inbox": w.flow.Inbox, "outbox": w.flow.Outbox} {
		counts, err := q.Counts(ctx)
		if err != nil {
			ch <- prometheus.NewInvalidMetric(itemsDesc, err)
			continue
		}
		for state, n := range counts {
			ch <- prometheus.MustNewConstMetric(itemsDesc, prometheus.GaugeValue, float64(n), name, state)
		}
	}
}
