package golden

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"time"

	"phatngon/knowledge/statement"
)

// EverydayQuestion is one question: Statement answers it in the words Expect, or Near is
// what it comes near to, and Why what is off.
type EverydayQuestion struct {
	ID        string `json:"id"`
	Statement string `json:"statement,omitempty"`
	Near      string `json:"near,omitempty"`
	Text      string `json:"text"`
	As        string `json:"as,omitempty"`
	Form      string `json:"form,omitempty"`
	Expect    string `json:"expect,omitempty"`
	Why       string `json:"why,omitempty"`
}

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

// everydayText is a line of texts-*.jsonl.
type everydayText struct {
	Code     string `json:"code"`
	Title    string `json:"title"`
	Unit     string `json:"unit"`
	IssuedAt string `json:"issued_at"`
	Text     string `json:"text"`
}

func (s *EverydaySet) addText(line string) error {
	var t everydayText
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
