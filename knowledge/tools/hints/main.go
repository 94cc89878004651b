// Command hints learns how likely a statement with hints answers, from everyday/teach of
// the golden questions, with all proposed hints ticked.
//
//	go run ./knowledge/tools/hints -out knowledge/data/hint_weights.json
//
// The same questions give the same file. At which probability people are answered
// (answerAt) was chosen on everyday/tune, so that no more is asserted wrongly than without.
package main

import (
	"encoding/json"
	"flag"
	"log"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"phatngon/knowledge/answer"
	"phatngon/knowledge/answer/hinting"
	"phatngon/knowledge/golden"
	"phatngon/knowledge/propose"
	"phatngon/knowledge/samples"
	"phatngon/knowledge/statement"
)

const (
	answerAt = 0.754
	depth    = 3   // statements looked at for a question
	nearCost = 1.2 // what a question that nothing answers weighs, beside one that something does
)

func main() {
	dir := flag.String("golden", "knowledge/golden", "the project's own questions")
	out := flag.String("out", "", "file to write the weights to")
	flag.Parse()
	rows, err := lessons(filepath.Join(*dir, "everyday", "teach"))
	if err != nil {
		log.Fatalf("hints: %v", err)
	}
	w := hinting.Weights{AnswerAt: answerAt, Weights: map[string]float64{}}
	for i, weight := range learn(rows) {
		w.Weights[hinting.SignalNames[i]] = math.Round(weight*1e4) / 1e4
	}
	file, err := json.MarshalIndent(w, "", "\t")
	if err != nil {
		log.Fatalf("hints: %v", err)
	}
	if err := os.WriteFile(*out, append(file, '\n'), 0o644); err != nil {
		log.Fatalf("hints: write the weights: %v", err)
	}
}

// A row is a statement that was looked at for a question.
type row struct {
	signals hinting.Signals
	right   bool // the words that answer would be quoted
	weight  float64
}

// lessons asks the questions of a part of golden/everyday.
func lessons(dir string) ([]row, error) {
	set, err := golden.ReadEveryday(os.DirFS(dir))
	if err != nil {
		return nil, err
	}
	shipped, err := samples.Statements()
	if err != nil {
		return nil, err
	}
	all := slices.Concat(shipped, set.Texts)
	for i := range all {
		all[i].Hints = propose.Questions(all[i], propose.Most)
	}
	base := answer.NewBase(answer.Options{})
	base.Replace(all)
	var rows []row
	for _, q := range set.Answerable {
		rows = append(rows, ask(base, q, 1)...)
	}
	for _, q := range set.Near {
		rows = append(rows, ask(base, q, nearCost)...)
	}
	return rows, nil
}

func ask(base *answer.Base, q golden.EverydayQuestion, weight float64) []row {
	asked := answer.Question{Text: q.Text, Audience: statement.AudiencePublic, Now: time.Date(2026, 11, 23, 9, 0, 0, 0, statement.Vietnam)}
	if q.As == "reporter" {
		asked.Audience = statement.AudiencePress
	}
	var rows []row
	for _, w := range base.Weigh(asked, depth) {
		if w.Signals == nil || w.Verdict.Ruling != "" && w.Verdict.Ruling != "corrects" {
			continue
		}
		right := q.Expect != "" && slices.ContainsFunc(w.Quotes, func(quote answer.Quote) bool {
			return quote.Statement == q.Statement && strings.Contains(quote.Quote, q.Expect)
		})
		rows = append(rows, row{w.Signals, right, weight})
	}
	return rows
}
