package golden

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"time"

	"phatngon/knowledge/statement"
)

// EverydayQuestion is one question: Statement answers it in the words Expect, or Near is
// what it comes near to.
type EverydayQuestion struct{ ID, Statement, Near, Text, As, Expect string }

// EverydaySet is one part of golden/everyday.
type EverydaySet struct {
	Texts                 []statement.Statement // that exist only in this part
	Answerable, Near, Off []EverydayQuestion
}

// ReadEveryday reads one part of golden/everyday. An error names file and line.
func ReadEveryday(dir fs.FS) (EverydaySet, error) {
	var s EverydaySet
	for _, f := range []struct {
		files string
		take  func(line string) error
	}{
		{"texts-*.jsonl", s.addText}, {"questions-*.jsonl", into(&s.Answerable)}, {"near-*.jsonl", into(&s.Near)}, {"off-*.jsonl", into(&s.Off)},
	} {
		if err := eachFile(dir, f.files, f.take); err != nil {
			return EverydaySet{}, err
		}
	}
	return s, nil
}

func into(all *[]EverydayQuestion) func(line string) error {
	return func(line string) error {
		var q EverydayQuestion
		err := json.Unmarshal([]byte(line), &q)
		*all = append(*all, q)
		return err
	}
}

func (s *EverydaySet) addText(line string) error {
	var t struct {
		Code, Title, Unit, Text string
		IssuedAt                string `json:"issued_at"`
	}
	if err := json.Unmarshal([]byte(line), &t); err != nil {
		return err
	}
	issued, err := time.ParseInLocation(time.DateOnly, t.IssuedAt, statement.Vietnam)
	s.Texts = append(s.Texts, statement.Statement{
		Code: t.Code, Version: 1, Status: statement.StatusPublished, Audience: statement.AudiencePublic,
		Title: t.Title, Unit: t.Unit, Body: t.Text, IssuedAt: issued, UpdatedAt: issued,
	})
	return err
}

func eachFile(dir fs.FS, pattern string, take func(line string) error) error {
	files, err := fs.Glob(dir, pattern)
	if err != nil {
		return fmt.Errorf("list %s: %w", pattern, err)
	}
	for _, file := range files {
		if err := EachLine(dir, file, take); err != nil {
			return err
		}
	}
	return nil
}
