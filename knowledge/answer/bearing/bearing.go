// Package bearing says what a question wants to know, and whether a text has its words and
// offers that kind of answer.
package bearing

import (
	"slices"
	"strings"

	"phatngon/knowledge/answer/message"
	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// SaidIn is all the words a statement is found by.
func SaidIn(s statement.Statement) string {
	return strings.Join(slices.Concat([]string{s.Title}, s.Questions, s.Topics, s.Places, []string{s.Body}), "\n")
}

// Measuring are words of a question that its answer need not repeat: limits,
// units, "ở", "mấy" taken for a machine.
var Measuring = message.NewWordSet("ở tại tối đa thiểu chậm nhất nhiều ít cao thấp phần trăm tổng cộng số lượng cả thảy héc ta mét vuông cây mấy máy may")

// Meant is which words of q, as places in q.Asked(), stand in text.
func Meant(x *search.Index, text string, q *search.Query) map[int]bool {
	meanings := MeaningsOf(x, q)
	found := map[int]bool{}
	for _, w := range x.Words(text) {
		if m, ok := meanings[w.Key]; ok {
			found[m.Word] = true
		}
	}
	return found
}

// Bears reports whether text can answer q: it has every word of q but those
// that ask or measure, and offers a kind of answer that q asks for.
func Bears(x *search.Index, text string, q *search.Query) bool {
	found := Meant(x, text, q)
	for i, a := range q.Asked() {
		if message.Ordinary(a) && !found[i] && !Measuring[a.Key] {
			return false
		}
	}
	wish := WishOf(q, MeaningsOf(x, q)).Kinds
	return wish == 0 || wish&Offers(text, x.Words(text)) != 0
}

// Share is how much of what q is about stands in text, by weight.
func Share(x *search.Index, text string, q *search.Query) float64 {
	found := Meant(x, text, q)
	some, all := 0.0, 0.0
	for i, a := range q.Asked() {
		if !message.Ordinary(a) {
			continue
		}
		if found[i] {
			some += a.Weight
		}
		all += a.Weight
	}
	return some / max(all, 1e-9)
}

// Named is the largest share that q names of what a title or known question of
// s is about.
func Named(x *search.Index, s statement.Statement, q *search.Query) float64 {
	meanings := MeaningsOf(x, q)
	most := 0.0
	for _, head := range append([]string{s.Title}, s.Questions...) {
		some, all := 0.0, 0.0
		for _, a := range x.Read(head).Asked() {
			if !message.Ordinary(a) {
				continue
			}
			if _, ok := meanings[a.Key]; ok {
				some += a.Weight
			}
			all += a.Weight
		}
		most = max(most, some/max(all, 1e-9))
	}
	return most
}

// Topic is the words of a part, as typed, that are no words of asking.
func Topic(x *search.Index, text string) string {
	return WordsThat(x, text, message.Ordinary)
}

// WordsThat is the words of a text, as typed, that were understood as some.
func WordsThat(x *search.Index, text string, some func(search.Asked) bool) string {
	keep := map[string]bool{}
	for _, a := range x.Read(text).Asked() {
		keep[a.Key] = some(a)
	}
	heard, _ := x.Hear(text)
	var words []string
	for _, w := range heard {
		if slices.ContainsFunc(w.Keys, func(key string) bool { return keep[key] }) {
			words = append(words, text[w.Start:w.End])
		}
	}
	return strings.Join(words, " ")
}

// SameWords reports whether two statements are found by the same words.
func SameWords(a, b statement.Statement) bool {
	return a.Title == b.Title && a.Body == b.Body && a.Unit == b.Unit &&
		slices.Equal(a.Questions, b.Questions) && slices.Equal(a.Places, b.Places)
}
