package main

import (
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"

	"phatngon/knowledge/golden"
	"phatngon/knowledge/search"
)

// set is a labelled set with its index and every question asked of it.
type set struct {
	name      string
	docs      []search.Doc
	index     *search.Index
	questions []question
}

// question is one question in one spelling; n is the same in every spelling.
type question struct {
	n        int
	file     string
	text     string
	relevant map[int]bool // documents
	matches  []search.Match
}

func load(dir string) (set, error) {
	labelled, err := golden.ReadLabelledSet(os.DirFS(dir))
	if err != nil {
		return set{}, err
	}
	s := set{name: filepath.Base(dir)}
	at := map[string]int{}
	for i, t := range labelled.Corpus {
		at[t.ID] = i
		doc := search.Doc{Body: t.Text}
		if t.Title != "" {
			doc.Heads = []string{t.Title}
		}
		s.docs = append(s.docs, doc)
	}
	s.index = search.Build(s.docs)
	for _, file := range slices.Sorted(maps.Keys(labelled.Queries)) {
		for n, q := range labelled.Queries[file] {
			one := question{n: n, file: file, text: q.Text, relevant: map[int]bool{}}
			for id := range labelled.Relevant[q.ID] {
				one.relevant[at[id]] = true
			}
			one.matches = s.index.Candidates(s.index.Read(q.Text), nil)
			s.questions = append(s.questions, one)
		}
	}
	return s, nil
}

// part keeps the questions that keep wants.
func part(sets []set, keep func(n int) bool) []set {
	var all []set
	for _, s := range sets {
		s.questions = slices.DeleteFunc(slices.Clone(s.questions), func(q question) bool { return !keep(q.n) })
		all = append(all, s)
	}
	return all
}

// figures sums nDCG@10 by set and file.
type figures struct {
	sum   map[string]float64
	count map[string]float64
}

func (f *figures) judge(s set, w *search.Weights) {
	if f.sum == nil {
		f.sum, f.count = map[string]float64{}, map[string]float64{}
	}
	for _, q := range s.questions {
		if len(q.relevant) == 0 {
			continue
		}
		matches := w.Sort(q.matches)
		dcg, ideal := 0.0, 0.0
		for i := range min(10, len(q.relevant)) {
			ideal += 1 / math.Log2(float64(i+2))
		}
		for i, m := range matches[:min(10, len(matches))] {
			if q.relevant[m.Doc] {
				dcg += 1 / math.Log2(float64(i+2))
			}
		}
		key := fmt.Sprintf("  %-12s %-22s", s.name, q.file)
		f.sum[key] += dcg / ideal
		f.count[key]++
	}
}

func (f *figures) print() {
	for _, key := range slices.Sorted(maps.Keys(f.sum)) {
		fmt.Printf("%s nDCG@10 %.4f\n", key, f.sum[key]/f.count[key])
	}
}
