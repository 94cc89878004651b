package knowledge

import (
	"embed"
	"fmt"
	"io/fs"
)

//go:embed samples/*.md
var sampleFiles embed.FS

// SampleStatements holds the sample statements, one Markdown file each. No
// spokesperson ever said them; their codes begin with SamplePrefix.
func SampleStatements() fs.FS {
	dir, err := fs.Sub(sampleFiles, "samples")
	if err != nil {
		panic("knowledge: the samples are embedded: " + err.Error())
	}
	return dir
}

// Samples are the sample statements, read.
func Samples() ([]Statement, error) {
	var all []Statement
	dir := SampleStatements()
	files, err := fs.Glob(dir, "*.md")
	if err != nil {
		return nil, fmt.Errorf("list the samples: %w", err)
	}
	for _, file := range files {
		data, err := fs.ReadFile(dir, file)
		if err != nil {
			return nil, fmt.Errorf("read sample %s: %w", file, err)
		}
		s, problems := ParseStatement(file, data, nil)
		if len(problems) > 0 {
			return nil, fmt.Errorf("sample %s: %v", file, problems)
		}
		all = append(all, s)
	}
	return all, nil
}
