package main

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"phatngon/knowledge/lang"
)

const (
	backgroundWords = 4000
	backgroundPairs = 9000
)

// countWords counts the words and pairs of all sets, each set as much as any
// other.
func countWords(sets []set) []byte {
	words, pairs := map[string]float64{}, map[string]float64{}
	for _, s := range sets {
		all := 0.0
		these := map[string]float64{}
		for _, doc := range s.docs {
			seen := map[string]bool{}
			keys := lang.Keys(strings.Join(doc.Heads, ". ") + ". " + doc.Body)
			for i, key := range keys {
				if !seen[key] && !lang.IsNumber(key) {
					seen[key] = true
					words[key] += 1e4 / float64(len(s.docs)*len(sets))
				}
				if i > 0 && !lang.IsNumber(key) && !lang.IsNumber(keys[i-1]) {
					these[keys[i-1]+" "+key]++
					all++
				}
			}
		}
		for pair, n := range these {
			pairs[pair] += 1e6 * n / all / float64(len(sets))
		}
	}
	var b bytes.Buffer
	fmt.Fprintln(&b, "# word<TAB>texts that hold it, per ten thousand; two words<TAB>such pairs, per million pairs")
	for _, key := range mostCommon(words, backgroundWords) {
		fmt.Fprintf(&b, "%s\t%.0f\n", key, max(words[key], 1))
	}
	for _, key := range mostCommon(pairs, backgroundPairs) {
		fmt.Fprintf(&b, "%s\t%.0f\n", key, max(pairs[key], 1))
	}
	return b.Bytes()
}

func mostCommon(count map[string]float64, n int) []string {
	keys := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b))
	})
	return keys[:min(n, len(keys))]
}
