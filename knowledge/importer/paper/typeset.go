package paper

import (
	"strings"

	typeset "phatngon/knowledge/markdown"
)

// marksOfText are what a statement's text reads as typesetting.
const marksOfText = "\\*_`[]#|"

// escaped is words as a statement's text must have them to show the same
// words: a star of a document is a star.
func escaped(words string) string {
	if shown := typeset.Read(words).Text(); shown == words {
		return words
	}
	var b strings.Builder
	for i, line := range strings.Split(words, "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(escapedLine(line))
	}
	return b.String()
}

func escapedLine(line string) string {
	if strings.Trim(line, "-") == "" && line != "" {
		return `\` + line // a line of dashes is no rule
	}
	var b strings.Builder
	for _, r := range line {
		if strings.ContainsRune(marksOfText, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// escapedCell is words of a cell, whose bars are no ends.
func escapedCell(words string) string {
	if !strings.Contains(words, "|") {
		return escaped(words)
	}
	return escapedLine(words)
}
