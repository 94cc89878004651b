package slots

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentences cuts a text at the ends of lines and sentences.
func sentences(text string) []string {
	var all []string
	for line := range strings.Lines(text) {
		for at := sentenceEnd(line); at >= 0; at = sentenceEnd(line) {
			all, line = append(all, line[:at]), line[at:]
		}
		if strings.TrimSpace(line) != "" {
			all = append(all, line)
		}
	}
	return all
}

// sentenceEnd is where the first sentence of a line ends before another
// begins, -1 when there is one only.
func sentenceEnd(line string) int {
	for i := 0; i+2 < len(line); i++ {
		if !strings.ContainsRune(".!?;", rune(line[i])) || line[i+1] != ' ' {
			continue
		}
		next, _ := utf8.DecodeRuneInString(line[i+2:])
		if line[i] == ';' || unicode.IsUpper(next) && !shortened(line[:i]) {
			return i + 1
		}
	}
	return -1
}

// shortened reports whether a text ends with a title or initial.
func shortened(text string) bool {
	last := text[strings.LastIndexByte(text, ' ')+1:]
	return utf8.RuneCountInString(last) == 1 || slices.Contains([]string{"TP", "Tp", "TS", "ThS", "BS"}, last)
}
