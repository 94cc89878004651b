package spelling

import (
	"slices"
	"strings"

	"phatngon/knowledge/data"
	"phatngon/knowledge/lang"
)

// Citizens do not ask in the words of offices: "bìa đỏ" stands in no statement,
// "giấy chứng nhận quyền sử dụng đất" does. What is written for what was said
// counts for it, though less than the very words would.

// A Saying is words that citizens say, and what offices write for them.
type Saying struct{ Said, Written []string }

// sayings is all sayings by the first key said, the longest first.
var sayings = readSayings(data.Sayings)

// SayingsOf is the sayings that begin with a key, the longest first.
func SayingsOf(key string) []Saying { return sayings[key] }

func readSayings(table string) map[string][]Saying {
	all := map[string][]Saying{}
	for line := range strings.Lines(table) {
		said, written, ok := strings.Cut(strings.TrimSpace(line), "\t")
		keys := lang.Keys(said)
		if !ok || strings.HasPrefix(line, "#") || len(keys) == 0 {
			continue
		}
		for one := range strings.SplitSeq(written, ";") {
			all[keys[0]] = append(all[keys[0]], Saying{keys, lang.Keys(one)})
		}
	}
	for _, same := range all {
		slices.SortStableFunc(same, func(a, b Saying) int { return len(b.Said) - len(a.Said) })
	}
	return all
}
