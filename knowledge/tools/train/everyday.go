package main

import (
	"os"
	"path/filepath"

	"phatngon/knowledge/answer/corpus"
	"phatngon/knowledge/golden"
	"phatngon/knowledge/search"
)

// everydayName is the part of knowledge/golden/everyday that teaches: what people ask in
// their own words of the samples and of texts like them, and what only comes near.
const everydayName = "everyday"

// loadEveryday reads everyday/teach of the golden folder. The questions of one statement
// have one number, so that a fold has all of them or none.
func loadEveryday(dir string) (set, error) {
	s := set{name: everydayName}
	at, err := sampleDocs(&s)
	if err != nil {
		return s, err
	}
	teach, err := golden.ReadEveryday(os.DirFS(filepath.Join(dir, "everyday", "teach")))
	if err != nil {
		return s, err
	}
	for _, t := range teach.Texts {
		at[t.Code] = len(s.docs)
		s.docs = append(s.docs, corpus.Document(t))
	}
	s.index = search.Build(s.docs)
	add := func(n int, kind, text string, relevant map[int]bool) {
		q := question{n: n, file: kind, text: text, relevant: relevant}
		q.matches = s.index.Candidates(s.index.Read(text), nil)
		s.questions = append(s.questions, q)
	}
	for _, q := range teach.Answerable {
		add(at[q.Statement], everyday, q.Text, map[int]bool{at[q.Statement]: true})
	}
	for _, q := range teach.Near {
		add(at[q.Near], everydayNear, q.Text, nil)
	}
	return s, nil
}

// everydayExamples asks everyday questions of their texts.
func everydayExamples(s set, by rankers) []example {
	var all []example
	for _, q := range s.questions {
		asker{s.index, by.of(q), &all, everydayName, everydayName}.ask(q, q.file, q.relevant, nil)
	}
	return all
}
