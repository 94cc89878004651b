// Command train learns the weights of the search from labelled sets: the
// re-ranker's, and those of the confidence in its first result.
//
//	go run ./knowledge/train -out knowledge/data/weights.json DIR...
//
// Each DIR is a set as knowledge.ReadLabelledSet reads it. It first prints how
// well weights learned on two thirds of the questions do on the other third,
// and weights learned on the other sets on each set; then it learns on all and
// writes the file. The same sets give the same file.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"slices"

	"phatngon/knowledge/index"
)

func main() {
	out := flag.String("out", "", "file to write the weights to; without it they are only tried")
	goldenDir := flag.String("golden", "knowledge/golden", "the project's own questions")
	background := flag.String("background", "", "file to write how common words and pairs are to")
	try := flag.Bool("try", true, "print cross-validated figures first")
	flag.Parse()
	if flag.NArg() == 0 {
		log.Fatal("train: name at least one directory of a labelled set")
	}
	var sets []set
	for _, dir := range flag.Args() {
		s, err := load(dir)
		if err != nil {
			log.Fatalf("train: load %s: %v", dir, err)
		}
		sets = append(sets, s)
	}
	if *background != "" {
		if err := os.WriteFile(*background, countWords(sets), 0o644); err != nil {
			log.Fatalf("train: write the background: %v", err)
		}
		return
	}
	golden, err := loadGolden(*goldenDir)
	if err != nil {
		log.Fatalf("train: load %s: %v", *goldenDir, err)
	}
	if *try {
		tryRank(sets)
	}
	all := examples(sets, golden)
	if *try {
		tryConfidence(sets, all)
	}
	if *out == "" {
		return
	}
	w := learnRank(sets)
	w.Bias, w.Confidence = growConfidence(all)
	if err := os.WriteFile(*out, w.Format(), 0o644); err != nil {
		log.Fatalf("train: write the weights: %v", err)
	}
}

// tryRank prints the ranking of weights on questions they were not learned on.
func tryRank(sets []set) {
	fmt.Println("ranking, learned on two thirds of the questions, judged on the other:")
	var thirds figures
	for k := range folds {
		w := learnRank(part(sets, func(n int) bool { return n%folds != k }))
		for _, s := range part(sets, func(n int) bool { return n%folds == k }) {
			thirds.judge(s, w)
		}
	}
	thirds.print()
	for i, s := range sets {
		if rest := slices.Concat(sets[:i], sets[i+1:]); len(rest) > 0 {
			fmt.Printf("ranking of %s, learned on the other sets:\n", s.name)
			var f figures
			f.judge(s, learnRank(rest))
			f.print()
		}
	}
}

// tryConfidence prints how well answerable and unanswerable are told apart.
func tryConfidence(sets []set, all []example) {
	fmt.Println("confidence, learned on two thirds of the questions, judged on the other:")
	judgeConfidence(all, func(e example) bool { return e.n%folds != 0 })
	for _, s := range sets {
		fmt.Printf("confidence on %s, learned on the other sets:\n", s.name)
		judgeConfidence(all, func(e example) bool { return e.set != s.name })
	}
}

// learnRank learns the linear weights, then trees on top of them.
func learnRank(sets []set) *index.Weights {
	w := &index.Weights{Rank: learnLinear(sets)}
	w.Trees = growRank(sets, w)
	return w
}

const folds = 3
