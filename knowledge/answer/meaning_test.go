package answer

import (
	"strings"
	"testing"
)

func TestNearnessOfMeaningOrdersWhatTheWordsFound(t *testing.T) {
	words, meant, other := bridge(nil), school(0), school(1)
	b := baseOf(words, meant, other)
	vectors := map[Hash][]float32{}
	for _, p := range b.PublicPassages(noon) {
		vectors[p.Hash] = []float32{1, 0}
		if strings.HasPrefix(p.Text, meant.Title) {
			vectors[p.Hash] = []float32{0, 1}
		}
	}
	b.SetVectors(2, vectors)
	for name, c := range map[string]struct {
		score, confidence float64 // of what the words found first
		vector            []float32
		want              string
	}{
		"a little ahead by words":   {2, .1, []float32{0, 1}, meant.Code},
		"far ahead by words":        {9, .1, []float32{0, 1}, words.Code},
		"sure enough to be said":    {2, AnswerAt, []float32{0, 1}, words.Code},
		"no vector of the question": {2, .1, nil, words.Code},
	} {
		found := []finding{{Statement: words, score: c.score, confidence: c.confidence}, {Statement: meant, score: 1.5, confidence: .2}}
		b.snapshot().byMeaning(Question{Text: "gì", Vector: c.vector}, found)
		if found[0].Code != c.want || found[0].Code == meant.Code && found[0].confidence != .2 {
			t.Errorf("%s: first is %s (%.1f)", name, found[0].Code, found[0].confidence)
		}
	}
}
