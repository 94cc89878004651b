package main

import (
	"errors"
	"time"

	"phatngon/knowledge/golden"
)

// results is how many texts a search returns.
const results = 10

// An engine searches texts by one method.
type engine interface {
	// build reads all texts; it gives up with errBudget after the deadline.
	build(texts []golden.LabelledText, deadline time.Time) error
	// search returns the places of up to ten texts in the corpus, best first.
	search(question string) ([]int, error)
	// outside is the memory held outside Go's heap, in bytes.
	outside() (int, error)
	close() error
}

var errBudget = errors.New("the budget is spent")

const batchTexts = 1000

// inBatches hands over texts a thousand at a time until the deadline.
func inBatches(texts []golden.LabelledText, deadline time.Time, add func(from int, batch []golden.LabelledText) error) error {
	for from := 0; from < len(texts); from += batchTexts {
		if time.Now().After(deadline) {
			return errBudget
		}
		if err := add(from, texts[from:min(from+batchTexts, len(texts))]); err != nil {
			return err
		}
	}
	return nil
}

// whole is what the engines without a field for titles read of a text.
func whole(t golden.LabelledText) string {
	if t.Title == "" {
		return t.Text
	}
	return t.Title + "\n" + t.Text
}
