package bot

import (
	"regexp"
	"strings"
)

// whole shows a span byte for byte.
func whole(span string) []string { return []string{span} }

var (
	ruleLine = regexp.MustCompile(`^ {0,3}(\|? *:?-+:? *(\| *:?-+:? *)+\|?|\| *:?-+:? *\||-{3,})\s*$`)
	heading  = regexp.MustCompile(`^#{1,6} +`)
)

// pieces cuts a span where Markdown would show its marks in a chat: around each
// row of a table and each heading. Every piece is itself a verbatim span, and
// no word is left out.
func pieces(span string) []string {
	var found, prose []string
	add := func(text string) {
		if text = strings.Trim(text, " \n"); text != "" {
			found = append(found, text)
		}
	}
	for line := range strings.SplitSeq(span, "\n") {
		words, marked := unmarked(line)
		if !marked {
			prose = append(prose, line)
			continue
		}
		add(strings.Join(prose, "\n"))
		add(words)
		prose = nil
	}
	add(strings.Join(prose, "\n"))
	return found
}

// unmarked is what a marked line says: a row without its outer bars, a heading
// without its signs, nothing of a rule.
func unmarked(line string) (words string, marked bool) {
	row := strings.TrimSpace(line)
	switch {
	case ruleLine.MatchString(line):
		return "", true
	case len(row) > 1 && strings.HasPrefix(row, "|") && strings.HasSuffix(row, "|"):
		return row[1 : len(row)-1], true
	case heading.MatchString(line):
		return heading.ReplaceAllString(line, ""), true
	}
	return line, false
}

// inQuotes puts each piece between the marks that only statements have.
func inQuotes(pieces []string) string {
	return "“" + strings.Join(pieces, "”\n“") + "”"
}
