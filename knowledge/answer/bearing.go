package answer

import (
	"slices"
	"strings"

	"phatngon/knowledge/search"
	"phatngon/knowledge/statement"
)

// saidIn is all the words a statement is found by.
func saidIn(s statement.Statement) string {
	return strings.Join(slices.Concat([]string{s.Title}, s.Questions, s.Topics, s.Places, []string{s.Body}), "\n")
}

// measuring are words of a question that its answer need not repeat: limits,
// units, "ở", "mấy" taken for a machine.
var measuring = newWordSet("ở tại tối đa thiểu chậm nhất nhiều ít cao thấp phần trăm tổng cộng số lượng cả thảy héc ta mét vuông cây mấy máy may")

// meant is which words of q, as places in q.Asked(), stand in text.
func meant(x *search.Index, text string, q *search.Query) map[int]bool {
	meanings := meaningsOf(x, q)
	found := map[int]bool{}
	for _, w := range x.Words(text) {
		if m, ok := meanings[w.Key]; ok {
			found[m.Word] = true
		}
	}
	return found
}

// bears reports whether text can answer q: it has every word of q but those
// that ask or measure, and offers a kind of answer that q asks for.
func bears(x *search.Index, text string, q *search.Query) bool {
	found := meant(x, text, q)
	for i, a := range q.Asked() {
		if ordinary(a) && !found[i] && !measuring[a.Key] {
			return false
		}
	}
	wish := wishOf(q, meaningsOf(x, q)).kinds
	return wish == 0 || wish&offers(text, x.Words(text)) != 0
}

// share is how much of what q is about stands in text, by weight.
func share(x *search.Index, text string, q *search.Query) float64 {
	found := meant(x, text, q)
	some, all := 0.0, 0.0
	for i, a := range q.Asked() {
		if !ordinary(a) {
			continue
		}
		if found[i] {
			some += a.Weight
		}
		all += a.Weight
	}
	return some / max(all, 1e-9)
}

// named is the largest share that q names of what a title or known question of
// s is about.
func named(x *search.Index, s statement.Statement, q *search.Query) float64 {
	meanings := meaningsOf(x, q)
	most := 0.0
	for _, head := range append([]string{s.Title}, s.Questions...) {
		some, all := 0.0, 0.0
		for _, a := range x.Read(head).Asked() {
			if !ordinary(a) {
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

// topic is the words of a part, as typed, that are no words of asking.
func topic(x *search.Index, text string) string {
	return wordsThat(x, text, ordinary)
}

// wordsThat is the words of a text, as typed, that were understood as some.
func wordsThat(x *search.Index, text string, some func(search.Asked) bool) string {
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
