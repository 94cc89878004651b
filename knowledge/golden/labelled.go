package golden

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// LabelledText is a line of corpus.jsonl, or of queries*.jsonl without title.
type LabelledText struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Text  string `json:"text"`
}

// LabelledSet is texts, questions and which text answers which question.
type LabelledSet struct {
	Corpus       []LabelledText
	Queries      map[string][]LabelledText  // file → questions
	Unanswerable map[string][]LabelledText  // file → questions nothing answers
	Relevant     map[string]map[string]bool // question → texts
}

// ReadLabelledSet reads corpus.jsonl, queries*.jsonl, qrels.tsv and
// unanswerable*.jsonl of dir. An error names the file and line.
func ReadLabelledSet(dir fs.FS) (LabelledSet, error) {
	set := LabelledSet{Queries: map[string][]LabelledText{}, Unanswerable: map[string][]LabelledText{}}
	var err error
	if set.Corpus, err = readTexts(dir, "corpus.jsonl"); err != nil {
		return set, err
	}
	for pattern, into := range map[string]map[string][]LabelledText{
		"queries*.jsonl": set.Queries, "unanswerable*.jsonl": set.Unanswerable,
	} {
		files, err := fs.Glob(dir, pattern)
		if err != nil {
			return set, fmt.Errorf("list %s: %w", pattern, err)
		}
		for _, file := range files {
			if into[file], err = readTexts(dir, file); err != nil {
				return set, err
			}
		}
	}
	if len(set.Queries) == 0 {
		return set, errors.New("no queries*.jsonl")
	}
	set.Relevant, err = readRelevant(dir, "qrels.tsv")
	return set, err
}

func readTexts(dir fs.FS, file string) ([]LabelledText, error) {
	var all []LabelledText
	seen := map[string]bool{}
	err := EachLine(dir, file, func(line string) error {
		var t LabelledText
		if err := json.Unmarshal([]byte(line), &t); err != nil {
			return err
		}
		if t.ID == "" || seen[t.ID] {
			return fmt.Errorf("id %q is empty or not unique", t.ID)
		}
		seen[t.ID] = true
		all = append(all, t)
		return nil
	})
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("%s: no lines", file)
	}
	return all, err
}

func readRelevant(dir fs.FS, file string) (map[string]map[string]bool, error) {
	all := map[string]map[string]bool{}
	err := EachLine(dir, file, func(line string) error {
		fields := strings.Split(line, "\t")
		if len(fields) != 3 || slices.Contains(fields, "") {
			return errors.New("want query<TAB>text<TAB>1")
		}
		if all[fields[0]] == nil {
			all[fields[0]] = map[string]bool{}
		}
		all[fields[0]][fields[1]] = fields[2] != "0"
		return nil
	})
	return all, err
}
