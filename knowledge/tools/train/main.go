// Command train learns the weights of the search from labelled sets: the
// re-ranker's, and those of the confidence in its first result.
//
//	go run ./knowledge/tools/train -out knowledge/data/weights.json DIR...
//
// Each DIR is a set as knowledge.ReadLabelledSet reads it. It first prints how
// well weights learned on two thirds of the questions do on the other third,
// and weights learned on the other sets on each set; then it learns on all and
// writes the file. The same sets give the same file.
package main

import (
	"flag"
	"log"
	"os"
)

func main() {
	out := flag.String("out", "", "file to write the weights to; without it they are only tried")
	goldenDir := flag.String("golden", "knowledge/golden", "the project's own questions")
	background := flag.String("background", "", "file to write how common words and pairs are to")
	onlyRank := flag.Bool("rank", false, "try the ranking only")
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
	daily, err := loadEveryday(*goldenDir)
	if err != nil {
		log.Fatalf("train: load everyday questions: %v", err)
	}
	if *try {
		tryRank(sets, golden, daily)
	}
	if *onlyRank {
		return
	}
	all := examples(sets, golden, daily)
	if *try {
		trySure(sets, all)
	}
	if *out == "" {
		return
	}
	w := learnRank(append(sets, golden, daily))
	learnSure(w, all)
	if err := os.WriteFile(*out, w.Format(), 0o644); err != nil {
		log.Fatalf("train: write the weights: %v", err)
	}
}
