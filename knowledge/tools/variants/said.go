package main

import (
	"strings"

	"phatngon/knowledge/importer"
)

// unsaid are the changes of which no line beside the draft speaks.
func unsaid(changed []string, problems []importer.Problem) []string {
	if len(changed) == 0 {
		return nil
	}
	var lines strings.Builder
	for _, p := range problems {
		if p.Field == "body" {
			lines.WriteString(p.Text + "\n")
		}
	}
	var out []string
	for _, c := range changed {
		if !strings.Contains(plain(lines.String()), c[1:]) {
			out = append(out, c)
		}
	}
	return out
}
