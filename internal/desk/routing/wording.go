package routing

import (
	_ "embed"
	"math"
	"slices"
	"strings"
)

//go:embed data/asked.tsv
var askedTSV string

// wording is how each unit's matters are spoken of: its duties and what people asked it,
// as words and pairs of words without marks.
type wording struct {
	units map[string]map[string]int // unit → word → in how many texts
	total map[string]int            // unit → words in its texts
	all   map[string]int            // word → in how many texts
	sum   int
}

const (
	topicTexts = 2    // a duty counts as so many questions
	priorWords = 15.0 // words of all that every unit is taken to have said
	strange    = -0.6 // what a word of others takes away
)

func newWording(units []Unit) *wording {
	w := &wording{units: map[string]map[string]int{}, total: map[string]int{}, all: map[string]int{}}
	for _, u := range units {
		if u.Level == "commune" {
			continue
		}
		w.units[u.Code] = map[string]int{}
		for range topicTexts {
			for _, topic := range u.Topics {
				w.learn(u.Code, topic)
			}
		}
		for _, name := range append([]string{u.Name}, u.Aliases...) {
			w.learn(u.Code, name)
		}
	}
	for line := range strings.Lines(askedTSV) {
		if unit, text, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok && w.units[unit] != nil {
			w.learn(unit, text)
		}
	}
	return w
}

func (w *wording) learn(unit, text string) {
	for word := range spokenWords(text) {
		w.units[unit][word]++
		w.total[unit]++
		w.all[word]++
		w.sum++
	}
}

// spokenWords are the words and pairs of words of a text.
func spokenWords(text string) map[string]bool {
	set := map[string]bool{}
	before := ""
	for _, word := range words(text) {
		set[word.fold] = true
		if before != "" {
			set[before+" "+word.fold] = true
		}
		before = word.fold
	}
	return set
}

// likely is a unit and how much more a text sounds like its matters than like others'.
type likely struct {
	unit  string
	score float64
}

// likeliest lists the n units whose matters a text sounds like, best first.
func (w *wording) likeliest(text string, n int) []likely {
	said := sortedWords(spokenWords(text))
	var all []likely
	for unit := range w.units {
		all = append(all, likely{unit, w.score(unit, said)})
	}
	slices.SortFunc(all, func(a, b likely) int {
		if a.score != b.score {
			return map[bool]int{true: -1, false: 1}[a.score > b.score]
		}
		return strings.Compare(a.unit, b.unit)
	})
	return all[:min(n, len(all))]
}

func (w *wording) score(unit string, said []string) float64 {
	sum := 0.0
	for _, word := range said {
		own, all := w.units[unit][word], w.all[word]
		switch {
		case all == 0:
		case own == 0:
			sum += strange
		default:
			here := (float64(own) + priorWords*float64(all)/float64(w.sum)) / (float64(w.total[unit]) + priorWords)
			there := (float64(all-own) + 0.5) / (float64(w.sum-w.total[unit]) + 0.5*float64(len(w.all)))
			sum += max(-2, math.Log(here/there))
		}
	}
	return sum
}

// sortedWords has sums come out the same to the last bit.
func sortedWords(set map[string]bool) []string {
	var all []string
	for word := range set {
		all = append(all, word)
	}
	slices.Sort(all)
	return all
}
