package spelling

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"phatngon/knowledge/data"
	"phatngon/knowledge/lang"
)

// A phrase is words of asking and what they weigh beside an ordinary word.
type phrase struct {
	keys   []string
	weight float64
}

// phrases are the phrases of asking by their first key, the longest first.
var phrases = readPhrases(data.QuestionWords)

func readPhrases(list string) map[string][]phrase {
	all := map[string][]phrase{}
	for line := range strings.Lines(list) {
		words, number, _ := strings.Cut(strings.TrimSpace(line), "\t")
		weight, err := strconv.ParseFloat(number, 64)
		if keys := lang.Keys(words); err == nil && len(keys) > 0 {
			all[keys[0]] = append(all[keys[0]], phrase{keys, weight})
		}
	}
	for _, same := range all {
		slices.SortStableFunc(same, func(a, b phrase) int { return cmp.Compare(len(b.keys), len(a.keys)) })
	}
	return all
}

// AskingPhrase is the longest phrase of asking that keys begin with.
func AskingPhrase(keys []string) (n int, weight float64) {
	for _, p := range phrases[keys[0]] {
		if len(p.keys) <= len(keys) && slices.Equal(p.keys, keys[:len(p.keys)]) {
			return len(p.keys), p.weight
		}
	}
	return 0, 1
}

// eachPhrase calls visit for every phrase of asking, in the same order each time.
func eachPhrase(visit func(keys []string)) {
	for _, first := range slices.Sorted(maps.Keys(phrases)) {
		for _, p := range phrases[first] {
			visit(p.keys)
		}
	}
}
