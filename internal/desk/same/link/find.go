package link

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Link is a link at bytes [Start, End) of the text it was found in.
type Link struct {
	Key
	Start, End int
}

// Endings of hosts that are found alone, and those found before a path: many of
// these are words, "hay.Top 10" and "có.link" are none.
const (
	alone      = "vn|com|net|org|info|edu|gov"
	beforePath = alone + "|ai|app|asia|be|biz|cc|club|cn|co|de|dev|ee|eu|fm|fr|gg|gl|gle|id|im|in|io|jp|kr|link|live|ly|me|media|mobi|my|news" +
		"|online|page|pro|ru|sg|shop|site|store|th|to|top|tv|uk|us|video|vip|watch|win|xyz"
)

// beginning is where a link may begin: its scheme, or its host.
var beginning = regexp.MustCompile(`(?i)https?://|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:(?:` + alone + `)\b|(?:` + beforePath + `)(?::\d+)?/[a-z0-9@+_.-])`)

// Find finds the links in what people write, from left to right, in linear time.
// The punctuation of a sentence is no part of them, nor is an e-mail a link.
func Find(text string) []Link {
	var found []Link
	for at := 0; at < len(text); {
		m := beginning.FindStringIndex(text[at:])
		if m == nil {
			break
		}
		start, end := at+m[0], at+m[0]+length(text[at+m[0]:])
		key, ok := Parse(text[start:end])
		if ok && startsLink(text[:start], text[start:end]) {
			found = append(found, Link{key, start, end})
		}
		at = max(end, at+m[1])
	}
	return found
}

// Without is text with spaces where links were: its length stays.
func Without(text string) string {
	var b strings.Builder
	end := 0
	for _, l := range Find(text) {
		b.WriteString(text[end:l.Start])
		b.WriteString(strings.Repeat(" ", l.End-l.Start))
		end = l.End
	}
	return b.String() + text[end:]
}

// startsLink reports whether link may start after before: a scheme anywhere, a
// host only where a word may, so that "a@b.vn", "đb.vn" and "ftp://b.vn" hold none.
func startsLink(before, link string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || schemed.MatchString(link) || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("@_.-/", r)
}

var schemed = regexp.MustCompile(`(?i)^https?://`)

// length is how much of s is the link at its beginning, at most little more than one may be.
func length(s string) int {
	s = s[:min(len(s), maxLength+1)]
	if end := strings.IndexFunc(s, endsLink); end >= 0 {
		s = s[:end]
	}
	if m := glued.FindStringIndex(s); m != nil {
		s = s[:m[0]+1]
	}
	return len(trimEnd(s))
}

func endsLink(r rune) bool {
	return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || strings.ContainsRune("<>\"“”«»`|^{}", r)
}

// glued is where the next link begins without a space, as after two pastes; after
// "=" or "/" a link is part of the one before it.
var glued = regexp.MustCompile(`(?i)[^=/%]https?://`)

// trimEnd takes the punctuation of the sentence off, and a bracket that was opened before the link.
func trimEnd(s string) string {
	for {
		r, size := utf8.DecodeLastRuneInString(s)
		opens := map[rune]string{')': "(", ']': "["}[r]
		closes := opens != "" && strings.Count(s, string(r)) > strings.Count(s, opens)
		if s == "" || !closes && !strings.ContainsRune(".,;:!?'…‘’*~·–—、。，）」", r) {
			return s
		}
		s = s[:len(s)-size]
	}
}
