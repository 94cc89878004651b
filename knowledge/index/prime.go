package index

import (
	"maps"
	"slices"
	"strings"
)

// primeTimes is how often the model is told a phrase of asking: documents
// answer, they do not ask, so it would not know them.
const primeTimes = 10

// primeWords teaches the vocabulary the words of asking.
func (x *Index) primeWords() {
	for _, phrase := range slices.Sorted(maps.Keys(phrases)) {
		for key := range strings.SplitSeq(phrase, " ") {
			id, ok := x.words.ids[key]
			if !ok {
				id = x.words.learn(key)
			}
			x.words.count[id] += primeTimes
		}
	}
}

// primePairs teaches the model how the words of asking follow one another.
func (x *Index) primePairs() {
	for _, phrase := range slices.Sorted(maps.Keys(phrases)) {
		keys := strings.Split(phrase, " ")
		for i := 1; i < len(keys); i++ {
			for range primeTimes {
				x.model.add(x.words.ids[keys[i-1]], x.words.ids[keys[i]])
			}
		}
	}
}
