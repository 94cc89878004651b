package main

import (
	"regexp"
	"strings"
)

// fewestWords is the least a sentence has.
const fewestWords = 5

var sentenceEnd = regexp.MustCompile(`([.!?…;])\s+|\n+`)

// sentences are the sentences of a plain or Markdown text, without tables and
// headings.
func sentences(text string) []string {
	var all []string
	for _, s := range strings.Split(sentenceEnd.ReplaceAllString(text, "$1\n"), "\n") {
		s = strings.TrimLeft(strings.TrimSpace(s), "-*+> ")
		if !strings.ContainsAny(s, "|#") && len(strings.Fields(s)) >= fewestWords {
			all = append(all, s)
		}
	}
	return all
}
