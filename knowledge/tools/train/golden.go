package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"phatngon/knowledge/answer/corpus"
	"phatngon/knowledge/samples"
	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// goldenName is the project's own set: the sample statements and the questions
// of knowledge/golden.
const goldenName = "golden"

// loadGolden reads answerable.jsonl and unanswerable.jsonl of dir.
func loadGolden(dir string) (set, error) {
	s := set{name: goldenName}
	at, err := sampleDocs(&s)
	if err != nil {
		return s, err
	}
	for _, file := range []string{"answerable.jsonl", "unanswerable.jsonl"} {
		data, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			return s, err
		}
		lines := bufio.NewScanner(bytes.NewReader(data))
		for n := 0; lines.Scan(); n++ {
			var g struct{ Statement, Text, Nodiac, Noisy, Casual string }
			if err := json.Unmarshal(lines.Bytes(), &g); err != nil {
				return s, fmt.Errorf("%s:%d: %w", file, n+1, err)
			}
			relevant := map[int]bool{}
			if doc, ok := at[g.Statement]; ok {
				relevant[doc] = true
			}
			for i, text := range []string{g.Text, g.Nodiac, g.Noisy, g.Casual} {
				if text != "" {
					spelling := []string{"text", "nodiac", "noisy", casual}[i]
					one := question{n: n, file: spelling, text: text, relevant: relevant}
					one.matches = s.index.Candidates(s.index.Read(text), nil)
					s.questions = append(s.questions, one)
				}
			}
		}
	}
	return s, nil
}

func sampleDocs(s *set) (at map[string]int, err error) {
	at = map[string]int{}
	samples := samples.Files()
	files, err := fs.Glob(samples, "*.md")
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		data, err := fs.ReadFile(samples, file)
		if err != nil {
			return nil, err
		}
		statement, problems := statement.ParseStatement(file, data, nil)
		if len(problems) > 0 {
			return nil, fmt.Errorf("%v", problems)
		}
		at[statement.Code] = len(s.docs)
		s.docs = append(s.docs, corpus.Document(statement))
	}
	s.index = search.Build(s.docs)
	return at, nil
}
