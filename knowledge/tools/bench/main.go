// Command bench compares knowledge/search with bleve and SQLite FTS5 on one
// corpus and the same questions, in one run. README.md says what it prints.
package main

import (
	"flag"
	"fmt"
	"log/slog"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"phatngon/knowledge/golden"
	"phatngon/knowledge/samples"
)

const usage = `usage: bench [-n 7000,100000] [-turns 64] [-rounds 3] [-build 5m] [-budget 30s] [-cpu] [-profile DIR] [DIR]

DIR holds corpus.jsonl, queries*.jsonl and qrels.tsv; without it a corpus is made up from the sample statements.
`

// memory is what Go is told to stay below, in bytes: garbage is collected more
// often near it. It holds seven engines with a million passages each.
const memory = 12 << 30

func main() {
	flag.Usage = func() { fmt.Fprint(flag.CommandLine.Output(), usage); flag.PrintDefaults() }
	n := flag.String("n", "7000,100000,1000000", "passages to search, comma-separated; a larger corpus is used whole")
	var p plan
	flag.IntVar(&p.block, "turns", 64, "questions asked of one engine before the next has its turn")
	flag.IntVar(&p.rounds, "rounds", 3, "how often each question is asked")
	flag.DurationVar(&p.building, "build", 5*time.Minute, "what another engine may spend on building")
	flag.DurationVar(&p.budget, "budget", 30*time.Second, "what another engine may spend on answering")
	flag.StringVar(&p.profile, "profile", "", "folder to write CPU and heap profiles of this index to")
	flag.BoolVar(&p.watch.processor, "cpu", false, "time questions by the processor, not by the wall: for a busy machine")
	flag.Parse()
	debug.SetMemoryLimit(memory)
	if err := run(*n, p, flag.Args()); err != nil {
		slog.Error("benchmark", "error", err)
		os.Exit(1)
	}
}

// run compares at each size in turn; a smaller corpus is grown, a larger one
// used whole.
func run(list string, p plan, args []string) error {
	if p.block < 1 || p.rounds < 1 {
		return fmt.Errorf("-turns %d -rounds %d: want at least 1 of each", p.block, p.rounds)
	}
	sizes, err := parseSizes(list)
	if err != nil {
		return err
	}
	c, err := open(args)
	if err != nil {
		return err
	}
	engines := contenders()
	for _, n := range sizes {
		c.grow(n)
		if err := p.compare(c, engines); err != nil {
			return fmt.Errorf("compare at %d passages: %w", n, err)
		}
		if err := p.writeTable(os.Stdout, c, engines); err != nil {
			return fmt.Errorf("write the table: %w", err)
		}
	}
	return nil
}

func parseSizes(list string) ([]int, error) {
	var sizes []int
	for field := range strings.SplitSeq(list, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(field))
		if err != nil || n <= 0 {
			return nil, fmt.Errorf("-n %q: %q is not a number of passages", list, field)
		}
		sizes = append(sizes, n)
	}
	return sizes, nil
}

// open reads the labelled set of the one folder named, or makes one up.
func open(args []string) (*corpus, error) {
	switch len(args) {
	case 0:
		set, err := synthetic(samples.Files(), syntheticTexts)
		if err != nil {
			return nil, fmt.Errorf("make up a corpus: %w", err)
		}
		return newCorpus("made up from the samples", set), nil
	case 1:
		set, err := golden.ReadLabelledSet(os.DirFS(args[0]))
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", args[0], err)
		}
		return newCorpus(args[0], set), nil
	}
	return nil, fmt.Errorf("want one folder, got %d", len(args))
}
