package spelling

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
// It fades as texts grow in number and is silent from BackgroundDocs on.
const (
	BackgroundDocs = 1000
	backgroundSeen = 4000.0 // how many words it counts as, to a model
	unheard        = 0.0001 // share of documents that hold a word it does not know
)

// GeneralShare is the share of documents of any kind that hold a word.
func GeneralShare(key string) float64 {
	if share, ok := general.words[key]; ok {
		return share
	}
	return unheard
}

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

// prime teaches the vocabulary the words of asking and what citizens say,
// and a small base the words of the language.
func (w *Vocabulary) prime(share float64) {
	eachTaught(func(keys []string, times uint32) {
		for _, key := range keys {
			w.count[w.know(key)] += times
		}
	})
	if share == 0 {
		return
	}
	for _, key := range general.order {
		w.count[w.know(key)] += uint32(math.Ceil(share * backgroundSeen * general.words[key] / 100))
	}
	for _, p := range general.pairs {
		w.know(p.first)
		w.know(p.second)
	}
}

// prime teaches the model how these words follow one another; it reports
// false when the model is too small for them.
func (b *bigrams) prime(w *Vocabulary, share float64) bool {
	fits := true
	eachTaught(func(keys []string, times uint32) {
		for i := 1; i < len(keys); i++ {
			fits = fits && b.addTimes(w.IDs[keys[i-1]], w.IDs[keys[i]], times)
		}
	})
	if share == 0 {
		return fits
	}
	for _, p := range general.pairs {
		times := uint32(math.Ceil(share * backgroundSeen * p.share))
		fits = fits && b.addTimes(w.IDs[p.first], w.IDs[p.second], times)
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
			if i == 0 || !slices.Equal(s.Said, sayings[first][i-1].Said) { // once for all that is written for it
				visit(s.Said, sayingTimes)
			}
		}
	}
}

// BackgroundShare is how much the background counts beside n documents, 1 to 0.
func BackgroundShare(n int) float64 { return max(0, 1-float64(n)/BackgroundDocs) }
