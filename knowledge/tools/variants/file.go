package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"phatngon/knowledge/importer"
	"phatngon/knowledge/markdown"
)

// file is one variant: a PDF, and beside it what it says and what others read.
type file struct {
	kind string
	hard bool
	path string
}

// listed is what index.tsv names.
func listed(dir string) ([]file, error) {
	data, err := os.ReadFile(filepath.Join(dir, "index.tsv"))
	if err != nil {
		return nil, err
	}
	var files []file
	for line := range strings.Lines(string(data)) {
		part := strings.Split(strings.TrimSpace(line), "\t")
		if len(part) != 3 {
			return nil, fmt.Errorf("index.tsv: %q: want kind, ordinary or hard, file", line)
		}
		files = append(files, file{kind: part[0], hard: part[1] == "hard", path: filepath.Join(dir, part[2])})
	}
	return files, nil
}

// others are the readers that build.py ran, by the extension of what they gave.
var others = []string{"pdftotext", "pdfium"}

// measured is what came of one file.
type measured struct {
	file
	letters int
	wrong   []int // letters, ours first and then of others
	changed []change
	silent  []change
	refused string
}

func (f file) measure() (measured, error) {
	m := measured{file: f}
	text, err := os.ReadFile(f.beside("truth"))
	if err != nil {
		return m, err
	}
	truth := plain(string(text))
	m.letters = len([]rune(truth))
	if err := m.ours(truth); err != nil {
		return m, err
	}
	for _, who := range others {
		read, err := os.ReadFile(f.beside(who))
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return m, err
		}
		m.wrong = append(m.wrong, within(truth, plain(string(read))))
	}
	return m, nil
}

func (f file) beside(extension string) string {
	return strings.TrimSuffix(f.path, ".pdf") + "." + extension
}

// ours reads the file as an office's import does.
func (m *measured) ours(truth string) error {
	data, err := os.ReadFile(m.path)
	if err != nil {
		return err
	}
	drafts, err := importer.Read(filepath.Base(m.path), data, importer.Options{Unit: unit})
	var refused *importer.Unreadable
	if errors.As(err, &refused) {
		m.refused, m.wrong = refused.Text, []int{m.letters}
		return nil
	}
	if err != nil || len(drafts) != 1 {
		return fmt.Errorf("%s: %d drafts, %w", m.path, len(drafts), err)
	}
	read := plain(markdown.Read(drafts[0].Statement.Body).Text())
	m.wrong = []int{whole(truth, read)}
	m.changed = changes(strings.Fields(truth), strings.Fields(read))
	m.silent = unsaid(m.changed, drafts[0])
	return nil
}

// unit knows the units of letters.txt.
func unit(name string) (string, bool) {
	code, ok := map[string]string{"SỞ Y TẾ": "TH-YT", "SỞ XÂY DỰNG": "TH-XD"}[name]
	return code, ok
}
