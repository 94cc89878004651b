package text

import (
	"strings"

	"phatngon/knowledge/data"
)

// Expansions says what a short form may stand for, most likely first, each as
// a list of keys. The short form itself is always possible too.
func Expansions(key string) [][]string { return expansions[key] }

var expansions = readExpansions(data.Abbreviations)

func readExpansions(table string) map[string][][]string {
	all, plain := map[string][][]string{}, map[string][][]string{}
	for line := range strings.Lines(table) {
		short, rest, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(short, "#") {
			continue
		}
		long, kind, _ := strings.Cut(rest, "\t")
		key := join(short)
		for meaning := range strings.SplitSeq(long, ";") {
			all[key] = append(all[key], Keys(meaning))
		}
		if kind != "dialect" { // "nỏ" is a word of dialect, "no" is many words
			plain[FoldKey(key)] = all[key]
		}
	}
	for key, meanings := range plain {
		if all[key] == nil {
			all[key] = meanings
		}
	}
	return all
}

// Keys is the keys of all tokens of s.
func Keys(s string) []string {
	var keys []string
	for _, t := range Tokens(s) {
		keys = append(keys, t.Key)
	}
	return keys
}

func join(s string) string { return strings.Join(Keys(s), "") }
