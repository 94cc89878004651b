// Package samples is statements that no spokesperson ever said, to try the product with.
package samples

import (
	"embed"
	"fmt"
	"io/fs"

	"phatngon/knowledge/statement"
)

//go:embed *.md
var files embed.FS

// Files holds the sample statements, one Markdown file each. No spokesperson
// ever said them; their codes begin with statement.SamplePrefix.
func Files() fs.FS { return files }

// Statements are the sample statements, read.
func Statements() ([]statement.Statement, error) {
	var all []statement.Statement
	names, err := fs.Glob(files, "*.md")
	if err != nil {
		return nil, fmt.Errorf("list the samples: %w", err)
	}
	for _, file := range names {
		data, err := fs.ReadFile(files, file)
		if err != nil {
			return nil, fmt.Errorf("read sample %s: %w", file, err)
		}
		s, problems := statement.ParseStatement(file, data, nil)
		if len(problems) > 0 {
			return nil, fmt.Errorf("sample %s: %v", file, problems)
		}
		all = append(all, s)
	}
	return all, nil
}
