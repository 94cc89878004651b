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
	all := map[string][][]string{}
	for line := range strings.Lines(table) {
		short, rest, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(short, "#") {
			continue
		}
		long, _, _ := strings.Cut(rest, "\t")
		key := join(short)
		for meaning := range strings.SplitSeq(long, ";") {
			all[key] = append(all[key], Keys(meaning))
		}
	}
	for key, meanings := range all {
		if plain := FoldKey(key); all[plain] == nil {
			all[plain] = meanings
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
