// Command train learns the search's weights from labelled sets and prints how
// well weights learned without a set do on it.
package main

import (
	"flag"
	"fmt"
	"log"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"time"

	"phatngon/knowledge"
	"phatngon/knowledge/index"
)

type question struct {
	file    string
	matches []index.Match
	label   []bool
	total   int // relevant texts
	x       *index.Index
	text    string
	n       int
}

type set struct {
	name      string
	questions []question
}

var drop = flag.String("drop", "", "")

var (
	trees = flag.Int("trees", 0, "")
	depth = flag.Int("depth", 4, "")
	rate  = flag.Float64("rate", 0.1, "")
)

var fold = flag.Bool("fold", false, "")

func part(sets []set, keep func(n int) bool) []set {
	var all []set
	for _, s := range sets {
		p := set{name: s.name}
		for _, q := range s.questions {
			if keep(q.n) {
				p.questions = append(p.questions, q)
			}
		}
		all = append(all, p)
	}
	return all
}

// folds learns on two thirds of the questions and reports on the third.
func folds(sets []set, epochs int) {
	for k := range 3 {
		w := learn(part(sets, func(n int) bool { return n%3 != k }), epochs)
		test := part(sets, func(n int) bool { return n%3 == k })
		for _, s := range test {
			s.report(w.Score)
		}
		if *trees > 0 {
			w.Trees = newGrower(part(sets, func(n int) bool { return n%3 != k }), &w, 40).grow(*trees, *depth, *rate)
			for _, s := range test {
				s.name += "+trees"
				s.report(w.Score)
			}
		}
	}
}

var show = flag.Int("show", 0, "")

func load(dir string) set {
	labelled, err := knowledge.ReadLabelledSet(os.DirFS(dir))
	if err != nil {
		log.Fatal(err)
	}
	docs := make([]index.Doc, len(labelled.Corpus))
	for i, t := range labelled.Corpus {
		docs[i] = index.Doc{Body: t.Text}
		if t.Title != "" {
			docs[i].Heads = []string{t.Title}
		}
	}
	t0 := time.Now()
	x := index.Build(docs)
	fmt.Println(dir, "build", time.Since(t0))
	s := set{name: filepath.Base(dir)}
	for _, file := range slices.Sorted(maps.Keys(labelled.Queries)) {
		t0 = time.Now()
		for qn, q := range labelled.Queries[file] {
			one := question{n: qn, file: file, matches: x.Search(x.Read(q.Text), nil), total: len(labelled.Relevant[q.ID]), x: x, text: q.Text}
			for _, m := range one.matches {
				one.label = append(one.label, labelled.Relevant[q.ID][labelled.Corpus[m.Doc].ID])
			}
			for i := range one.matches {
				for j, n := range index.FeatureNames() {
					if strings.Contains(","+*drop+",", ","+n+",") {
						one.matches[i].Features[j] = 0
					}
				}
			}
			s.questions = append(s.questions, one)
		}
		fmt.Println(file, time.Since(t0)/time.Duration(len(labelled.Queries[file])))
	}
	return s
}

// report prints nDCG@10, recall at the candidates.
func (s set) report(score func(*index.Features) float64) {
	sum, n, reach := map[string]float64{}, map[string]float64{}, map[string]float64{}
	for qi := range s.questions {
		q := &s.questions[qi]
		order := make([]int, len(q.matches))
		scores := make([]float64, len(q.matches))
		for i := range order {
			order[i] = i
			scores[i] = score(&q.matches[i].Features)
		}
		sort.SliceStable(order, func(a, b int) bool { return scores[order[a]] > scores[order[b]] })
		dcg, ideal := 0.0, 0.0
		for i := range min(10, q.total) {
			ideal += 1 / math.Log2(float64(i+2))
		}
		found := false
		for i, o := range order {
			if q.label[o] && i < 10 {
				dcg += 1 / math.Log2(float64(i+2))
			}
			found = found || q.label[o]
		}
		sum[q.file] += dcg / ideal
		n[q.file]++
		if found {
			reach[q.file]++
		}
		if *show > 0 && dcg == 0 {
			*show--
			fmt.Println(found, q.text, "=>", q.x.Read(q.text).Words())
		}
	}
	for _, f := range slices.Sorted(maps.Keys(n)) {
		fmt.Printf("%-12s %-22s ndcg %.4f reach %.4f\n", s.name, f, sum[f]/n[f], reach[f]/n[f])
	}
}

// learn fits weights by listwise softmax with Adam.
func learn(sets []set, epochs int) index.Weights {
	const dim = len(index.Features{})
	var w, m, v [dim]float64
	t := 0
	prior := index.DefaultWeights().Rank
	w = prior
	for e := range epochs {
		rate := 0.3 * math.Pow(0.97, float64(e))
		for _, s := range sets {
			for from := 0; from < len(s.questions); from += 64 {
				var g [dim]float64
				n := 0
				for qi := from; qi < min(from+64, len(s.questions)); qi++ {
					// stride to mix spellings
					q := &s.questions[(qi*1009)%len(s.questions)]
					if gradient(q, &w, &g) {
						n++
					}
				}
				if n == 0 {
					continue
				}
				t++
				for i := range w {
					gi := g[i]/float64(n) + 0.0005*(w[i]-prior[i])
					m[i] = 0.9*m[i] + 0.1*gi
					v[i] = 0.999*v[i] + 0.001*gi*gi
					mh, vh := m[i]/(1-math.Pow(0.9, float64(t))), v[i]/(1-math.Pow(0.999, float64(t)))
					w[i] -= rate * mh / (math.Sqrt(vh) + 1e-8)
				}
			}
		}
	}
	return index.Weights{Rank: w}
}

func gradient(q *question, w, g *[len(index.Features{})]float64) bool {
	if !slices.Contains(q.label, true) {
		return false
	}
	scores := make([]float64, len(q.matches))
	top := math.Inf(-1)
	for i := range q.matches {
		for j, f := range q.matches[i].Features {
			scores[i] += w[j] * f
		}
		top = max(top, scores[i])
	}
	all, good := 0.0, 0.0
	for i := range scores {
		scores[i] = math.Exp(scores[i] - top)
		all += scores[i]
		if q.label[i] {
			good += scores[i]
		}
	}
	for i := range scores {
		d := scores[i] / all
		if q.label[i] {
			d -= scores[i] / good
		}
		if math.Abs(d) < 1e-6 {
			continue
		}
		for j, f := range q.matches[i].Features {
			g[j] += d * f
		}
	}
	return true
}

func main() {
	epochs := flag.Int("epochs", 30, "")
	flag.Parse()
	var sets []set
	for _, dir := range flag.Args() {
		sets = append(sets, load(dir))
	}
	if *fold {
		folds(sets, *epochs)
		return
	}
	for i, s := range sets {
		base := index.DefaultWeights()
		s.report(base.Score)
		rest := slices.Concat(sets[:i], sets[i+1:])
		if len(rest) > 0 {
			w := learn(rest, *epochs)
			fmt.Println("learned on the others:")
			s.report(w.Score)
			w.Print()
			if *trees > 0 {
				w.Trees = newGrower(rest, &w, 40).grow(*trees, *depth, *rate)
				fmt.Println("with trees:")
				s.report(w.Score)
			}
			w = learn(sets, *epochs)
			fmt.Println("learned on all:")
			s.report(w.Score)
		}
	}
}
