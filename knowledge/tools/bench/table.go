package main

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"time"
)

// writeTable writes what was measured; all[0] is what the others stand beside.
func (p plan) writeTable(out io.Writer, c *corpus, all []*contender) error {
	fmt.Fprintf(out, "\n%s: %d texts, %d passages of about a hundred words, %d questions in %d rounds by %d\n\n",
		c.name, len(c.texts), all[0].engine.(*ours).passages, len(c.questions), p.rounds, p.block)
	fmt.Fprintf(out, "%-24s", "nDCG@10:")
	for _, file := range c.files {
		fmt.Fprintf(out, "%11s", spelling(file))
	}
	fmt.Fprintf(out, "%10s%11s%9s%9s%8s%8s%7s\n", "build s", "B/passage", "p50 ms", "p99 ms", "× p50", "× p99", "asked")
	for _, e := range all {
		writeRow(out, c, e, all[0])
	}
	best := bestOf(all[0].alone)
	_, err := fmt.Fprintf(out, "\n%s asked alone, the best of %d passes: p50 %.3f ms, p99 %.3f ms\n",
		all[0].name, alonePasses, share(best, 0.5), share(best, 0.99))
	return err
}

// spelling is how a file's questions are spelt: what its name adds to queries.
func spelling(file string) string {
	name := strings.Trim(strings.TrimSuffix(strings.TrimPrefix(file, "queries"), ".jsonl"), ".-_")
	if name == "" {
		return "as written"
	}
	return name
}

func writeRow(out io.Writer, c *corpus, e, beside *contender) {
	fmt.Fprintf(out, "%-24s", e.name)
	if e.absent != "" {
		fmt.Fprintf(out, "  %s\n", e.absent)
		return
	}
	for file := range c.files {
		fmt.Fprintf(out, "%11.3f", e.quality(c, file, len(e.ndcg)))
	}
	passages := max(beside.engine.(*ours).passages, 1)
	same := beside.times[:min(len(e.times), len(beside.times))]
	p50, p99 := share(e.times, 0.5), share(e.times, 0.99)
	fmt.Fprintf(out, "%10.2f%11d%9.3f%9.3f%8.1f%8.1f%7d\n", e.took.Seconds(), e.bytes/passages,
		p50, p99, p50/share(same, 0.5), p99/share(same, 0.99), len(e.times))
	if len(e.ndcg) < len(beside.ndcg) {
		writeSame(out, c, beside, len(e.ndcg))
	}
}

// writeSame writes what beside reaches on the questions that another engine
// had the time for.
func writeSame(out io.Writer, c *corpus, beside *contender, asked int) {
	fmt.Fprintf(out, "%-24s", "  "+beside.name+" on these")
	for file := range c.files {
		fmt.Fprintf(out, "%11.3f", beside.quality(c, file, asked))
	}
	fmt.Fprintln(out)
}

// quality is the mean nDCG@10 of the questions of a file among the first asked.
func (e *contender) quality(c *corpus, file, asked int) float64 {
	sum, n := 0.0, 0
	for i, v := range e.ndcg[:asked] {
		if c.questions[i].file == file {
			sum, n = sum+v, n+1
		}
	}
	return sum / float64(max(n, 1))
}

// share is the milliseconds that so many of the questions took at most, NaN
// when they are too few to tell.
func share(times []time.Duration, part float64) float64 {
	if float64(len(times)) < 1/(1-part) {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(times))
	return float64(sorted[min(int(part*float64(len(sorted))), len(sorted)-1)]) / float64(time.Millisecond)
}

// bestOf is the shortest time of each question.
func bestOf(passes [alonePasses][]time.Duration) []time.Duration {
	best := slices.Clone(passes[0])
	for _, pass := range passes[1:] {
		for i, took := range pass {
			best[i] = min(best[i], took)
		}
	}
	return best
}
