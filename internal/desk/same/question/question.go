// Package question tells whether two people ask the same. It is strict, since who is led to
// another's request sees none of its words: hardly a word of the matter may differ, and no
// number, in words with diacritics or without.
package question

import (
	"slices"
	"strings"

	"phatngon/knowledge/lang"
)

// alike is the share of words, of all that either has, which two questions must have in
// common; fewest is how many words of its own a question must have to be compared at all.
const (
	alike  = 0.75
	fewest = 4
)

// idle are syllables that say nothing of what is asked.
var idle = set("xin chao cho toi em minh chau hoi ve viec la thi ma va cua o tai co duoc khong nhe a oi vay the nao bao gio khi luc may gi sao nhu cac nhung mot nay kia do roi chua se dang da biet muon can thong tin anh chi ad admin vui long giup voi nha ban")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// Asked is a question as it is compared.
type Asked struct{ words, numbers []string }

// Of reads a question.
func Of(text string) Asked {
	words := matter(text)
	return Asked{words, numbers(words)}
}

// Likeness is how alike two questions are, 0 for those that do not ask the same.
func (a Asked) Likeness(b Asked) float64 {
	if min(len(a.words), len(b.words)) < fewest {
		return 0
	}
	if share := a.Shares(b); share >= alike {
		return share
	}
	return 0
}

// Shares is the share of words that two questions have in common, of all that either has; 0
// where they name other numbers.
func (a Asked) Shares(b Asked) float64 {
	if !slices.Equal(a.numbers, b.numbers) {
		return 0
	}
	common := 0
	for _, w := range a.words {
		if _, found := slices.BinarySearch(b.words, w); found {
			common++
		}
	}
	return float64(common) / float64(max(1, len(a.words)+len(b.words)-common))
}

// Words are the different words of what is asked, without diacritics.
func (a Asked) Words() []string { return a.words }

// matter is the different syllables of what is asked, without diacritics, in order.
func matter(s string) []string {
	var all []string
	for _, t := range lang.Tokens(s) {
		if w := lang.FoldKey(t.Key); !idle[w] {
			all = append(all, w)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func numbers(words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool { return !lang.IsNumber(w) })
}
