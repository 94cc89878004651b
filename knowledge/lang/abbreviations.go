package lang

import (
	"strings"

	"phatngon/knowledge/data"
)

// Expansions says what a short form may stand for, most likely first, each as
// a list of keys. The short form itself is always possible too. Before a
// number many stand for one thing only: "qđ 1950" is a decision.
func Expansions(key string, beforeNumber bool) [][]string {
	if beforeNumber {
		if all := shortForms.beforeNumber[key]; all != nil {
			return all
		}
	}
	return shortForms.anywhere[key]
}

type shortTable struct{ anywhere, beforeNumber map[string][][]string }

var shortForms = readShortForms(data.Abbreviations)

// readShortForms reads the table; every short form may be typed without
// diacritics too, unless another is spelt so, or it is a word of dialect:
// "nỏ" is a word, "no" is many.
func readShortForms(table string) shortTable {
	t := shortTable{map[string][][]string{}, map[string][][]string{}}
	plain := shortTable{map[string][][]string{}, map[string][][]string{}}
	for line := range strings.Lines(table) {
		short, rest, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok || strings.HasPrefix(short, "#") {
			continue
		}
		long, kind, _ := strings.Cut(rest, "\t")
		key, into, plainInto := strings.Join(Keys(short), ""), t.anywhere, plain.anywhere
		if kind == "number" {
			into, plainInto = t.beforeNumber, plain.beforeNumber
		}
		for meaning := range strings.SplitSeq(long, ";") {
			into[key] = append(into[key], Keys(meaning))
		}
		if kind != "dialect" {
			plainInto[FoldKey(key)] = into[key]
		}
	}
	addMissing(t.anywhere, plain.anywhere)
	addMissing(t.beforeNumber, plain.beforeNumber)
	return t
}

func addMissing(into, from map[string][][]string) {
	for key, meanings := range from {
		if into[key] == nil {
			into[key] = meanings
		}
	}
}

// Keys is the keys of all tokens of s.
func Keys(s string) []string {
	var keys []string
	for _, t := range Tokens(s) {
		keys = append(keys, t.Key)
	}
	return keys
}
