package propose

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds of what a question is made of, in words.
const (
	wordsBefore = 14 // the value asked for
	wordsAfter  = 6
	fewest      = 2 // before the value: fewer say nothing
	topicWords  = 12
)

var (
	sentenceEnd = regexp.MustCompile(`[.!?…]\s+|\n+`)
	clauseEnd   = regexp.MustCompile(`;\s*|:\s+|,\s+(?:còn|trong đó|riêng|cộng|nhưng|và|kèm)\s+`)
	commaEnd    = regexp.MustCompile(`,\s+`)
)

// sentencesOf are the sentences, items and rows of a text.
func sentencesOf(text string) []string {
	var all []string
	for _, s := range sentenceEnd.Split(text, -1) {
		if s = strings.Trim(s, " -–•*\t"); len(strings.Fields(s)) > fewest {
			all = append(all, s)
		}
	}
	return all
}

// clausesOf are the clauses of a sentence; those after a comma that say too little alone
// stay with the one before.
func clausesOf(sentence string) []string {
	var all []string
	for _, part := range clauseEnd.Split(sentence, -1) {
		held := ""
		for _, piece := range commaEnd.Split(part, -1) {
			if held != "" {
				piece = held + ", " + piece
			}
			if held = ""; len(strings.Fields(piece)) < 5 {
				held = piece
				continue
			}
			all = append(all, piece)
		}
		if held != "" {
			all = append(all, held)
		}
	}
	return all
}

var (
	officialStart = regexp.MustCompile(`(?i)^(thông báo|thông tin|về việc|về|kế hoạch|kết quả|tình hình|hướng dẫn|công bố|triển khai|tổ chức|quy định|việc)\s+`)
)

// topicOf is what a title is about, without the words of offices around it.
func topicOf(title string) string {
	about := strings.TrimSpace(title)
	for officialStart.MatchString(about) && len(strings.Fields(about)) > 3 {
		about = officialStart.ReplaceAllString(about, "")
	}
	for _, mark := range []string{", ", " và "} {
		if before, _, ok := strings.Cut(about, mark); ok && len(strings.Fields(before)) >= 4 {
			about = before
		}
	}
	if words := strings.Fields(about); len(words) > topicWords {
		about = strings.Join(words[:topicWords], " ")
	}
	return withoutEnd(about)
}

// binding words end nothing.
var binding = map[string]bool{}

func init() {
	for _, w := range strings.Fields("tại cho của với và đến từ trong để do là có được các những một về bị bằng khi theo ở vào mà hoặc như nếu đã sẽ phải cùng qua trên dưới sau trước") {
		binding[w] = true
	}
}

// withoutEnd is a text without the words at its end that bind it to what is gone.
func withoutEnd(text string) string {
	words := strings.Fields(strings.Trim(text, " ,.;:–-("))
	for len(words) > 0 && binding[strings.ToLower(strings.Trim(words[len(words)-1], "–-("))] {
		words = words[:len(words)-1]
	}
	return strings.Trim(strings.Join(words, " "), " ,.;:–-(")
}

// shares reports whether a question names enough of a title to be about it.
func shares(text, title string) bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(strings.ToLower(text)) {
		words[strings.Trim(w, ",.;:?()“”\"")] = true
	}
	all, some := 0, 0
	for _, w := range strings.Fields(strings.ToLower(title)) {
		all++
		if words[strings.Trim(w, ",.;:?()“”\"")] {
			some++
		}
	}
	return 2*some >= all
}

func upper(s string) string { return first(s, unicode.ToUpper) }
func lower(s string) string {
	if word, _, _ := strings.Cut(s, " "); word == strings.ToUpper(word) && utf8.RuneCountInString(word) > 1 {
		return s // an abbreviation
	}
	return first(s, unicode.ToLower)
}

func first(s string, to func(rune) rune) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(to(r)) + s[size:]
}
