package eval

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"time"

	"phatngon/knowledge/golden"
	"phatngon/knowledge/search"
)

// DefaultK is how many results the measures look at.
const DefaultK = 10

// Evaluate measures search on a labelled set: corpus.jsonl, queries*.jsonl,
// qrels.tsv and, when present, unanswerable*.jsonl. k ≤ 0 means DefaultK.
// progress, when not nil, hears what is being done. It is the one place of the
// package that looks at a clock, to time what it measures.
func Evaluate(dir fs.FS, k int, progress func(string)) (Evaluation, error) {
	set, err := golden.ReadLabelledSet(dir)
	if err != nil {
		return Evaluation{}, fmt.Errorf("read the labelled set: %w", err)
	}
	if k <= 0 {
		k = DefaultK
	}
	e := &evaluation{set: set, k: k, say: progress}
	if e.say == nil {
		e.say = func(string) {}
	}
	e.build()
	for _, file := range slices.Sorted(maps.Keys(set.Queries)) {
		e.queries(file)
	}
	for _, file := range slices.Sorted(maps.Keys(set.Unanswerable)) {
		e.unanswerable(file)
	}
	return e.report, nil
}

type evaluation struct {
	set    golden.LabelledSet
	k      int
	say    func(string)
	index  *search.Index
	report Evaluation
	asked  []judged // the answerable questions
}

// judged is how likely the first result is right, how likely any text is,
// and whether the first was.
type judged struct {
	confidence, known float64
	right             bool
}

func (e *evaluation) build() {
	e.say(fmt.Sprintf("building the index of %d texts", len(e.set.Corpus)))
	docs := make([]search.Doc, len(e.set.Corpus))
	for i, t := range e.set.Corpus {
		docs[i].Body = t.Text
		if t.Title != "" {
			docs[i].Heads = []string{t.Title}
		}
	}
	start := time.Now()
	e.index = search.Build(docs)
	size := e.index.Size()
	e.report = Evaluation{
		K: e.k, Texts: size.Docs, Passages: size.Passages, Build: seconds(time.Since(start)), Bytes: size.Bytes,
		BytesPerPassage: size.Bytes / max(size.Passages, 1),
	}
}

// search returns the ranked ids for one question and how long it took.
func (e *evaluation) search(text string) (ids []string, j judged, took time.Duration) {
	start := time.Now()
	result := e.index.Search(e.index.Read(text), nil)
	took = time.Since(start)
	j.known = result.Known
	if len(result.Matches) > 0 {
		j.confidence = result.Matches[0].Confidence
	}
	for _, m := range result.Matches[:min(len(result.Matches), max(e.k, 10))] {
		ids = append(ids, e.set.Corpus[m.Doc].ID)
	}
	return ids, j, took
}

func (e *evaluation) queries(file string) {
	e.say("asking " + file)
	r := QueryReport{File: file}
	var times []time.Duration
	var asked []judged
	for _, q := range e.set.Queries[file] {
		relevant := e.set.Relevant[q.ID]
		if len(relevant) == 0 {
			continue
		}
		ids, j, took := e.search(q.Text)
		times = append(times, took)
		r.add(ids, relevant, e.k)
		j.right = len(ids) > 0 && relevant[ids[0]]
		asked = append(asked, j)
	}
	r.average()
	r.P50, r.P99 = quantile(times, 0.5), quantile(times, 0.99)
	r.decide(asked)
	e.asked = append(e.asked, asked...)
	e.report.Queries = append(e.report.Queries, r)
}

func (e *evaluation) unanswerable(file string) {
	e.say("asking " + file)
	r := RefusalReport{File: file}
	var none []judged
	for _, q := range e.set.Unanswerable[file] {
		_, j, _ := e.search(q.Text)
		none = append(none, j)
	}
	r.measure(e.asked, none)
	e.report.Unanswerable = append(e.report.Unanswerable, r)
}
