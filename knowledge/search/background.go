package search

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"phatngon/knowledge/data"
	"phatngon/knowledge/lang"
)

// A base of eighty texts knows too little of the language: every word it lacks
// looks rare, and a question typed without diacritics is read with the few
// words it has. The background says how common words and pairs are in general.
// It fades as texts grow in number and is silent from backgroundDocs on.
const (
	backgroundDocs = 1000
	backgroundMost = 150.0  // how many documents it counts as, to an empty base
	backgroundSeen = 4000.0 // how many words it counts as, to its model
	unheard        = 0.0001 // share of documents that hold a word it does not know
)

// background is the share of documents that hold a word, and the share of all
// pairs that a pair is.
type background struct {
	words map[string]float64
	order []string // of words
	pairs []backgroundPair
}

type backgroundPair struct {
	first, second string
	share         float64
}

var general = readBackground(data.Background)

func readBackground(file string) background {
	g := background{words: map[string]float64{}}
	for line := range strings.Lines(file) {
		words, number, _ := strings.Cut(strings.TrimSpace(line), "\t")
		share, err := strconv.ParseFloat(number, 64)
		if err != nil {
			continue
		}
		if slices.ContainsFunc(strings.Fields(words), isShort) {
			continue // a base that does not use a short form should not know it
		}
		if first, second, ok := strings.Cut(words, " "); ok {
			g.pairs = append(g.pairs, backgroundPair{first, second, share / 1e6})
		} else {
			g.words[words] = share / 1e4
			g.order = append(g.order, words)
		}
	}
	return g
}

func isShort(key string) bool { return len(key) > 1 && lang.Expansions(key, false) != nil }

// backgroundShare is how much the background counts beside n documents, 1 to 0.
func backgroundShare(n int) float64 { return max(0, 1-float64(n)/backgroundDocs) }

// wordRarity is the weight of a word that docs of the documents hold.
func (x *Index) wordRarity(key string, docs uint32) float64 {
	if x.backgroundShare == 0 {
		return x.rarity(float64(docs), float64(x.Len()))
	}
	share, ok := general.words[key]
	if !ok {
		share = unheard
	}
	m := x.backgroundShare * backgroundMost
	return x.rarity(float64(docs)+m*share, float64(x.Len())+m)
}

// pairRarity is the weight of a pair that docs of the documents hold.
func (x *Index) pairRarity(docs uint32) float64 {
	return x.rarity(float64(docs), float64(x.Len())+x.backgroundShare*backgroundMost)
}

// rarity is the weight of something that df of n documents hold.
func (x *Index) rarity(df, n float64) float64 {
	return math.Log(1 + (n-df+0.5)/(df+0.5))
}

// primeWords teaches the vocabulary the words of asking and what citizens say,
// and a small base the words of the language.
func (x *Index) primeWords() {
	eachTaught(func(keys []string, times uint32) {
		for _, key := range keys {
			x.words.count[x.words.know(key)] += times
		}
	})
	if x.backgroundShare == 0 {
		return
	}
	for _, key := range general.order {
		x.words.count[x.words.know(key)] += uint32(math.Ceil(x.backgroundShare * backgroundSeen * general.words[key] / 100))
	}
	for _, p := range general.pairs {
		x.words.know(p.first)
		x.words.know(p.second)
	}
}

// primePairs teaches the model how these words follow one another; it reports
// false when the model is too small for them.
func (x *Index) primePairs() bool {
	fits := true
	eachTaught(func(keys []string, times uint32) {
		for i := 1; i < len(keys); i++ {
			fits = fits && x.model.addTimes(x.words.ids[keys[i-1]], x.words.ids[keys[i]], times)
		}
	})
	if x.backgroundShare == 0 {
		return fits
	}
	for _, p := range general.pairs {
		times := uint32(math.Ceil(x.backgroundShare * backgroundSeen * p.share))
		fits = fits && x.model.addTimes(x.words.ids[p.first], x.words.ids[p.second], times)
	}
	return fits
}

// How often the model is told a phrase of asking, and one that citizens say:
// documents answer, they do not ask, and have other words, so it would not know
// them.
const (
	askingTimes = 10
	sayingTimes = 1
)

// eachTaught calls visit for what the model is told, in the same order each time.
func eachTaught(visit func(keys []string, times uint32)) {
	eachPhrase(func(keys []string) { visit(keys, askingTimes) })
	for _, first := range slices.Sorted(maps.Keys(sayings)) {
		for i, s := range sayings[first] {
			if i == 0 || !slices.Equal(s.said, sayings[first][i-1].said) { // once for all that is written for it
				visit(s.said, sayingTimes)
			}
		}
	}
}
