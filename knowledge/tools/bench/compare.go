package main

import (
	"errors"
	"fmt"
	"runtime"
	"time"

	index "github.com/blevesearch/bleve_index_api"
)

// A contender is an engine and what was measured of it at the present size.
type contender struct {
	name   string
	engine engine
	measured
	largest int           // the last size built
	took    time.Duration // to build it
}

type measured struct {
	absent string // why it did not take part
	bytes  int
	times  []time.Duration // of the questions of all rounds, as many of the first as it answered
	ndcg   []float64       // of those of the first round
	spent  time.Duration
	alone  [alonePasses][]time.Duration // of all questions, asked of it alone
}

// contenders are this index, which the others are measured against, and those.
func contenders() []*contender {
	return []*contender{
		{name: "this index", engine: &ours{}},
		{name: "and the whole answer", engine: &answers{}},
		{name: "bleve tf-idf, standard", engine: &bleveEngine{scoring: index.TFIDFScoring}},
		{name: "bleve tf-idf, folded", engine: &bleveEngine{scoring: index.TFIDFScoring, folded: true}},
		{name: "bleve BM25, standard", engine: &bleveEngine{scoring: index.BM25Scoring}},
		{name: "bleve BM25, folded", engine: &bleveEngine{scoring: index.BM25Scoring, folded: true}},
		{name: "FTS5 syllables, folded", engine: &fts5{}},
		{name: "FTS5 and pairs, folded", engine: &fts5{pairs: true}},
	}
}

// plan is how a comparison is run.
type plan struct {
	building time.Duration // what another engine may spend on building
	budget   time.Duration // and on answering
	block    int           // questions asked of one engine in a row
	rounds   int           // how often each question is asked
	profile  string        // folder for profiles, "" for none
	watch    stopwatch     // of the questions
}

// compare builds all engines one after the other and then asks them every
// question.
func (p plan) compare(c *corpus, all []*contender) error {
	for _, e := range all {
		defer e.engine.close()
	}
	for i, e := range all {
		build := func() error { return e.build(c, i > 0, p.building) }
		if i == 0 {
			build = p.profiled(fmt.Sprintf("build-%d", len(c.texts)), build)
		}
		if err := build(); err != nil {
			return fmt.Errorf("build %s: %w", e.name, err)
		}
	}
	if err := p.askInBlocks(c, all); err != nil {
		return err
	}
	return p.profiled(fmt.Sprintf("search-%d", len(c.texts)), func() error { return p.askAlone(c, all[0]) })()
}

// build measures time and memory. One that is limited is left out when it
// takes longer than budget, or would by what a smaller size took.
func (e *contender) build(c *corpus, limited bool, budget time.Duration) error {
	e.measured = measured{}
	if e.largest > 0 && limited {
		expected := e.took * time.Duration(len(c.texts)) / time.Duration(e.largest)
		if expected > budget {
			e.absent = fmt.Sprintf("left out: building would take %v or more, beyond -build %v, by the %v spent on %d texts",
				expected.Round(time.Second), budget, e.took.Round(time.Second), e.largest)
			return nil
		}
	}
	before, start := heap(), time.Now()
	err := e.engine.build(c.texts, start.Add(budget))
	e.took, e.largest = time.Since(start), len(c.texts)
	if errors.Is(err, errBudget) {
		e.absent = fmt.Sprintf("left out: not built within -build %v", budget)
		return e.engine.close()
	}
	if err != nil {
		return err
	}
	outside, err := e.engine.outside()
	e.bytes = heap() - before + outside
	return err
}

// heap is what Go's heap holds, in bytes.
func heap() int {
	runtime.GC()
	runtime.GC() // what the first one left to finalizers and pools
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc)
}
