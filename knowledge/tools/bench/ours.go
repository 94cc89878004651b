package main

import (
	"time"

	"phatngon/knowledge/golden"
	"phatngon/knowledge/search"
)

// ours is knowledge/search. It knows no deadline.
type ours struct {
	index    *search.Index
	passages int // of the texts, as the index counts them
}

func (o *ours) build(texts []golden.LabelledText, _ time.Time) error {
	docs := make([]search.Doc, len(texts))
	for i, t := range texts {
		docs[i].Body = t.Text
		if t.Title != "" {
			docs[i].Heads = []string{t.Title}
		}
	}
	o.index = search.Build(docs)
	o.passages = o.index.Size().Passages
	return nil
}

func (o *ours) search(question string) ([]int, error) {
	matches := o.index.Search(o.index.Read(question), nil).Matches
	places := make([]int, min(len(matches), results))
	for i := range places {
		places[i] = matches[i].Doc
	}
	return places, nil
}

func (o *ours) outside() (int, error) { return 0, nil }

func (o *ours) close() error {
	o.index = nil
	return nil
}
