// Command bench compares knowledge/index with bleve and SQLite FTS5 on one
// corpus and the same questions, in one run. README.md says what it prints.
package main

import (
	"flag"
	"fmt"
	"log/slog"
	"os"
	"strconv"
	"strings"
	"time"

	"phatngon/knowledge"
)

const usage = `usage: bench [-n 7000,100000] [-budget 60s] [-cpu] [-profile DIR] [DIR]

DIR holds corpus.jsonl, queries*.jsonl and qrels.tsv; without it a corpus is made up from the sample statements.
`

func main() {
	flag.Usage = func() { fmt.Fprint(flag.CommandLine.Output(), usage); flag.PrintDefaults() }
	n := flag.String("n", "", "texts to search, comma-separated; without it the corpus as it is")
	budget := flag.Duration("budget", time.Minute, "what another engine may spend on building, and again on answering")
	profile := flag.String("profile", "", "folder to write CPU and heap profiles of this index to")
	processor := flag.Bool("cpu", false, "time questions by the processor, not by the wall: for a busy machine")
	flag.Parse()
	if err := run(*n, plan{*budget, *profile, stopwatch{*processor}}, flag.Args()); err != nil {
		slog.Error("benchmark", "error", err)
		os.Exit(1)
	}
}

// run compares at each size in turn; a smaller corpus is grown, a larger one
// used whole.
func run(list string, p plan, args []string) error {
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
			return fmt.Errorf("compare at %d texts: %w", len(c.texts), err)
		}
		if err := writeTable(os.Stdout, c, engines); err != nil {
			return fmt.Errorf("write the table: %w", err)
		}
	}
	return nil
}

func parseSizes(list string) ([]int, error) {
	if list == "" {
		return []int{0}, nil
	}
	var sizes []int
	for field := range strings.SplitSeq(list, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(field))
		if err != nil || n <= 0 {
			return nil, fmt.Errorf("-n %q: %q is not a number of texts", list, field)
		}
		sizes = append(sizes, n)
	}
	return sizes, nil
}

// open reads the labelled set of the one folder named, or makes one up.
func open(args []string) (*corpus, error) {
	switch len(args) {
	case 0:
		set, err := synthetic(knowledge.SampleStatements(), syntheticTexts)
		if err != nil {
			return nil, fmt.Errorf("make up a corpus: %w", err)
		}
		return newCorpus("made up from the samples", set), nil
	case 1:
		set, err := knowledge.ReadLabelledSet(os.DirFS(args[0]))
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", args[0], err)
		}
		return newCorpus(args[0], set), nil
	}
	return nil, fmt.Errorf("want one folder, got %d", len(args))
}
